// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.error.ApiError;
import io.blueflux.model.Element;
import io.blueflux.model.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every answer may say of itself.
 *
 * @param returncode null if it does not say
 * @param errors the reasons of a failure that are listed
 */
record Envelope(
        @Nullable String returncode,
        @Nullable String messageKey,
        @Nullable String message,
        List<ApiError> errors) {
    /** The elements it consists of: the leaves, in the order in which servers print them, then the list. */
    static final Names NAMES =
            new Names(ElementName.RETURNCODE, ElementName.MESSAGE_KEY, ElementName.MESSAGE, ElementName.ERRORS);

    /** Reads the envelope of an answer that was read as a tree. */
    static Envelope of(Element root) {
        return new Envelope(
                text(root, ElementName.RETURNCODE),
                text(root, ElementName.MESSAGE_KEY),
                text(root, ElementName.MESSAGE),
                errors(root));
    }

    /** Returns what a tree holds beside its envelope. */
    static List<Element> content(Element root) {
        return root.children().stream()
                .filter(child -> NAMES.indexOf(child.name(), 0) < 0)
                .toList();
    }

    boolean isFailure() {
        return returncode != null && !returncode.equals("SUCCESS");
    }

    /** Returns what a successful answer says of itself. */
    Status status() {
        return new Status(returncode == null ? "SUCCESS" : returncode, messageKey, message);
    }

    /** Returns all reasons of a failure, in the server's order. */
    List<ApiError> reasons() {
        List<ApiError> reasons = new ArrayList<>();
        if (messageKey != null || message != null) {
            reasons.add(new ApiError(messageKey == null ? "" : messageKey, message == null ? "" : message));
        }
        reasons.addAll(errors);
        return reasons;
    }

    private static List<ApiError> errors(Element root) {
        return root.children().stream()
                .filter(child -> child.name().equals(ElementName.ERRORS.wireName()))
                .flatMap(list -> list.children().stream())
                .limit(EnvelopeHandler.MAX_ERRORS)
                .map(error -> new ApiError(either(error, ElementName.KEY), either(error, ElementName.MESSAGE)))
                .toList();
    }

    private static String either(Element error, ElementName name) {
        String text = text(error, name);
        return text == null ? error.attributes().getOrDefault(name.wireName(), "") : text;
    }

    private static @Nullable String text(Element parent, ElementName name) {
        return parent.children().stream()
                .filter(child -> child.name().equals(name.wireName()))
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
