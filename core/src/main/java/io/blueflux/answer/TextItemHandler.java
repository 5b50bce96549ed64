// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.xml.Names;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads an item of a list that has only a few leaves, and hands it over at its end tag. */
final class TextItemHandler<T> extends TextFields {
    private final Function<TextFields, T> item;
    private final Consumer<? super T> out;

    TextItemHandler(Names names, Function<TextFields, T> item, Consumer<? super T> out) {
        super(names);
        this.item = item;
        this.out = out;
    }

    @Override
    public boolean isItem() {
        return true;
    }

    @Override
    public void close() {
        out.accept(item.apply(this));
    }
}
