// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.SharedSecret;
import org.jspecify.annotations.Nullable;

/** The header {@code Authorization: Bearer …}. */
final class Bearer {
    private static final String PREFIX = "Bearer ";

    private Bearer() {}

    /** Returns the token, or null if there is none. */
    static @Nullable String token(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return null;
        }
        String token = authorization.substring(PREFIX.length()).strip();
        return token.isEmpty() ? null : token;
    }

    static boolean matches(@Nullable String authorization, SharedSecret secret) {
        String token = token(authorization);
        try {
            return token != null && SharedSecret.of(token).equals(secret);
        } catch (IllegalArgumentException e) {
            return false; // no secret at all
        }
    }
}
