// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.error.MessageKey;
import io.blueflux.model.Element;
import io.blueflux.model.Status;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.FieldsHandler;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Names;
import io.blueflux.xml.Text;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is a list: its items were handed over at their end tags. */
final class ListAnswer<T> extends FieldsAnswer<T> {
    private final ListField field;
    private final @Nullable MessageKey none;

    /** Makes an answer in which the messageKey says that there is nothing to list, if there is such a key. */
    ListAnswer(Names container, @Nullable MessageKey none, ElementName itemName, Supplier<Handler> items) {
        this(new ListField(container, itemName, items), none);
    }

    private ListAnswer(ListField field, @Nullable MessageKey none) {
        super(field);
        this.field = field;
        this.none = none;
    }

    @Override
    void handOver(Status status, Consumer<? super T> out) {
        field.list.require(field.name, status, none);
    }

    private static final class ListField extends FieldsHandler {
        private final ElementName name;
        private final ListHandler list;

        ListField(Names container, ElementName itemName, Supplier<Handler> items) {
            super(container);
            this.name = container.at(0);
            this.list = new ListHandler(itemName, items, this);
        }

        @Override
        protected void reset() {}

        @Override
        protected Handler container(ElementName field) {
            return list;
        }

        @Override
        protected void leaf(ElementName field, Text text) {
            throw new IllegalStateException("the list is no leaf: " + field);
        }

        /** Nobody could ask for it, and a list may be long. */
        @Override
        public void unknown(Element element) {}
    }
}
