// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a server says, as a value: a fault changes it before it is sent. The texts of the body are made while they are
 * sent, so a long list never stands in memory.
 *
 * @param headers values by name; each line of a value is sent as a header of its own
 * @param sized whether the length is declared; else the body is chunked
 */
record Answer(int status, Map<String, String> headers, Iterable<String> texts, boolean sized, Delivery delivery) {
    static Answer xml(Iterable<String> texts) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-cache");
        headers.put("Content-Type", "text/xml;charset=utf-8");
        return new Answer(200, headers, texts, false, Delivery.PLAIN);
    }

    static Answer xml(String text) {
        return xml(List.of(text));
    }

    static Answer page(int status, String contentType, String text) {
        return new Answer(status, Map.of("Content-Type", contentType), List.of(text), true, Delivery.PLAIN);
    }

    static Answer redirect(String location) {
        return new Answer(302, Map.of("Location", location), List.of(), true, Delivery.PLAIN);
    }

    /** Its length is not declared. */
    Answer chunked() {
        return new Answer(status, headers, texts, false, delivery);
    }

    Answer with(String header, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new Answer(status, changed, texts, sized, delivery);
    }

    /** Adds what the server's framework adds to each of its answers: three headers of one name. */
    Answer varying() {
        return with("Vary", "Origin\nAccess-Control-Request-Method\nAccess-Control-Request-Headers");
    }

    Answer without(String header) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(header);
        return new Answer(status, changed, texts, sized, delivery);
    }

    Answer with(Delivery changed) {
        return new Answer(status, headers, texts, sized, changed);
    }

    /** Replaces the body's texts while they are read; the operator runs once per sending. */
    Answer mapTexts(UnaryOperator<Iterator<String>> operator) {
        Iterable<String> changed = () -> operator.apply(texts.iterator());
        return new Answer(status, headers, changed, sized, delivery);
    }

    /** Replaces each of the body's texts, by an operator made anew for each sending. */
    Answer mapEachText(Supplier<UnaryOperator<String>> operators) {
        return mapTexts(before -> {
            UnaryOperator<String> operator = operators.get();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return before.hasNext();
                }

                @Override
                public String next() {
                    return operator.apply(before.next());
                }
            };
        });
    }
}
