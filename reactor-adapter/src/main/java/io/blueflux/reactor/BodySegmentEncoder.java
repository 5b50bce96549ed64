// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.body.BodySegment;
import io.blueflux.error.CallSite;
import io.blueflux.error.RequestBodyException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * Turns the bytes of one segment into those of the wire, chunk by chunk, and holds them to the size that was announced, or to the
 * bound of what has none.
 */
final class BodySegmentEncoder {
    private static final int GROUP = 3;
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final CallSite site;
    private final BodySegment segment;
    private final long most;
    private final boolean announced;
    private long seen;
    /** What is left of the chunk before: less than a group. */
    private byte[] rest = {};

    /**
     * Makes an encoder.
     *
     * @param most the size, or the bound
     * @param announced whether it is the size
     */
    BodySegmentEncoder(CallSite site, BodySegment segment, long most, boolean announced) {
        this.site = site;
        this.segment = segment;
        this.most = most;
        this.announced = announced;
    }

    /** Encodes a chunk; the buffer returned is on the heap, and nobody else's. */
    ByteBuf encode(ByteBuffer chunk) {
        seen += chunk.remaining();
        if (seen > most) {
            throw wrongSize(
                    "has more than the " + most + (announced ? " bytes that were announced" : " bytes of maxBytes"));
        }
        byte[] bytes = new byte[rest.length + chunk.remaining()];
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        chunk.get(bytes, rest.length, chunk.remaining());
        return segment.base64() ? base64(bytes) : Unpooled.wrappedBuffer(bytes);
    }

    /** Encodes what is left. */
    ByteBuf finish() {
        if (announced && seen < most) {
            throw wrongSize("ended after " + seen + " of the " + most + " bytes that were announced");
        }
        if (!announced && seen == 0) {
            throw wrongSize("has no bytes, and must have at least 1");
        }
        return Unpooled.wrappedBuffer(BASE64.encode(rest));
    }

    private ByteBuf base64(byte[] bytes) {
        int whole = bytes.length / GROUP * GROUP;
        rest = Arrays.copyOfRange(bytes, whole, bytes.length);
        return Unpooled.wrappedBuffer(BASE64.encode(ByteBuffer.wrap(bytes, 0, whole)));
    }

    private RequestBodyException wrongSize(String problem) {
        return new RequestBodyException(site, segment.name(), problem, null);
    }
}
