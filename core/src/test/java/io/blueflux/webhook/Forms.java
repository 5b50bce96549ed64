// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Deliveries as the two generations of servers write them, written here a second time. */
final class Forms {
    static final String DOMAIN = "bbb.example.org";
    static final long TIMESTAMP = 1767254460001L;

    private Forms() {}

    /** In the order of webhooks 3. */
    static byte[] newer(String event) {
        return ("domain=" + DOMAIN + "&event=" + URLEncoder.encode(event, UTF_8) + "&timestamp=" + TIMESTAMP)
                .getBytes(UTF_8);
    }

    /** In the order of webhooks 2. */
    static byte[] older(String event) {
        return ("event=" + URLEncoder.encode(event, UTF_8) + "&timestamp=" + TIMESTAMP + "&domain=" + DOMAIN)
                .getBytes(UTF_8);
    }

    /** What webhooks 2 hashed between URL and secret. */
    static byte[] json(String event) {
        String escaped = event.chars().mapToObj(Forms::escaped).collect(Collectors.joining());
        return ("{\"event\":\"" + escaped + "\",\"timestamp\":" + TIMESTAMP + ",\"domain\":\"" + DOMAIN + "\"}")
                .getBytes(UTF_8);
    }

    private static String escaped(int character) {
        int named = "\"\\\b\t\n\f\r".indexOf(character);
        if (named >= 0) {
            return "\\" + "\"\\btnfr".charAt(named);
        }
        return character < 32
                ? "\\u00" + HexFormat.of().toHexDigits((byte) character)
                : String.valueOf((char) character);
    }

    static String query(String jcaName, String url, byte[] hashed, String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance(jcaName);
            digest.update(url.getBytes(UTF_8));
            digest.update(hashed);
            return "checksum=" + HexFormat.of().formatHex(digest.digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
