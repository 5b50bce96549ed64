// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every successful answer may say of itself. A messageKey is not an error: {@code noMeetings},
 * {@code duplicateWarning} and others are successes.
 *
 * @param returncode {@code returncode}: {@code SUCCESS}
 * @param messageKey {@code messageKey}; null if absent or empty
 * @param message {@code message}, for people; null if absent or empty
 */
public record Status(
        String returncode,
        @Nullable String messageKey,
        @Nullable String message) {
    /** Refuses what is missing. */
    public Status {
        Objects.requireNonNull(returncode, "returncode");
    }
}
