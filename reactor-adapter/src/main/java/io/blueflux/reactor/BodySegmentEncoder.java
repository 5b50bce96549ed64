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

/** Turns the bytes of one segment into those of the wire, chunk by chunk, and holds them to the size that was announced. */
final class BodySegmentEncoder {
    private static final int GROUP = 3;
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final CallSite site;
    private final BodySegment segment;
    private final long size;
    private long seen;
    /** What is left of the chunk before: less than a group. */
    private byte[] rest = {};

    BodySegmentEncoder(CallSite site, BodySegment segment, long size) {
        this.site = site;
        this.segment = segment;
        this.size = size;
    }

    /** Encodes a chunk; the buffer returned is on the heap, and nobody else's. */
    ByteBuf encode(ByteBuffer chunk) {
        seen += chunk.remaining();
        if (seen > size) {
            throw wrongSize("has more than the " + size + " bytes that were announced");
        }
        byte[] bytes = new byte[rest.length + chunk.remaining()];
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        chunk.get(bytes, rest.length, chunk.remaining());
        return segment.base64() ? base64(bytes) : Unpooled.wrappedBuffer(bytes);
    }

    /** Encodes what is left. */
    ByteBuf finish() {
        if (seen < size) {
            throw wrongSize("ended after " + seen + " of the " + size + " bytes that were announced");
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
