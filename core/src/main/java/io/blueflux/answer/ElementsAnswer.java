// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Element;
import io.blueflux.model.Status;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.Names;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** An answer that is usually JSON: small, and read as a tree in either form. */
final class ElementsAnswer<T> extends FieldsAnswer<T> {
    private static final Set<String> LISTS = Set.of(ElementName.TRACKS.wireName());

    private final TextFields tree;
    private final Names names;
    private final BiFunction<Status, List<Element>, List<T>> values;

    /** Makes an answer whose values come of what stands beside the envelope, of which the names are the call's own. */
    ElementsAnswer(Names names, BiFunction<Status, List<Element>, List<T>> values) {
        this(new TextFields(new Names()), names, values);
    }

    private ElementsAnswer(TextFields tree, Names names, BiFunction<Status, List<Element>, List<T>> values) {
        super(tree, names);
        this.tree = tree;
        this.names = names;
        this.values = values;
    }

    @Override
    void handOver(Status status, Consumer<? super T> out) {
        values.apply(status, tree.unknownElements()).forEach(out);
    }

    @Override
    public boolean mayBeJson() {
        return true;
    }

    @Override
    public Set<String> jsonLists() {
        return LISTS;
    }

    @Override
    public void finish(Status status, Element json, Consumer<? super T> out) {
        if (Envelope.isOfRoot(json, names)) {
            throw Envelope.answerOfRoot();
        }
        values.apply(status, Envelope.content(json)).forEach(out);
    }
}
