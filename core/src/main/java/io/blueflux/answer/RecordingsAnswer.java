// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.PAGINATION;
import static io.blueflux.xml.ElementName.RECORDING;
import static io.blueflux.xml.ElementName.RECORDINGS;
import static io.blueflux.xml.ElementName.TOTAL_ELEMENTS;

import io.blueflux.error.MessageKey;
import io.blueflux.model.Element;
import io.blueflux.model.Status;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.FieldsHandler;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Names;
import io.blueflux.xml.Text;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The answer of getRecordings, whole: items are handed over at their end tags, what is said of all at the end. */
final class RecordingsAnswer extends FieldsAnswer<RecordingsPart> {
    private final Fields fields;

    RecordingsAnswer(Consumer<? super RecordingsPart> out) {
        this(new Fields(out));
    }

    private RecordingsAnswer(Fields fields) {
        super(fields);
        this.fields = fields;
    }

    @Override
    void handOver(Status status, Consumer<? super RecordingsPart> out) {
        fields.list.require(RECORDINGS, status, MessageKey.NO_RECORDINGS);
        out.accept(new RecordingsPart.End(status, fields.total, fields.pagination.total));
    }

    /** Reads what stands in the response. */
    private static final class Fields extends FieldsHandler {
        private static final Names NAMES = new Names(RECORDINGS, TOTAL_ELEMENTS, PAGINATION);

        private final ListHandler list;
        private final PaginationHandler pagination = new PaginationHandler();
        private @Nullable Long total;

        Fields(Consumer<? super RecordingsPart> out) {
            super(NAMES);
            this.list = new ListHandler(
                    RECORDING, () -> new RecordingHandler(item -> out.accept(new RecordingsPart.Item(item))), this);
        }

        /** There is one root element, so nothing stands before it. */
        @Override
        protected void reset() {}

        @Override
        @Nullable
        protected Handler container(ElementName field) {
            return switch (field) {
                case RECORDINGS -> list;
                case PAGINATION -> pagination;
                default -> null;
            };
        }

        @Override
        protected void leaf(ElementName field, Text text) {
            total = text.number();
        }

        /** Nobody could ask for it, and a list may be long. */
        @Override
        public void unknown(Element element) {}
    }

    /** Reads the element in which servers before BBB 2.7.15 count. */
    private static final class PaginationHandler extends FieldsHandler {
        private static final Names NAMES = new Names(TOTAL_ELEMENTS);
        private @Nullable Long total;

        PaginationHandler() {
            super(NAMES);
        }

        @Override
        protected void reset() {}

        @Override
        protected void leaf(ElementName field, Text text) {
            total = text.number();
        }

        @Override
        public void unknown(Element element) {}
    }
}
