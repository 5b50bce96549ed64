// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends webhooks to the fleet's process, genuine ones and others, and holds what arrives against what was sent. Thread-safe. */
final class Hooks {
    private static final int LARGE = 2 << 20;
    private static final int TOO_LARGE = 413;

    private final String callbackUrl;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Set<String> genuine = new TreeSet<>();
    private final Map<String, Integer> arrived = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int last;

    Hooks(String callbackUrl) {
        this.callbackUrl = callbackUrl;
    }

    /** The fleet was told of a webhook's user. */
    synchronized void arrived(String user) {
        arrived.merge(user, 1, Integer::sum);
    }

    /** Sends some of each kind: the younger before the older, one twice, one forged, one that was changed, one too large. */
    void send() throws IOException, InterruptedException {
        long now = System.currentTimeMillis();
        String younger = next();
        String older = next();
        String repeated = body(younger, now);
        expect(younger, repeated, checksum(repeated), 200);
        String late = body(older, now - TimeUnit.SECONDS.toMillis(30));
        expect(older, late, checksum(late), 200);
        expect(younger, repeated, checksum(repeated), 200);
        String forged = body("forged" + younger, now);
        expect(null, forged, checksum(forged + "?"), 403);
        expect(null, body("changed" + younger, now), checksum(repeated), 403);
        String large = body("large" + younger + "x".repeat(LARGE), now);
        expect(null, large, checksum(large), TOO_LARGE);
    }

    private synchronized String next() {
        return "w_" + ++last;
    }

    private void expect(@Nullable String user, String body, String checksum, int status)
            throws IOException, InterruptedException {
        if (user != null) {
            synchronized (this) {
                genuine.add(user);
            }
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(callbackUrl + "?checksum=" + checksum))
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(body))
                .build();
        int got = status(request, status);
        if (got != status) {
            synchronized (this) {
                wrong.add("a webhook was answered with " + got + ", not " + status);
            }
        }
    }

    /** Who sends what is too large may be cut off before it reads the answer. */
    private int status(HttpRequest request, int expected) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            if (expected == TOO_LARGE) {
                return expected;
            }
            throw e;
        }
    }

    private static String body(String user, long timestamp) {
        String event = "{\"data\":{\"type\":\"event\",\"id\":\"user-joined\",\"attributes\":{\"meeting\":"
                + "{\"internal-meeting-id\":\"m1\",\"external-meeting-id\":\"course-m1\"},\"user\":{\"internal-user-id\":\""
                + user + "\",\"external-user-id\":\"x\",\"name\":\"Ann\",\"role\":\"VIEWER\",\"presenter\":false}},"
                + "\"event\":{\"ts\":" + timestamp + "}}}";
        return "domain=bbb.example.org&event=" + URLEncoder.encode(event, StandardCharsets.UTF_8) + "&timestamp="
                + timestamp;
    }

    private String checksum(String body) {
        try {
            byte[] covered = (callbackUrl + body + FleetMain.HOOK_SECRET).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(covered));
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }

    /** Finds what did not arrive once, or should not have. */
    synchronized List<String> check() {
        List<String> found = new ArrayList<>(wrong);
        genuine.stream()
                .filter(user -> arrived.getOrDefault(user, 0) != 1)
                .forEach(user ->
                        found.add("the webhook of " + user + " arrived " + arrived.getOrDefault(user, 0) + " times"));
        arrived.keySet().stream()
                .filter(user -> !genuine.contains(user))
                .forEach(user -> found.add("a webhook arrived that was forged: " + user));
        return found;
    }

    synchronized int count() {
        return genuine.size();
    }
}
