// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import java.util.function.Consumer;

/**
 * Decodes one answer, chunk by chunk as the bytes arrive. Values, and the error after them, are the same however the bytes
 * are split. One thread at a time; one answer, then thrown away. After an error it must not be fed again.
 *
 * @param <T> what the answer holds: one value, or the items of a list
 */
public interface ChunkDecoder<T> {

    /**
     * Decodes a chunk. The bytes are not kept. Bytes after the end of the answer's root element are ignored.
     *
     * @param bytes holds the chunk
     * @param offset where it starts
     * @param length how many bytes it has
     * @param out takes each value that the chunk completes, before any error is thrown
     * @throws io.blueflux.error.BbbException if the answer says FAILED, is malformed or passes a limit
     */
    void decode(byte[] bytes, int offset, int length, Consumer<? super T> out);

    /**
     * Ends the answer: its last byte was decoded.
     *
     * @param out takes a value that was waiting for the end
     * @throws io.blueflux.error.BbbException if the answer is not complete
     */
    void finish(Consumer<? super T> out);
}
