// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Decodes queries and form bodies. */
final class FormText {
    private FormText() {}

    /** Adds the decoded parameters of a text; of a repeated name the first value stays. */
    static Map<String, String> decodeInto(Map<String, String> parameters, String text) {
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.putIfAbsent(decoded(name), decoded(value));
            }
        }
        return parameters;
    }

    /** Tells whether a name stands in the text more than once. */
    static boolean repeats(String text) {
        Set<String> names = new HashSet<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty() && !names.add(decoded(equals < 0 ? pair : pair.substring(0, equals)))) {
                return true;
            }
        }
        return false;
    }

    static Map<String, String> decode(String text) {
        return decodeInto(new LinkedHashMap<>(), text);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a lone percent sign: servlet containers take it as it stands
        }
    }
}
