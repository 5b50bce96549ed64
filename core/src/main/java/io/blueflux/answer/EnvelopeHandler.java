// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.ERROR;
import static io.blueflux.xml.ElementName.ERRORS;
import static io.blueflux.xml.ElementName.KEY;
import static io.blueflux.xml.ElementName.MESSAGE;
import static io.blueflux.xml.ElementName.MESSAGE_KEY;
import static io.blueflux.xml.ElementName.RETURNCODE;

import io.blueflux.error.MessageKey;
import io.blueflux.model.Element;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.FieldsHandler;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Names;
import io.blueflux.xml.PlainTags;
import io.blueflux.xml.Text;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the root element of any answer: return code and reasons itself, all else by the handler of what the call answers.
 * Takes each form in which servers name reasons: directly, as a list of elements, as a list of attributes.
 */
final class EnvelopeHandler extends Handler {
    private final FieldsHandler content;
    private final Names trees;
    private @Nullable Reasons errors;
    private @Nullable Handler errorList;
    private @Nullable String returncode;
    private @Nullable String messageKey;
    private @Nullable String message;
    private int own = -1;
    private boolean inContent;
    private boolean hasContent;
    private boolean hasVersion;

    /** Makes a handler of a root with the fields of a call, and with what is kept as a tree but the call's all the same. */
    EnvelopeHandler(FieldsHandler content, Names trees) {
        this.content = content;
        this.trees = trees;
    }

    /** Whether this is the answer of the API's root: the version, and nothing of what the call is about. */
    boolean isOfRoot() {
        return hasVersion && !hasContent && messageKey == null && message == null;
    }

    Envelope envelope() {
        return new Envelope(returncode, messageKey, message, errors == null ? List.of() : errors.kept());
    }

    @Override
    public void open(Attributes attributes) {
        content.open(attributes);
    }

    @Override
    @Nullable
    public Handler child(String name) {
        Handler ofContent = content.child(name);
        if (ofContent != null) {
            inContent = true;
            hasContent = true;
            return ofContent == content ? this : ofContent;
        }
        int index = Envelope.NAMES.indexOf(name, own + 1);
        if (index < 0) {
            hasContent |= trees.indexOf(name, 0) >= 0;
            hasVersion |= Envelope.isOfRoot(name);
            return null;
        }
        inContent = false;
        own = index;
        return Envelope.NAMES.at(own) == ERRORS ? errorList() : this;
    }

    private Handler errorList() {
        if (errorList == null) {
            Reasons reasons = new Reasons();
            errors = reasons;
            errorList = new ErrorHandler(reasons, this::unknown, null);
        }
        return errorList;
    }

    @Override
    public void leaf(Text text) {
        if (inContent) {
            content.leaf(text);
        } else {
            ownLeaf(text);
        }
    }

    private void ownLeaf(Text text) {
        switch (Envelope.NAMES.at(own)) {
            case RETURNCODE -> returncode = text.textOrNull(Envelope.SUCCESS);
            case MESSAGE_KEY -> messageKey = text.textOrNull(MessageKey.NO_MEETINGS.text());
            case MESSAGE -> message = text.textOrNull();
            default -> throw new IllegalStateException("no leaf of the envelope: " + Envelope.NAMES.at(own));
        }
    }

    /** The return code stands before all else; message key and message stand after. */
    @Override
    @Nullable
    public PlainTags next() {
        PlainTags ofContent = own < 0 ? null : content.next();
        return ofContent == null ? Envelope.NAMES.next(own + 1) : ofContent;
    }

    @Override
    public void unknown(Element element) {
        content.unknown(element);
    }

    /** Reads reasons, from attributes or from elements: a list, or one that stands where a list is meant. */
    private static final class ErrorHandler extends FieldsHandler {
        private static final Names NAMES = new Names(KEY, MESSAGE, ERROR);
        private final Reasons reasons;
        private final Consumer<Element> others;
        private final @Nullable ErrorHandler owner;
        private @Nullable Handler items;
        private boolean hasItems;
        private String key = "";
        private String message = "";

        /** Makes a handler of the list, which has no owner, or of its items. */
        ErrorHandler(Reasons reasons, Consumer<Element> others, @Nullable ErrorHandler owner) {
            super(NAMES);
            this.reasons = reasons;
            this.others = others;
            this.owner = owner;
        }

        @Override
        public void open(Attributes attributes) {
            super.open(attributes);
            for (int i = 0; i < attributes.count(); i++) {
                if (attributes.name(i).equals(KEY.wireName())) {
                    key = attributes.value(i);
                } else if (attributes.name(i).equals(MESSAGE.wireName())) {
                    message = attributes.value(i);
                }
            }
        }

        @Override
        protected void reset() {
            key = "";
            message = "";
            hasItems = false;
        }

        @Override
        @Nullable
        protected Handler container(ElementName field) {
            if (field != ERROR) {
                return null;
            }
            if (items == null) {
                items = new ErrorHandler(reasons, others, this);
            }
            return items;
        }

        @Override
        protected void leaf(ElementName field, Text text) {
            if (field == KEY) {
                key = text.text();
            } else {
                message = text.text();
            }
        }

        @Override
        public void unknown(Element element) {
            others.accept(element);
        }

        @Override
        public void close() {
            boolean isItem = owner != null && !hasItems;
            if (isItem || !key.isEmpty() || !message.isEmpty()) {
                reasons.add(key, message);
            }
            if (owner != null) {
                owner.hasItems = true;
            }
        }
    }
}
