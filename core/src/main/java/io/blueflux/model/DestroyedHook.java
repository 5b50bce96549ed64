// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;

/**
 * The answer to hooks/destroy.
 *
 * @param status {@code returncode} and the like
 * @param removed {@code removed}
 * @param unknown elements without a place above
 */
public record DestroyedHook(Status status, boolean removed, List<Element> unknown) {
    /** Refuses what is missing. */
    public DestroyedHook {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }
}
