// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.io.Serializable;
import java.util.Objects;

/**
 * One reason that a server gave (BBB API, "Error handling"). Match on the key; texts differ between versions.
 *
 * @param key the messageKey, for example {@code notFound}; empty if the server gave none
 * @param message the text for people; empty if the server gave none
 */
public record ApiError(String key, String message) implements Serializable {
    /** Refuses what is missing. */
    public ApiError {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(message, "message");
    }

    private static final long serialVersionUID = 1L;
}
