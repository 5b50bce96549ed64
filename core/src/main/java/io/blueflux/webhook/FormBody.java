// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.CallbackRefusedException.malformed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Form fields ({@code application/x-www-form-urlencoded}), read strictly: a field that stands twice, a broken escape or
 * bytes that are not UTF-8 are malformed.
 */
final class FormBody {
    private static final int MAX_FIELDS = 32;
    private static final char REPLACEMENT = '\uFFFD'; // what stands for a byte that is not UTF-8, or for itself

    private FormBody() {}

    static Map<String, String> parse(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int start = 0; start < body.length; ) {
            int end = indexOf(body, '&', start, body.length);
            int equals = indexOf(body, '=', start, end);
            String name = decode(body, start, equals);
            String value = decode(body, Math.min(equals + 1, end), end);
            if (fields.put(name, value) != null || fields.size() > MAX_FIELDS) {
                throw malformed("the form has a field twice or too many fields");
            }
            start = end + 1;
        }
        return fields;
    }

    static Map<String, String> parse(String query) {
        return parse(query.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns where a byte stands first, or the end. */
    private static int indexOf(byte[] body, char wanted, int start, int end) {
        int i = start;
        while (i < end && body[i] != wanted) {
            i++;
        }
        return i;
    }

    private static String decode(byte[] body, int start, int end) {
        byte[] text = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            byte next = body[i];
            if (next == '%') {
                int escaped = escaped(body, i, end);
                if (escaped < 0) {
                    throw malformed("the form has a broken escape");
                }
                next = (byte) escaped;
                i += 2;
            } else if (next == '+') {
                next = ' ';
            }
            text[length++] = next;
        }
        return utf8(text, length);
    }

    /** Returns the byte that an escape stands for, or a negative number if it is broken. */
    static int escaped(byte[] body, int percent, int end) {
        int high = percent + 2 < end ? Character.digit(body[percent + 1], 16) : -1;
        int low = percent + 2 < end ? Character.digit(body[percent + 2], 16) : -1;
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    static String utf8(byte[] bytes) {
        return utf8(bytes, bytes.length);
    }

    private static String utf8(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes, length)) {
            throw malformed("the text is not UTF-8");
        }
        return text;
    }

    private static boolean isUtf8(byte[] bytes, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
