// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.error.ApiError;
import io.blueflux.model.Element;
import io.blueflux.model.Status;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.Fault;
import io.blueflux.xml.Names;
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
    /** What it says when the call was done. */
    static final String SUCCESS = "SUCCESS";

    /** The elements it consists of: the leaves, in the order in which servers print them, then the list. */
    static final Names NAMES =
            new Names(ElementName.RETURNCODE, ElementName.MESSAGE_KEY, ElementName.MESSAGE, ElementName.ERRORS);

    private static final Names OF_ROOT =
            new Names(ElementName.VERSION, ElementName.API_VERSION, ElementName.BBB_VERSION);

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

    /** Whether an element is what the API's root says, and no call that has no element of that name. */
    static boolean isOfRoot(String name) {
        return OF_ROOT.indexOf(name, 0) >= 0;
    }

    /** Whether an answer that was read as a tree is the root's: it has the version, and nothing of a call with these names. */
    static boolean isOfRoot(Element root, Names names) {
        List<Element> content = content(root);
        return of(root).isBare()
                && content.stream().anyMatch(child -> isOfRoot(child.name()))
                && content.stream().noneMatch(child -> names.indexOf(child.name(), 0) >= 0);
    }

    /** Whether an answer that was read as a tree holds the version, and nothing that the root does not say. */
    static boolean isOfRoot(Element root) {
        return isOfRoot(root, new Names())
                && content(root).stream().allMatch(child -> RootDecoders.VERSION_NAMES.indexOf(child.name(), 0) >= 0);
    }

    /** The API's root says SUCCESS to everybody, also where a call's name or its parameters are lost on the way. */
    static Fault answerOfRoot() {
        return new Fault("the version, which the API's root answers, and nothing of the call", 0);
    }

    /** Whether it says no more than its returncode. */
    boolean isBare() {
        return messageKey == null && message == null;
    }

    boolean isFailure() {
        return returncode != null && !returncode.equals(SUCCESS);
    }

    /** Returns what a successful answer says of itself. */
    Status status() {
        return new Status(returncode == null ? SUCCESS : returncode, messageKey, message);
    }

    /** Returns all reasons of a failure, in the server's order. */
    List<ApiError> reasons() {
        Reasons reasons = new Reasons();
        if (messageKey != null || message != null) {
            reasons.add(messageKey == null ? "" : messageKey, message == null ? "" : message);
        }
        errors.forEach(error -> reasons.add(error.key(), error.message()));
        return reasons.kept();
    }

    private static List<ApiError> errors(Element root) {
        Reasons reasons = new Reasons();
        root.children().stream()
                .filter(child -> child.name().equals(ElementName.ERRORS.wireName()))
                .filter(list -> !isEmpty(list))
                .forEach(list -> add(list, reasons));
        return reasons.kept();
    }

    /** Takes one reason, or all of a list; one may stand where a list is meant. */
    private static void add(Element error, Reasons reasons) {
        String key = either(error, ElementName.KEY);
        String message = either(error, ElementName.MESSAGE);
        if (error.children().isEmpty() || !key.isEmpty() || !message.isEmpty()) {
            reasons.add(key, message.isEmpty() ? error.revealText() : message);
        } else {
            error.children().forEach(child -> add(child, reasons));
        }
    }

    private static boolean isEmpty(Element list) {
        return list.children().isEmpty()
                && list.attributes().isEmpty()
                && list.revealText().isEmpty();
    }

    private static String either(Element error, ElementName name) {
        String text = text(error, name);
        return text == null ? error.attributes().getOrDefault(name.wireName(), "") : text;
    }

    private static @Nullable String text(Element parent, ElementName name) {
        return TreeValues.text(parent.children(), name);
    }
}
