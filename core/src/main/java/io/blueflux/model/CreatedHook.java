// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to hooks/create. For a callback URL that is registered already it names the existing hook, whose meeting and
 * events stay as they were, and {@link #isDuplicate()} is true.
 *
 * @param status {@code messageKey} and {@code message}
 * @param hookId {@code hookID}: a number before bbb-webhooks 3, a UUID since
 * @param permanent {@code permanentHook}; null for a duplicate
 * @param rawData {@code rawData}; null for a duplicate
 * @param unknown elements without a place above
 */
public record CreatedHook(
        Status status,
        @Nullable String hookId,
        @Nullable Boolean permanent,
        @Nullable Boolean rawData,
        List<Element> unknown) {
    /** Refuses what is missing. */
    public CreatedHook {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }

    /**
     * Tells whether the callback URL was registered already, so that this call changed nothing.
     *
     * @return true if the server said {@code duplicateWarning}
     */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean isDuplicate() {
        return "duplicateWarning".equals(status.messageKey());
    }
}
