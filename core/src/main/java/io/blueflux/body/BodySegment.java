// SPDX-License-Identifier: Apache-2.0
package io.blueflux.body;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A run of bytes within a body.
 *
 * @param name what errors call it, for example a document's name
 * @param source where its bytes come from
 * @param base64 whether they are written as Base64, in the standard alphabet and without line breaks
 */
public record BodySegment(String name, BodySource source, boolean base64) {
    /** Refuses what is missing. */
    public BodySegment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
    }

    static BodySegment text(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        return new BodySegment("markup", new BodySource.Memory(bytes), false);
    }

    /**
     * Returns how long the segment is on the wire.
     *
     * @param bytes how many bytes its source has
     * @return how many bytes are sent for them
     */
    public long length(long bytes) {
        return base64 ? (bytes + 2) / 3 * 4 : bytes;
    }
}
