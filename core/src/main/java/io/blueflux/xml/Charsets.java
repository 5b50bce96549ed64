// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The charsets, beside UTF-8, that an answer may be in: those of one byte a character that hold ASCII. They are looked up
 * here, since the JDK searches the class path for a name that it does not know.
 */
final class Charsets {
    /** What a byte stands for that stands for nothing. */
    static final char NOTHING = '\uFFFD';

    private static final List<String> NAMES = List.of(
            "US-ASCII",
            "ISO-8859-1",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-7",
            "ISO-8859-9",
            "ISO-8859-15",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1257",
            "KOI8-R");
    private static final Map<String, String> TABLES = new HashMap<>();
    private static final List<String> UTF8_NAMES = labels(UTF_8);
    private static final String PARAMETER = "charset=";

    static {
        byte[] all = new byte[0x100];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        for (Charset charset : NAMES.stream().map(Charset::forName).toList()) {
            String table = new String(all, charset);
            labels(charset).forEach(label -> TABLES.put(label, table));
        }
    }

    private Charsets() {}

    /** Returns the charset that a header {@code Content-Type} names, or null. */
    static @Nullable String named(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        for (int at = contentType.indexOf(';'); at >= 0; at = contentType.indexOf(';', at + 1)) {
            int name = afterBlanks(contentType, at + 1);
            if (contentType.regionMatches(true, name, PARAMETER, 0, PARAMETER.length())) {
                return value(contentType, name + PARAMETER.length());
            }
        }
        return null;
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static String value(String contentType, int from) {
        int end = contentType.indexOf(';', from);
        return contentType
                .substring(from, end < 0 ? contentType.length() : end)
                .strip()
                .replace("\"", "")
                .replace("'", "");
    }

    static boolean isUtf8(String label) {
        return UTF8_NAMES.contains(label.toLowerCase(Locale.ROOT));
    }

    /** Returns the 256 characters of a charset, or null if it is UTF-8 or none of these. */
    static @Nullable String table(String label) {
        return TABLES.get(label.toLowerCase(Locale.ROOT));
    }

    private static List<String> labels(Charset charset) {
        String[] labels = charset.aliases().toArray(new String[charset.aliases().size() + 1]);
        labels[labels.length - 1] = charset.name();
        return Arrays.stream(labels)
                .map(label -> label.toLowerCase(Locale.ROOT))
                .toList();
    }
}
