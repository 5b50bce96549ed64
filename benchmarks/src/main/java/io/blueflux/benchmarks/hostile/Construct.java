// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.hostile;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * A way to make an answer long.
 *
 * @param name what it is, in the table
 * @param reader what reads it
 * @param chunk how many bytes are fed at a time
 * @param head what stands before the units
 * @param unit what is written again and again, with its number
 * @param tail what stands after the units
 */
record Construct(String name, Reader reader, int chunk, String head, IntFunction<String> unit, String tail) {
    private static final int CHUNK = 16 << 10;

    static Construct of(String name, Reader reader, String head, IntFunction<String> unit, String tail) {
        return new Construct(name, reader, CHUNK, head, unit, tail);
    }

    Construct inChunksOf(int bytes) {
        return new Construct(name + ", chunks of " + bytes, reader, bytes, head, unit, tail);
    }

    byte[] body(int size) {
        StringBuilder body = new StringBuilder(size + size / 4).append(head);
        for (int i = 0; body.length() < size; i++) {
            body.append(unit.apply(i));
        }
        return body.append(tail).toString().getBytes(StandardCharsets.UTF_8);
    }
}
