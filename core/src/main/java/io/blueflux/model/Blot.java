// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a password or a token looks in {@code toString}. */
final class Blot {
    private Blot() {}

    static String of(@Nullable String password) {
        return password == null ? "null" : "***";
    }

    /** Shows a URL without its query. */
    static @Nullable String ofQuery(@Nullable String url) {
        int query = url == null ? -1 : url.indexOf('?');
        return url == null || query < 0 ? url : url.substring(0, query + 1) + "***";
    }

    /** Shows texts, URLs among them without their queries. */
    static Map<String, String> ofQueries(Map<String, String> texts) {
        Map<String, String> shown = new LinkedHashMap<>(texts);
        shown.replaceAll((name, text) -> text.contains("://") ? String.valueOf(ofQuery(text)) : text);
        return shown;
    }
}
