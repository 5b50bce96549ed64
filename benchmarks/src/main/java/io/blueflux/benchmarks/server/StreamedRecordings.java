// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.server;

import io.blueflux.benchmarks.input.RecordingsBody;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.stream.ChunkedInput;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** An answer to getRecordings of any size, made while it is sent: each recording is a chunk of HTTP. */
final class StreamedRecordings implements ChunkedInput<ByteBuf> {
    private static final int IMAGES = 10;
    private static final byte[] LAST = {};

    private final Iterator<byte[]> parts;
    private boolean ended;
    private long progress;

    StreamedRecordings(int recordings) {
        this.parts = RecordingsBody.chunks(recordings, IMAGES).iterator();
    }

    @Override
    public boolean isEndOfInput() {
        return ended;
    }

    @Override
    public ByteBuf readChunk(ByteBufAllocator allocator) {
        ended = !parts.hasNext();
        byte[] bytes = ended ? LAST : parts.next();
        progress += bytes.length;
        ByteBuf chunk = allocator.buffer(bytes.length + 16);
        chunk.writeCharSequence(Integer.toHexString(bytes.length) + "\r\n", StandardCharsets.US_ASCII);
        return chunk.writeBytes(bytes).writeByte('\r').writeByte('\n');
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // what it overrides is not ours
    public ByteBuf readChunk(ChannelHandlerContext context) {
        return readChunk(context.alloc());
    }

    @Override
    public long length() {
        return -1; // not known
    }

    @Override
    public long progress() {
        return progress;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
