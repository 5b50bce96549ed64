// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Values by names, as a query: nothing is encoded that need not be. */
final class AttendeeQuery {
    private AttendeeQuery() {}

    static String of(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + '=' + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return value.replace("%", "%25").replace("&", "%26").replace("+", "%2B");
    }

    static Map<String, String> read(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            values.put(pair[0], pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return values;
    }
}
