// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the few leaves of an answer that is small and rare. */
class TextFields extends FieldsHandler {
    private final Map<ElementName, String> texts = new EnumMap<>(ElementName.class);

    TextFields(Names names) {
        super(names);
    }

    final @Nullable String text(ElementName field) {
        return texts.get(field);
    }

    /** Returns a text without which the answer says nothing. */
    final String needed(ElementName field) {
        String text = texts.get(field);
        if (text == null) {
            throw new Fault("a <response> without a <" + field.wireName() + ">", 0);
        }
        return text;
    }

    /** Returns a flag without which the answer says nothing. */
    final boolean flag(ElementName field) {
        return needed(field).equalsIgnoreCase("true");
    }

    /** Whether the answer holds none of its texts. */
    final boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Returns a flag, or null if the answer does not say. */
    final @Nullable Boolean flagOrNull(ElementName field) {
        String text = texts.get(field);
        return text == null ? null : (Boolean) text.equalsIgnoreCase("true");
    }

    @Override
    final void reset() {
        texts.clear();
    }

    @Override
    final void leaf(ElementName field, Text text) {
        String value = text.textOrNull();
        if (value != null) {
            texts.put(field, value);
        }
    }
}
