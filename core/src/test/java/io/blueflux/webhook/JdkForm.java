// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads forms as the JDK decodes them. */
final class JdkForm {
    /** The JDK takes a sign for a digit. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private JdkForm() {}

    /** Returns the fields, or null if the form is malformed. An ampersand at the end begins no field. */
    static @Nullable Map<String, String> fields(byte[] form) {
        String text = new String(form, ISO_8859_1);
        Map<String, String> fields = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return fields;
        }
        if (BROKEN_ESCAPE.matcher(text).find()) {
            return null;
        }
        try {
            String whole = text.endsWith("&") ? text.substring(0, text.length() - 1) : text;
            for (String field : whole.split("&", -1)) {
                String[] parts = field.split("=", 2);
                if (fields.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1])) != null) {
                    return null;
                }
            }
            return fields;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String decoded(String text) throws CharacterCodingException {
        byte[] bytes = URLDecoder.decode(text, ISO_8859_1).getBytes(ISO_8859_1);
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
