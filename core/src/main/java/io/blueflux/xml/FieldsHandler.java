// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handler of an element whose children have fixed names: leaves, and containers that have handlers of their own. */
abstract class FieldsHandler extends Handler {
    private final Names names;
    private int current = -1;
    private @Nullable List<Element> unknown;

    FieldsHandler(Names names) {
        this.names = names;
    }

    /** Forgets the values of the element before. */
    abstract void reset();

    /** Returns the handler of a child that holds more than text, or null if the child is a leaf. */
    @Nullable
    Handler container(ElementName field) {
        return null;
    }

    /** A leaf of the element is complete. */
    abstract void leaf(ElementName field, Text text);

    @Override
    void open(Attributes attributes) {
        current = -1;
        unknown = null;
        reset();
    }

    @Override
    final @Nullable Handler child(String name) {
        int index = names.indexOf(name, current + 1);
        if (index < 0) {
            return null;
        }
        current = index;
        Handler container = container(names.at(index));
        return container == null ? this : container;
    }

    @Override
    final void leaf(Text text) {
        leaf(names.at(current), text);
    }

    @Override
    @Nullable
    LeafTags nextLeaf() {
        int next = current + 1;
        return next < names.count() && container(names.at(next)) == null ? names.tags(next) : null;
    }

    @Override
    void nextLeaf(Text text) {
        leaf(names.at(++current), text);
    }

    @Override
    void unknown(Element element) {
        if (unknown == null) {
            unknown = new ArrayList<>(2);
        }
        unknown.add(element);
    }

    final List<Element> unknownElements() {
        return unknown == null ? List.of() : List.copyOf(unknown);
    }
}
