// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.SharedSecret;
import io.blueflux.webhook.WebhookVerifier;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Deliveries of webhooks of BBB 3: somebody joins a meeting. Each is another. */
final class Deliveries {
    static final String CALLBACK = "https://app.example.org/bbb-hook";
    static final WebhookVerifier VERIFIER;

    private static final String SECRET = "a-secret-of-the-benchmark";
    private static final long EPOCH = 1_767_225_600_000L;

    static {
        VERIFIER = WebhookVerifier.of(SharedSecret.of(SECRET), CALLBACK);
    }

    private Deliveries() {}

    /** Returns the body of one. */
    static byte[] body(long number) {
        String user = Long.toString(number, 36);
        String event = String.format("""
                        [{"data":{"type":"event","id":"user-joined","attributes":{"meeting":{"internal-meeting-id":\
                        "4f3bb1b1e3c2c1d1c4c5a2a2bbb-1767225600000","external-meeting-id":"course-4711"},"user":{"internal-user-id":\
                        "w_%s","external-user-id":"u-%s","name":"Zoë Müller","role":"VIEWER","presenter":false,"userdata":{},\
                        "guest":false}},"event":{"ts":%d}}}]""", user, user, EPOCH + number);
        String form = "domain=bbb.example.org&event=" + URLEncoder.encode(event, StandardCharsets.UTF_8) + "&timestamp="
                + (EPOCH + number);
        return form.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the hash that proves a body, in hexadecimal. */
    static String checksum(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(CALLBACK.getBytes(StandardCharsets.UTF_8));
            digest.update(body);
            return HexFormat.of().formatHex(digest.digest(SECRET.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
