// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A decoder with answers that it reads.
 *
 * @param name the name of the method that makes it
 * @param decoders makes it
 * @param answers each a whole body
 */
record Sample<T>(String name, Function<AnswerContext, ChunkDecoder<T>> decoders, List<String> answers) {

    /** Makes the sample of a call whose answer holds one of these contents. */
    static <T> Sample<T> of(String name, Function<AnswerContext, ChunkDecoder<T>> decoders, String... contents) {
        return new Sample<>(
                name,
                decoders,
                List.of(contents).stream()
                        .map(content -> content.startsWith("<") && !content.startsWith("<response>")
                                ? "<response><returncode>SUCCESS</returncode>" + content + "</response>"
                                : content)
                        .toList());
    }

    Supplier<ChunkDecoder<T>> in(AnswerContext context) {
        return () -> decoders.apply(context);
    }
}
