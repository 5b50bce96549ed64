// SPDX-License-Identifier: Apache-2.0
package io.blueflux.body;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Puts bodies together that are all in memory. */
public final class Bodies {
    private Bodies() {}

    public static String text(@Nullable RequestBody body) {
        return new String(bytes(body), StandardCharsets.UTF_8);
    }

    public static byte[] bytes(@Nullable RequestBody body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (body == null) {
            throw new AssertionError("there is no body");
        }
        for (BodySegment segment : body.segments()) {
            ByteBuffer source = ((BodySource.Memory) segment.source()).bytes();
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            out.writeBytes(segment.base64() ? Base64.getEncoder().encode(bytes) : bytes);
        }
        return out.toByteArray();
    }
}
