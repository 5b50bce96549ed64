// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.io.IOException;
import java.io.InputStream;

/** The bytes within HTTP's chunks; ends after the last chunk, and fails where that is missing. */
final class Dechunked extends InputStream {
    private final InputStream in;
    private int left;
    private boolean begun;
    private boolean ended;

    Dechunked(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(bytes, offset, Math.min(length, left));
        if (count < 0) {
            throw new IOException("incomplete body");
        }
        left -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        if (begun && !line().isEmpty()) {
            throw new IOException("a chunk of another size");
        }
        begun = true;
        left = Integer.parseInt(line(), 16);
        ended = left == 0;
        if (ended && !line().isEmpty()) {
            throw new IOException("trailers");
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("incomplete body");
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }
}
