// SPDX-License-Identifier: Apache-2.0
package io.blueflux.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.blueflux.ChecksumAlgorithm;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the client and BBB (BBB API, "Load balancers"). An open set: {@link #of} takes any word.
 *
 * @param text the product's name in lower case; {@code none} for BBB itself, {@code unknown} if nobody has told
 */
public record Balancer(String text) {
    /** BBB itself answers. */
    public static final Balancer NONE = new Balancer("none");

    /** Nobody has told. */
    public static final Balancer UNKNOWN = new Balancer("unknown");

    /** Scalelite. */
    public static final Balancer SCALELITE = new Balancer("scalelite");

    /** b3scale. */
    public static final Balancer B3SCALE = new Balancer("b3scale");

    /** b3lb. */
    public static final Balancer B3LB = new Balancer("b3lb");

    /** bbblb. */
    public static final Balancer BBBLB = new Balancer("bbblb");

    /** bigblueswarm. */
    public static final Balancer BIGBLUESWARM = new Balancer("bigblueswarm");

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if it is empty, longer than 40 characters, or holds a blank or a control character
     */
    public Balancer {
        Objects.requireNonNull(text, "text");
        if (!text.matches("[\\x21-\\x7E]{1,40}")) {
            throw new IllegalArgumentException("balancer must be one word of 1 to 40 printable ASCII characters");
        }
    }

    /**
     * Takes any word.
     *
     * @param text the product's name in lower case
     * @return the value
     * @throws IllegalArgumentException if it is empty, longer than 40 characters, or holds a blank or a control character
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Balancer of(String text) {
        Objects.requireNonNull(text, "text");
        return new Balancer(text);
    }

    /**
     * Tells a balancer by a failure that no other server answers: b3lb answers a wrong checksum with HTTP status 401 and the
     * text {@code Unauthorized}, b3scale with status 500 and the API's XML; some messageKeys are one product's own.
     *
     * @param status the HTTP status
     * @param messageKey the key of the API's answer; empty if it was none
     * @param body how the body starts, if it was no answer of the API; may be empty
     * @return the balancer, or null if others fail in the same way
     */
    public static @Nullable Balancer ofFailure(int status, String messageKey, String body) {
        Objects.requireNonNull(messageKey, "messageKey");
        Objects.requireNonNull(body, "body");
        if (status == 401 && body.strip().startsWith("Unauthorized")) {
            return B3LB;
        }
        if (status == 500 && messageKey.equals("checksumError")) {
            return B3SCALE;
        }
        return switch (messageKey) {
            case "unsupportedRequest", "serverUnavailable", "serverTagUnavailable" -> SCALELITE;
            case "b3scaleGatewayError", "b3scale_server_error" -> B3SCALE;
            case "noInstanceFound", "tenantNotFound", "meetingPoolReached", "userPoolReached" -> BIGBLUESWARM;
            default -> null;
        };
    }

    /** Returns the word. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    Support accepts(ChecksumAlgorithm algorithm) {
        Set<ChecksumAlgorithm> known = algorithms();
        return known.isEmpty() ? Support.UNKNOWN : Support.of(known.contains(algorithm));
    }

    /** What the product takes; b3lb's admin lists its own, and BBB's depend on the release. */
    private Set<ChecksumAlgorithm> algorithms() {
        return switch (text) {
            case "scalelite", "bbblb" ->
                EnumSet.of(ChecksumAlgorithm.SHA1, ChecksumAlgorithm.SHA256, ChecksumAlgorithm.SHA512);
            case "b3scale" -> EnumSet.of(ChecksumAlgorithm.SHA1, ChecksumAlgorithm.SHA256);
            case "bigblueswarm" -> EnumSet.of(ChecksumAlgorithm.SHA1);
            default -> EnumSet.noneOf(ChecksumAlgorithm.class);
        };
    }

    /** Whether parameters in a form arrive, with the checksum alone in the URL; bbblb wants no query at all. */
    Support formPost() {
        return switch (text) {
            case "none", "scalelite" -> Support.YES;
            case "b3scale", "b3lb", "bbblb", "bigblueswarm" -> Support.NO;
            default -> Support.UNKNOWN;
        };
    }

    Support paging() {
        return text.equals("scalelite") ? Support.NO : Support.UNKNOWN;
    }

    Support hooks() {
        return switch (text) {
            case "scalelite", "b3scale", "b3lb", "bbblb" -> Support.NO;
            default -> Support.UNKNOWN;
        };
    }
}
