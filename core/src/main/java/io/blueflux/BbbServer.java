// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One BBB server, or one tenant of a balancer: where it is and what signs the calls to it. Immutable.
 *
 * <p>The name is the only form in which a server appears in errors, logs and metrics: path prefixes are tenant keys at
 * some balancers, so the URL is never printed.
 *
 * @param name how the server is told apart; {@code host[:port]} unless given
 * @param baseUrl the URL before {@code /api} in ASCII, without a slash at its end, for example
 *     {@code https://bbb.example.org/bigbluebutton}; its {@code getHost} is null where the host has an underscore, so ask
 *     {@link HostAndPort#of(URI)}
 * @param secret the shared secret
 * @param algorithm the hash of the checksums
 */
public record BbbServer(String name, @JsonIgnore URI baseUrl, SharedSecret secret, ChecksumAlgorithm algorithm) {

    /**
     * Checks and normalises the parts. Those that may be missing, as where a framework binds a record to its settings, become the
     * defaults; no accessor ever returns null.
     *
     * @param name how the server is told apart; null for {@code host[:port]}
     * @param baseUrl the URL, pasted in any form that {@link #of} takes
     * @param secret the shared secret
     * @param algorithm the hash of the checksums; null for SHA-256
     * @throws IllegalArgumentException if the name is blank or the URL cannot be the base of an API
     */
    public BbbServer(@Nullable String name, URI baseUrl, SharedSecret secret, @Nullable ChecksumAlgorithm algorithm) {
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(secret, "secret");
        if (name != null && name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        this.baseUrl = normalised(baseUrl);
        this.name = name == null ? hostAndPort(baseUrl).toString() : name;
        this.secret = secret;
        this.algorithm = algorithm == null ? ChecksumAlgorithm.SHA256 : algorithm;
    }

    /**
     * Makes a server named {@code host[:port]}, with SHA-256.
     *
     * @param baseUrl http or https, with or without {@code /api} and a slash at its end, with any path before it; what
     *     cannot be seen around it is trimmed
     * @param secret the shared secret, as pasted
     * @return the server
     * @throws IllegalArgumentException if the URL or the secret cannot be used; the message says why, without them
     */
    public static BbbServer of(String baseUrl, String secret) {
        Objects.requireNonNull(secret, "secret");
        URI uri = parsed(Objects.requireNonNull(baseUrl, "baseUrl"));
        normalised(uri);
        return new BbbServer(null, uri, SharedSecret.of(secret), null);
    }

    /**
     * Returns this server under another name.
     *
     * @param name the new name
     * @return a copy
     */
    public BbbServer withName(String name) {
        return new BbbServer(Objects.requireNonNull(name, "name"), baseUrl, secret, algorithm);
    }

    /**
     * Returns this server with another hash.
     *
     * @param algorithm the new algorithm
     * @return a copy
     */
    public BbbServer withAlgorithm(ChecksumAlgorithm algorithm) {
        return new BbbServer(name, baseUrl, secret, Objects.requireNonNull(algorithm, "algorithm"));
    }

    /**
     * Returns this server with another secret, for a rotation.
     *
     * @param secret the new secret
     * @return a copy
     */
    public BbbServer withSecret(SharedSecret secret) {
        return new BbbServer(name, baseUrl, secret, algorithm);
    }

    /** Returns the name alone. */
    @Override
    public String toString() {
        return name;
    }

    private static URI parsed(String text) {
        try {
            return new URI(PrintableText.trimmed(text));
        } catch (URISyntaxException e) {
            // the cause would repeat the text, which may hold a tenant key
            throw new IllegalArgumentException("base URL is not a URL: " + e.getReason() + " at index " + e.getIndex());
        }
    }

    private static URI normalised(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        require(scheme.equals("http") || scheme.equals("https"), "must start with http:// or https://");
        HostAndPort authority = hostAndPort(uri);
        require(uri.getRawQuery() == null, "must not have a query");
        require(uri.getRawFragment() == null, "must not have a fragment");
        String path = withoutSlash(uri.getRawPath());
        if (path.endsWith("/api")) {
            path = withoutSlash(path.substring(0, path.length() - "/api".length()));
            require(!path.endsWith("/api"), "must end before /api: it ends with /api/api");
        }
        ApiCall call = callAtTheEnd(path);
        require(call == null, "must end before /api: it ends with the call " + call);
        require(path.codePoints().noneMatch(BbbServer::isHalf), "must not hold half characters");
        path.codePoints().filter(PrintableText::isInvisible).findFirst().ifPresent(hidden -> {
            throw new IllegalArgumentException(
                    "base URL must not hold a character that cannot be seen: U+%04X".formatted(hidden));
        });
        return URI.create(URI.create(scheme + "://" + authority + path).toASCIIString());
    }

    /** Returns the call that a URL of the API ends with, or null: some take the base from a URL that they found. */
    private static @Nullable ApiCall callAtTheEnd(String path) {
        String lowerCase = path.toLowerCase(Locale.ROOT);
        return ApiCall.values().stream()
                .filter(call -> lowerCase.endsWith("/api/" + call.wireName().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static String withoutSlash(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static HostAndPort hostAndPort(URI uri) {
        try {
            return HostAndPort.of(uri);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("base URL " + refused.getMessage());
        }
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("base URL " + rule);
        }
    }
}
