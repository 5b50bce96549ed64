// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Cuts texts of any length into byte chunks of one size, encoding no more than one text ahead, up to a limit. */
final class Chunks implements Iterator<byte[]> {
    private final Iterator<String> texts;
    private final int size;
    private final Runnable beforeLast;
    private long allowed;
    private byte[] ready = new byte[0];
    private int offset;

    /**
     * @param limit bytes in all
     * @param beforeLast runs before the last chunk is handed out, or at once if there is none
     */
    Chunks(Iterator<String> texts, int size, long limit, Runnable beforeLast) {
        this.texts = texts;
        this.size = size;
        this.allowed = limit;
        this.beforeLast = beforeLast;
        fill();
        if (!hasNext()) {
            beforeLast.run();
        }
    }

    @Override
    public boolean hasNext() {
        return allowed > 0 && offset < ready.length;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int length = (int) Math.min(allowed, Math.min(size, ready.length - offset));
        byte[] chunk = Arrays.copyOfRange(ready, offset, offset + length);
        offset += length;
        allowed -= length;
        fill();
        if (!hasNext()) {
            beforeLast.run();
        }
        return chunk;
    }

    /** Encodes texts until there is a full chunk or no text left. */
    private void fill() {
        if (ready.length - offset >= size || !texts.hasNext()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        int wanted = size - (ready.length - offset);
        while (text.length() < wanted && texts.hasNext()) {
            text.append(texts.next());
        }
        byte[] more = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] joined = Arrays.copyOfRange(ready, offset, ready.length - offset + offset + more.length);
        System.arraycopy(more, 0, joined, ready.length - offset, more.length);
        ready = joined;
        offset = 0;
    }
}
