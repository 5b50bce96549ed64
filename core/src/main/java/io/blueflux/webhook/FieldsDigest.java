// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Feeds a digest the JSON text that webhooks before 3.0 hashed: three fields in this order, the timestamp as a number. It
 * comes straight from the form's bytes, in one pass and without a copy, since nothing has proved the body yet. What is odd in
 * the form is not looked at: who proved it is told when it is read.
 */
final class FieldsDigest {
    private static final int MAX_FIELDS = 32;
    private static final String DOMAIN = "domain=";
    private static final String CONTROL = "\\u00";
    private static final String HEX = "0123456789abcdef";

    private final MessageDigest digest;
    private final byte[] body;
    private final byte[] pending = new byte[1024];
    private int filled;

    private FieldsDigest(MessageDigest digest, byte[] body) {
        this.digest = digest;
        this.body = body;
    }

    static void update(MessageDigest digest, byte[] body) {
        new FieldsDigest(digest, body).update();
    }

    /** Whether the digest has a domain: one whose name is written otherwise is a field to a reader of forms only. */
    static boolean holdsDomain(byte[] body) {
        return start(body, DOMAIN) >= 0;
    }

    private void update() {
        text("{\"event\":\"");
        value("event=", true);
        text("\",\"timestamp\":");
        value("timestamp=", false);
        if (holdsDomain(body)) {
            text(",\"domain\":\"");
            value(DOMAIN, true);
            text("\"");
        }
        text("}");
        digest.update(pending, 0, filled);
    }

    private void value(String field, boolean quoted) {
        int i = start(body, field);
        while (i >= 0 && i < body.length && body[i] != '&') {
            int hex = body[i] == '%' ? FormBody.escaped(body, i, body.length) : -1;
            int character = hex >= 0 ? hex : body[i] == '+' ? ' ' : body[i];
            if (quoted) {
                quoted(character);
            } else {
                put(character);
            }
            i += hex >= 0 ? 3 : 1;
        }
    }

    /** Returns where a field's value starts, or a negative number. */
    private static int start(byte[] body, String field) {
        int start = 0;
        for (int fields = 0; fields < MAX_FIELDS && start < body.length; fields++) {
            if (isAt(body, start, field)) {
                return start + field.length();
            }
            while (start < body.length && body[start] != '&') {
                start++;
            }
            start++;
        }
        return -1;
    }

    private static boolean isAt(byte[] body, int start, String field) {
        int i = 0;
        while (i < field.length() && start + i < body.length && body[start + i] == field.charAt(i)) {
            i++;
        }
        return i == field.length();
    }

    /** Escapes as JavaScript does. */
    private void quoted(int character) {
        int named = character < 0 ? -1 : "\"\\\b\t\n\f\r".indexOf(character);
        if (named >= 0) {
            put('\\');
            put("\"\\btnfr".charAt(named));
        } else if (character >= 0 && character < ' ') {
            for (int i = 0; i < CONTROL.length(); i++) {
                put(CONTROL.charAt(i));
            }
            put(HEX.charAt(character >> 4));
            put(HEX.charAt(character & 15));
        } else {
            put(character);
        }
    }

    private void text(String ascii) {
        for (byte character : ascii.getBytes(StandardCharsets.US_ASCII)) {
            put(character);
        }
    }

    private void put(int character) {
        if (filled == pending.length) {
            digest.update(pending, 0, filled);
            filled = 0;
        }
        pending[filled++] = (byte) character;
    }
}
