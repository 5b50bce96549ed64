// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The envelope around every answer of the API. */
final class Envelopes {
    private Envelopes() {}

    static Answer success(Consumer<XmlLines> content) {
        return envelope("SUCCESS", content);
    }

    static Answer failed(String messageKey, String message) {
        return envelope("FAILED", xml -> xml.element("messageKey", messageKey).element("message", message));
    }

    /** The failure of a client that takes JSON. */
    static Answer failedJson(String messageKey, String message) {
        return Answer.page(
                        200, "application/json;charset=utf-8", """
                {
                    "response": {
                        "returncode": "FAILED",
                        "messageKey": %s,
                        "message": %s
                    }
                }""".formatted(Json.text(messageKey), Json.text(message)))
                .with("Cache-Control", "no-cache");
    }

    /** The form without any {@code messageKey}. */
    static Answer failed(String message) {
        return envelope("FAILED", xml -> xml.element("message", message));
    }

    /** The other failure form, which has no {@code messageKey}. */
    static Answer failedWithErrors(String key, String message) {
        return envelope(
                "FAILED",
                xml -> xml.open("errors")
                        .open("error")
                        .element("key", key)
                        .element("message", message)
                        .close("error")
                        .close("errors"));
    }

    /** A long list, of which one item at a time is made into text. */
    static <T> Answer list(String head, List<T> items, Function<T, String> item, String tail) {
        List<T> snapshot = new ArrayList<>(items);
        return Answer.xml(() -> Stream.concat(
                        Stream.of(head), Stream.concat(snapshot.stream().map(item), Stream.of(tail)))
                .iterator());
    }

    private static Answer envelope(String returncode, Consumer<XmlLines> content) {
        XmlLines xml = new XmlLines().open("response").element("returncode", returncode);
        content.accept(xml);
        String text = xml.close("response").toString();
        return Answer.xml(text.substring(0, text.length() - 1));
    }
}
