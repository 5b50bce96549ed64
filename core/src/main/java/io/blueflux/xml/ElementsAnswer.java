// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Element;
import io.blueflux.model.Status;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** An answer that is usually JSON: small, and read as a tree in either form. */
final class ElementsAnswer<T> extends FieldsAnswer<T> {
    private final TextFields tree;
    private final BiFunction<Status, List<Element>, List<T>> values;

    /** Makes an answer whose values come of what stands beside the envelope. */
    ElementsAnswer(BiFunction<Status, List<Element>, List<T>> values) {
        this(new TextFields(new Names()), values);
    }

    private ElementsAnswer(TextFields tree, BiFunction<Status, List<Element>, List<T>> values) {
        super(tree);
        this.tree = tree;
        this.values = values;
    }

    @Override
    public void finish(Status status, Consumer<? super T> out) {
        values.apply(status, tree.unknownElements()).forEach(out);
    }

    @Override
    public boolean mayBeJson() {
        return true;
    }

    @Override
    public void finish(Status status, Element json, Consumer<? super T> out) {
        values.apply(status, Envelope.content(json)).forEach(out);
    }
}
