// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.Confidential;
import io.blueflux.parameter.Parameter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The session of a user who is in a meeting, as join gave it: what some calls are made with instead of a checksum.
 * Both parts are confidential.
 *
 * @param sessionToken the token, {@code sessionToken}
 * @param cookie what the user's browser sends as {@code Cookie}, for example {@code JSESSIONID=…}; null where the meeting
 *     allows requests without
 */
public record UserSession(
        Confidential sessionToken, @Nullable Confidential cookie) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException naming the part and the rule, never a value
     */
    public UserSession {
        Objects.requireNonNull(sessionToken, "sessionToken");
        Parameter.SESSION_TOKEN.check(sessionToken.reveal());
        if (cookie != null) {
            checkCookie(cookie.reveal());
        }
    }

    /**
     * Makes a session of texts.
     *
     * @param sessionToken the token
     * @param cookie what the user's browser sends as {@code Cookie}, or null
     * @throws IllegalArgumentException naming the part and the rule, never a value
     */
    public UserSession(String sessionToken, @Nullable String cookie) {
        this(Confidential.of(Objects.requireNonNull(sessionToken, "sessionToken")), Confidential.ofNullable(cookie));
    }

    /**
     * Makes a session without a cookie.
     *
     * @param sessionToken the token
     * @return the session
     */
    public static UserSession of(String sessionToken) {
        Objects.requireNonNull(sessionToken, "sessionToken");
        return new UserSession(Confidential.of(sessionToken), null);
    }

    static void checkCookie(String cookie) {
        if (!cookie.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("cookie must be printable ASCII");
        }
    }
}
