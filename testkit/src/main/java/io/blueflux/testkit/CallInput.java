// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request as a call checks it: values without control characters and outer blanks, but for metadata. What a server
 * keeps of some of them is the value as sent.
 */
final class CallInput {
    private final RecordedRequest request;
    private final Map<String, String> parameters;
    private final byte[] body;

    private CallInput(RecordedRequest request, Map<String, String> parameters, byte[] body) {
        this.request = request;
        this.parameters = parameters;
        this.body = body;
    }

    RecordedRequest request() {
        return request;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    byte[] body() {
        return body;
    }

    static CallInput of(RecordedRequest request, byte[] body) {
        Map<String, String> cleaned = new LinkedHashMap<>();
        request.parameters()
                .forEach((name, value) -> cleaned.put(name, name.startsWith("meta_") ? value : cleaned(value)));
        return new CallInput(request, cleaned, body);
    }

    private static String cleaned(String value) {
        return withoutControls(value).strip();
    }

    private static String withoutControls(String value) {
        StringBuilder kept = new StringBuilder(value.length());
        value.codePoints().filter(c -> !Character.isISOControl(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Tells whether the query, or it and a form together, names a parameter twice. */
    boolean repeats() {
        boolean form = body.length > 0 && ContentType.of(request).equals(ContentType.FORM);
        String more = form ? "&" + new String(body, StandardCharsets.UTF_8) : "";
        return FormText.repeats(request.rawQuery() + more);
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** Returns the value, or an empty text. */
    String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    String text(String name, String whenEmpty) {
        String value = text(name);
        return value.isEmpty() ? whenEmpty : value;
    }

    /** Returns the value as sent, or another if it is empty or absent. */
    String sent(String name, String whenEmpty) {
        String value = request.parameters().getOrDefault(name, "");
        return value.isEmpty() ? whenEmpty : value;
    }

    /** Returns the value as sent, but without control characters. */
    String printable(String name) {
        return withoutControls(sent(name, ""));
    }

    /** Everything but {@code true} is false. */
    boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** What is not a number counts as absent, as the server has it. */
    int number(String name, int fallback) {
        String value = text(name);
        return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : fallback;
    }

    List<String> list(String name) {
        return List.of(text(name).split(",")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Returns the parameters whose names start with a prefix, under the rest of their names. */
    Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
