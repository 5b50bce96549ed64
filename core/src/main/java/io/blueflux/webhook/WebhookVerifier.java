// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.CallbackRefusedException.malformed;
import static io.blueflux.webhook.CallbackRefusedException.unverified;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
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
    private final SharedSecret secret;
    private final String callbackUrl;
    private final Set<WebhookScheme> schemes;
    private final Set<ChecksumAlgorithm> algorithms;

    private WebhookVerifier(
            SharedSecret secret, String callbackUrl, Set<WebhookScheme> schemes, Set<ChecksumAlgorithm> algorithms) {
        this.secret = secret;
        this.callbackUrl = callbackUrl;
        this.schemes = schemes;
        this.algorithms = algorithms;
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
        int query = callbackUrl.indexOf('?');
        if (query >= 0 && !checksums(callbackUrl.substring(query + 1)).isEmpty()) {
            throw new IllegalArgumentException("callbackUrl must not have a parameter called checksum");
        }
        return new WebhookVerifier(
                secret,
                callbackUrl,
                EnumSet.complementOf(EnumSet.of(WebhookScheme.URL_ONLY)),
                EnumSet.allOf(ChecksumAlgorithm.class));
    }

    /**
     * Returns a verifier that accepts these schemes and no other.
     *
     * @param first a scheme
     * @param others more schemes
     * @return a copy
     */
    public WebhookVerifier withSchemes(WebhookScheme first, WebhookScheme... others) {
        return new WebhookVerifier(secret, callbackUrl, EnumSet.of(first, others), algorithms);
    }

    /**
     * Returns a verifier that accepts checksums of these algorithms and no other.
     *
     * @param first an algorithm
     * @param others more algorithms
     * @return a copy
     */
    public WebhookVerifier withAlgorithms(ChecksumAlgorithm first, ChecksumAlgorithm... others) {
        return new WebhookVerifier(secret, callbackUrl, schemes, EnumSet.of(first, others));
    }

    /**
     * Verifies a request and decodes its body.
     *
     * @param rawQuery the query of the request's URL as received, still encoded; holds {@code checksum}
     * @param authorization the header {@code Authorization}
     * @param body the body's bytes as received
     * @return what was delivered, and which scheme proved it
     * @throws CallbackRefusedException if it is not proved or cannot be read
     */
    public WebhookDelivery receive(@Nullable String rawQuery, @Nullable String authorization, byte[] body) {
        WebhookScheme scheme = verify(rawQuery, authorization, body);
        return WebhookDelivery.decode(scheme, WebhookBody.parse(body));
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
        List<String> checksums = rawQuery == null ? List.of() : checksums(rawQuery);
        return switch (checksums.size()) {
            case 0 -> byHeader(authorization);
            case 1 -> byChecksum(checksums.get(0), body);
            default -> throw malformed("more than one checksum");
        };
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
        return algorithms.stream()
                .filter(algorithm -> digest(algorithm).getDigestLength() == length)
                .findFirst()
                .orElseThrow(() -> unverified("the checksum has no accepted length"));
    }

    private byte[] expected(WebhookScheme scheme, ChecksumAlgorithm algorithm, byte[] body) {
        MessageDigest digest = digest(algorithm);
        digest.update(callbackUrl.getBytes(StandardCharsets.UTF_8));
        digest.update(
                switch (scheme) {
                    case RAW_BODY -> body;
                    case FIELDS -> WebhookBody.parse(body).json().getBytes(StandardCharsets.UTF_8);
                    default -> new byte[] {'{', '}'};
                });
        secret.update(digest);
        return digest.digest();
    }

    private static List<String> checksums(String query) {
        return Stream.of(query.split("&", -1))
                .filter(parameter -> parameter.startsWith("checksum="))
                .map(parameter -> parameter.substring("checksum=".length()))
                .toList();
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
