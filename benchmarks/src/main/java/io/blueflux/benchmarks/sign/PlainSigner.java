// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.sign;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;

/** Signing as one would write it with nothing but the JDK. */
final class PlainSigner {
    private PlainSigner() {}

    static String sign(String baseUrl, String call, Map<String, String> parameters, String secret) {
        String query = query(parameters);
        byte[] hash = sha256().digest((call + query + secret).getBytes(StandardCharsets.UTF_8));
        return url(baseUrl, call, query, HexFormat.of().formatHex(hash));
    }

    static String url(String baseUrl, String call, String query, String checksum) {
        return baseUrl + "/api/" + call + "?" + query + (query.isEmpty() ? "" : "&") + "checksum=" + checksum;
    }

    static String query(Map<String, String> parameters) {
        StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, value) -> query.add(encoded(name) + "=" + encoded(value)));
        return query.toString();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
