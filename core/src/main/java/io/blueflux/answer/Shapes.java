// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Element;
import io.blueflux.model.Status;
import io.blueflux.xml.Names;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** The shapes that the answers of several calls have. */
final class Shapes {
    static final Names NO_NAMES = new Names();

    private Shapes() {}

    /** One value, made of leaves. */
    static <T> ChunkDecoder<T> value(AnswerContext context, Names names, BiFunction<Status, TextFields, T> value) {
        return new AnswerDecoder<>(context, false, out -> {
            TextFields fields = new TextFields(names);
            return new ValueAnswer<>(fields, status -> value.apply(status, fields));
        });
    }

    /** A list, whose items a handler hands over. */
    static <T> ChunkDecoder<T> list(AnswerContext context, Function<Consumer<T>, Answer<T>> answer) {
        return new AnswerDecoder<>(context, true, answer);
    }

    /** What is usually JSON: values, made of the tree beside the envelope. */
    static <T> ChunkDecoder<T> tree(
            AnswerContext context, Names names, BiFunction<Status, List<Element>, List<T>> values) {
        return new AnswerDecoder<>(context, false, out -> new ElementsAnswer<>(names, values));
    }

    /** The envelope alone, whatever is in it. */
    static ChunkDecoder<Status> envelope(AnswerContext context) {
        return value(context, NO_NAMES, (status, fields) -> status);
    }
}
