// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.CallbackRefusedException.malformed;
import static io.blueflux.webhook.CallbackRefusedException.unverified;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import io.blueflux.value.Given;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a server's webhooks from forged ones, and decodes them (BBB API, "Delivery").
 *
 * <p>It accepts what {@link WebhookScheme#RAW_BODY}, {@link WebhookScheme#FIELDS} and {@link WebhookScheme#BEARER} prove,
 * with each of the four hashes, so one verifier serves a server before, while and after it is upgraded. The one scheme that
 * is off is {@link WebhookScheme#URL_ONLY}: it lets a stranger who has seen one request send any event. Every comparison
 * takes the same time for every wrong value. Immutable; safe for use by many threads.
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.of(secret, "https://app.example.org/bbb-hook");
 * WebhookDelivery delivery = verifier.receive(rawQuery, authorization, body);
 * }</pre>
 */
public final class WebhookVerifier {
    /** How far a server's clock may be ahead of ours where {@link #withMaxAge} counts: five minutes. */
    public static final Duration ALLOWED_SKEW = Duration.ofMinutes(5);

    private static final String CHECKSUM = "checksum=";
    private static final Map<Integer, ChecksumAlgorithm> BY_LENGTH = Stream.of(ChecksumAlgorithm.values())
            .collect(Collectors.toUnmodifiableMap(
                    algorithm -> digest(algorithm).getDigestLength(), Function.identity()));

    private final SharedSecret secret;
    private final String callbackUrl;
    private final Set<WebhookScheme> schemes;
    private final Set<ChecksumAlgorithm> algorithms;
    private final DeliveryAge age;

    private WebhookVerifier(
            SharedSecret secret,
            String callbackUrl,
            Set<WebhookScheme> schemes,
            Set<ChecksumAlgorithm> algorithms,
            DeliveryAge age) {
        this.secret = secret;
        this.callbackUrl = callbackUrl;
        this.schemes = schemes;
        this.algorithms = algorithms;
        this.age = age;
    }

    /**
     * Makes a verifier for one hook.
     *
     * @param secret the server's shared secret
     * @param callbackUrl the very text that was registered with hooks/create, whatever a proxy makes of it later
     * @return the verifier
     * @throws IllegalArgumentException if the URL's query has a parameter called checksum: the server adds its own
     */
    public static WebhookVerifier of(SharedSecret secret, String callbackUrl) {
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(callbackUrl, "callbackUrl");
        int query = callbackUrl.indexOf('?');
        if (query >= 0 && !checksums(callbackUrl.substring(query + 1)).isEmpty()) {
            throw new IllegalArgumentException("callbackUrl must not have a parameter called checksum");
        }
        return new WebhookVerifier(
                secret,
                callbackUrl,
                EnumSet.complementOf(EnumSet.of(WebhookScheme.URL_ONLY)),
                EnumSet.allOf(ChecksumAlgorithm.class),
                DeliveryAge.ANY);
    }

    /**
     * Returns a verifier that accepts these schemes and no other.
     *
     * @param first a scheme
     * @param others more schemes
     * @return a copy
     */
    public WebhookVerifier withSchemes(WebhookScheme first, WebhookScheme... others) {
        Objects.requireNonNull(first, "first");
        Given.all(others, "others");
        return new WebhookVerifier(secret, callbackUrl, EnumSet.of(first, others), algorithms, age);
    }

    /**
     * Returns a verifier that accepts checksums of these algorithms and no other.
     *
     * @param first an algorithm
     * @param others more algorithms
     * @return a copy
     */
    public WebhookVerifier withAlgorithms(ChecksumAlgorithm first, ChecksumAlgorithm... others) {
        Objects.requireNonNull(first, "first");
        Given.all(others, "others");
        return new WebhookVerifier(secret, callbackUrl, schemes, EnumSet.of(first, others), age);
    }

    /**
     * Returns a verifier whose {@link #receive} refuses deliveries that are older, so that one that was seen on its way
     * cannot be sent again later. Without this every age is accepted. A server repeats a delivery under its first timestamp
     * for about six minutes, then gives the hook up; ten minutes leave room for clocks that differ. A permanent hook, one of
     * the server's configuration, repeats it without end and sends nothing else meanwhile: a bound must be longer than the
     * longest outage of its receiver. A timestamp more than {@link #ALLOWED_SKEW} ahead is refused too.
     *
     * @param maxAge how old the timestamp may be
     * @param clock tells the time; what it throws comes out of {@code receive}
     * @return a copy
     * @throws IllegalArgumentException if the age is not positive
     */
    public WebhookVerifier withMaxAge(Duration maxAge, Clock clock) {
        Objects.requireNonNull(maxAge, "maxAge");
        Objects.requireNonNull(clock, "clock");
        return new WebhookVerifier(secret, callbackUrl, schemes, algorithms, DeliveryAge.of(maxAge, clock));
    }

    /**
     * Verifies a request and decodes its body. Nothing reads the body before it is proved; then its age counts, if
     * {@link #withMaxAge} was asked for.
     *
     * @param rawQuery the query of the request's URL as received, still encoded; holds {@code checksum}
     * @param authorization the header {@code Authorization}
     * @param body the body's bytes as received
     * @return what was delivered, and which scheme proved it
     * @throws CallbackRefusedException if it is not proved, is too old or cannot be read
     */
    public WebhookDelivery receive(@Nullable String rawQuery, @Nullable String authorization, byte[] body) {
        Objects.requireNonNull(body, "body");
        WebhookScheme scheme = verify(rawQuery, authorization, body);
        WebhookBody fields = WebhookBody.parse(body);
        if (scheme == WebhookScheme.FIELDS && fields.domain() != null && !FieldsDigest.holdsDomain(body)) {
            throw malformed("the domain is not among the fields that were proved");
        }
        age.check(fields.time());
        return WebhookDelivery.decode(scheme, fields);
    }

    /**
     * Looks at what comes before a body, and refuses what no body could prove. A server calls it before it reads one.
     *
     * @param rawQuery the query of the request's URL as received, still encoded
     * @param authorization the header {@code Authorization}
     * @throws CallbackRefusedException if {@link #verify} would throw for whatever body
     */
    public void requireProof(@Nullable String rawQuery, @Nullable String authorization) {
        String checksum = checksum(rawQuery);
        if (checksum == null) {
            byHeader(authorization);
        } else {
            algorithm(parseHex(checksum).length);
        }
    }

    /**
     * Verifies a request. A checksum, where there is one, decides alone; the header counts only without one.
     *
     * @param rawQuery the query of the request's URL as received, still encoded; holds {@code checksum}
     * @param authorization the header {@code Authorization}
     * @param body the body's bytes as received
     * @return the accepted scheme that proved it
     * @throws CallbackRefusedException if none did, or if it is malformed
     */
    public WebhookScheme verify(@Nullable String rawQuery, @Nullable String authorization, byte[] body) {
        Objects.requireNonNull(body, "body");
        String checksum = checksum(rawQuery);
        return checksum == null ? byHeader(authorization) : byChecksum(checksum, body);
    }

    private static @Nullable String checksum(@Nullable String rawQuery) {
        List<String> checksums = rawQuery == null ? List.of() : checksums(rawQuery);
        if (checksums.size() > 1) {
            throw malformed("more than one checksum");
        }
        return checksums.isEmpty() ? null : checksums.get(0);
    }

    private WebhookScheme byHeader(@Nullable String authorization) {
        if (!schemes.contains(WebhookScheme.BEARER) || !Bearer.matches(authorization, secret)) {
            throw unverified("no checksum, and no accepted bearer token");
        }
        return WebhookScheme.BEARER;
    }

    private WebhookScheme byChecksum(String hex, byte[] body) {
        byte[] checksum = parseHex(hex);
        ChecksumAlgorithm algorithm = algorithm(checksum.length);
        for (WebhookScheme scheme : schemes) {
            if (scheme != WebhookScheme.BEARER && MessageDigest.isEqual(checksum, expected(scheme, algorithm, body))) {
                return scheme;
            }
        }
        throw unverified("the checksum does not match");
    }

    private ChecksumAlgorithm algorithm(int length) {
        ChecksumAlgorithm algorithm = BY_LENGTH.get(length);
        if (algorithm == null || !algorithms.contains(algorithm)) {
            throw unverified("the checksum has no accepted length");
        }
        return algorithm;
    }

    private byte[] expected(WebhookScheme scheme, ChecksumAlgorithm algorithm, byte[] body) {
        MessageDigest digest = digest(algorithm);
        digest.update(callbackUrl.getBytes(StandardCharsets.UTF_8));
        switch (scheme) {
            case RAW_BODY -> digest.update(body);
            case FIELDS -> FieldsDigest.update(digest, body);
            default -> digest.update(new byte[] {'{', '}'});
        }
        secret.update(digest);
        return digest.digest();
    }

    private static List<String> checksums(String query) {
        List<String> found = new ArrayList<>(1);
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith(CHECKSUM)) {
                found.add(parameter.substring(CHECKSUM.length()));
            }
        }
        return found;
    }

    private static byte[] parseHex(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw unverified("the checksum is not in hexadecimal");
        }
    }

    private static MessageDigest digest(ChecksumAlgorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.jcaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks " + algorithm.jcaName(), e);
        }
    }

    /** Returns what is accepted; no URL, which may hold a token, and no secret. */
    @Override
    public String toString() {
        return "WebhookVerifier[schemes=" + schemes + ", algorithms=" + algorithms + "]";
    }
}
