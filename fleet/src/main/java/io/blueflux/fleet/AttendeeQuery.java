// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.model.AttendeeRole;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An {@link AttendeeKey} as a query: what is absent is left out, and nothing is encoded that need not be. */
final class AttendeeQuery {
    private AttendeeQuery() {}

    static String of(AttendeeKey key) {
        StringBuilder query = new StringBuilder();
        append(query, "userId", key.userId());
        append(query, "fullName", key.fullName());
        append(query, "role", key.role() == null ? null : key.role().text());
        return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            String encoded = value.replace("%", "%25").replace("&", "%26").replace("+", "%2B");
            query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(encoded);
        }
    }

    static AttendeeKey read(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            values.put(pair[0], pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        String role = values.get("role");
        return new AttendeeKey(
                values.get("userId"), values.get("fullName"), role == null ? null : AttendeeRole.of(role));
    }
}
