// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.blueflux.SharedSecret;
import io.blueflux.webhook.WebhookVerifier;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Requests as a server with webhooks 3.4 sends them. */
final class Deliveries {
    static final String URL = "https://app.example.org/bbb-hook";
    static final String SECRET = "639259d4-made-up";
    static final WebhookVerifier VERIFIER = WebhookVerifier.of(SharedSecret.of(SECRET), URL);

    static final long NOW = System.currentTimeMillis();

    private Deliveries() {}

    /** One event for each time. */
    static byte[] ended(int... times) {
        return body(
                1,
                Arrays.stream(times)
                        .mapToObj(time -> "{\"data\":{\"type\":\"event\",\"id\":\"meeting-ended\",\"event\":{\"ts\":"
                                + time + "}}}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    /** Its timestamp is so many milliseconds after the tests began. */
    static byte[] body(int timestamp, String events) {
        return ("domain=bbb.example.org&event=" + URLEncoder.encode(events, UTF_8) + "&timestamp=" + (NOW + timestamp))
                .getBytes(UTF_8);
    }

    static String query(byte[] body) {
        return query(URL, SECRET, body);
    }

    static String query(String callbackUrl, String secret, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(callbackUrl.getBytes(UTF_8));
            digest.update(body);
            return "checksum=" + HexFormat.of().formatHex(digest.digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static WebhookIntake.Answer deliver(WebhookIntake intake, byte[] body) {
        return intake.receive(query(body), null, body);
    }

    /** Signed as the server of that name does. */
    static WebhookIntake.Answer deliver(ServerWebhooks hooks, String server, byte[] body) {
        return deliver(hooks, server, SECRET, body);
    }

    static WebhookIntake.Answer deliver(ServerWebhooks hooks, String server, String secret, byte[] body) {
        return hooks.receive(server, query(urlOf(server), secret, body), null, body);
    }

    static String urlOf(String server) {
        return ServerWebhooks.callbackUrl("https://app.example.org/bbb-hooks", server);
    }

    static WebhookVerifier verifierOf(String server) {
        return verifierOf(server, SECRET);
    }

    static WebhookVerifier verifierOf(String server, String secret) {
        return WebhookVerifier.of(SharedSecret.of(secret), urlOf(server));
    }
}
