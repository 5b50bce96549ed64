// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a text with a password, a token or the query of a URL looks in {@code toString}: receivers keep keys of their own in queries. */
public final class Blot {
    /** What stands where a secret was. */
    public static final String MARK = "***";

    private Blot() {}

    /**
     * Shows a text without what may be a secret in it.
     *
     * @param text any text
     * @return a URL up to its question mark, and the mark for the rest; the mark alone if what comes before tells a secret too
     */
    public static String ofUrl(String text) {
        int query = text.contains("://") ? text.indexOf('?') : -1;
        String start = query < 0 ? text : text.substring(0, query);
        if (Secrets.mayBeIn(start)) {
            return MARK;
        }
        return query < 0 ? text : start + "?" + MARK;
    }

    /**
     * Shows texts without what may be a secret in them.
     *
     * @param texts texts by names
     * @return a copy in the same order
     */
    public static Map<String, String> ofUrls(Map<String, String> texts) {
        Map<String, String> shown = new LinkedHashMap<>(texts);
        shown.replaceAll((name, text) -> ofUrl(String.valueOf(text))); // read back from JSON, one may be null
        return shown;
    }
}
