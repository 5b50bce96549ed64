// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.value.Flags;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.Fault;
import io.blueflux.xml.FieldsHandler;
import io.blueflux.xml.Names;
import io.blueflux.xml.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the few leaves of an answer that is small and rare. */
class TextFields extends FieldsHandler {
    private final Map<ElementName, String> texts = new EnumMap<>(ElementName.class);

    TextFields(Names names) {
        super(names);
    }

    /** Returns a text; an empty one is absent. */
    final @Nullable String text(ElementName field) {
        String text = texts.get(field);
        return text == null || text.isEmpty() ? null : text;
    }

    /** Returns a text without which the answer says nothing. */
    final String needed(ElementName field) {
        String text = text(field);
        if (text == null) {
            throw without(field);
        }
        return text;
    }

    /** Returns a flag without which the answer says nothing. */
    final boolean flag(ElementName field) {
        present(field);
        Boolean flag = flagOrNull(field);
        if (flag == null) {
            throw new Fault("a <" + field.wireName() + "> that is neither true nor false", 0);
        }
        return flag;
    }

    /** Refuses an answer without an element without which it says nothing. */
    final void present(ElementName field) {
        if (!texts.containsKey(field)) {
            throw without(field);
        }
    }

    /** Returns a flag, or null if the answer does not say. */
    final @Nullable Boolean flagOrNull(ElementName field) {
        String text = texts.get(field);
        if (text == null) {
            return null;
        }
        return field == ElementName.PUBLISHED
                ? Flags.published(text, 0, text.length())
                : Flags.flag(text, 0, text.length());
    }

    /** Returns the words of a list in one text, or null if the answer does not have it. */
    final @Nullable List<String> words(ElementName field) {
        String text = texts.get(field);
        return text == null
                ? null
                : Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** Whether the answer holds none of its texts. */
    final boolean isEmpty() {
        return texts.values().stream().allMatch(String::isEmpty);
    }

    private static Fault without(ElementName field) {
        return new Fault("a <response> without a <" + field.wireName() + ">", 0);
    }

    @Override
    protected final void reset() {
        texts.clear();
    }

    @Override
    protected final void leaf(ElementName field, Text text) {
        String value = text.text();
        texts.merge(field, value, (before, next) -> both(field, before, next));
    }

    /** An element that stands twice counts as it stands last, where it says something; a list goes on. */
    private static String both(ElementName field, String before, String next) {
        if (before.isEmpty() || next.isEmpty()) {
            return before + next;
        }
        return field == ElementName.EVENT_ID ? before + ',' + next : next;
    }
}
