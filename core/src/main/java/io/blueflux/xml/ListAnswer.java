// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Element;
import io.blueflux.model.Status;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An answer that is a list: its items were handed over at their end tags. */
final class ListAnswer<T> extends FieldsAnswer<T> {

    ListAnswer(Names container, ElementName itemName, Supplier<Handler> items) {
        super(new ListField(container, itemName, items));
    }

    @Override
    public void finish(Status status, Consumer<? super T> out) {}

    private static final class ListField extends FieldsHandler {
        private final Handler list;

        ListField(Names container, ElementName itemName, Supplier<Handler> items) {
            super(container);
            this.list = new ListHandler(itemName, items, this);
        }

        @Override
        void reset() {}

        @Override
        Handler container(ElementName field) {
            return list;
        }

        @Override
        void leaf(ElementName field, Text text) {
            throw new IllegalStateException("the list is no leaf: " + field);
        }

        /** Nobody could ask for it, and a list may be long. */
        @Override
        void unknown(Element element) {}
    }
}
