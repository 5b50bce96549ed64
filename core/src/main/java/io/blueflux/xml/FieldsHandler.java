// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handler of an element whose children have fixed names: leaves, and containers that have handlers of their own. */
public abstract class FieldsHandler extends Handler {
    private final Names names;
    private int current = -1;
    private @Nullable List<Element> unknown;

    /**
     * Makes a handler.
     *
     * @param names the names of the children
     */
    protected FieldsHandler(Names names) {
        this.names = names;
    }

    /** Forgets the values of the element before. */
    protected abstract void reset();

    /**
     * Tells a child that holds more than text.
     *
     * @param field the child's name
     * @return its handler, or null if the child is a leaf
     */
    @Nullable
    protected Handler container(ElementName field) {
        return null;
    }

    /**
     * A leaf of the element is complete.
     *
     * @param field its name
     * @param text its text; valid during this call only
     */
    protected abstract void leaf(ElementName field, Text text);

    @Override
    public void open(Attributes attributes) {
        current = -1;
        unknown = null;
        reset();
    }

    @Override
    public final @Nullable Handler child(String name) {
        int index = names.indexOf(name, current + 1);
        if (index < 0) {
            return null;
        }
        current = index;
        Handler container = container(names.at(index));
        return container == null ? this : container;
    }

    @Override
    public final void leaf(Text text) {
        leaf(names.at(current), text);
    }

    @Override
    @Nullable
    public PlainTags next() {
        return names.next(current + 1);
    }

    @Override
    public void unknown(Element element) {
        if (unknown == null) {
            unknown = new ArrayList<>(2);
        }
        unknown.add(element);
    }

    /**
     * Returns the children that have none of the names.
     *
     * @return the elements in the server's order
     */
    public final List<Element> unknownElements() {
        return unknown == null ? List.of() : List.copyOf(unknown);
    }
}
