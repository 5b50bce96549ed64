// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a password, a token or the query of a URL looks in {@code toString}: receivers keep keys of their own in queries. */
public final class Blot {
    /** What stands where a secret was. */
    public static final String MARK = "***";

    private Blot() {}

    /**
     * Hides a secret.
     *
     * @param secret a password or a token; may be absent
     * @return the mark, or {@code null} in words
     */
    public static String of(@Nullable String secret) {
        return secret == null ? "null" : MARK;
    }

    /**
     * Shows a URL without its query.
     *
     * @param url the URL; may be absent
     * @return all up to the question mark, and the mark for the rest
     */
    public static @Nullable String ofQuery(@Nullable String url) {
        int query = url == null ? -1 : url.indexOf('?');
        return url == null || query < 0 ? url : url.substring(0, query + 1) + MARK;
    }

    /**
     * Shows texts, URLs among them without their queries.
     *
     * @param texts texts by names
     * @return a copy in the same order
     */
    public static Map<String, String> ofQueries(Map<String, String> texts) {
        Map<String, String> shown = new LinkedHashMap<>(texts);
        shown.replaceAll((name, text) -> text.contains("://") ? String.valueOf(ofQuery(text)) : text);
        return shown;
    }
}
