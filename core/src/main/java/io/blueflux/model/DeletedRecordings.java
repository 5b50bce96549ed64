// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;

/**
 * The answer to deleteRecordings. BBB claims success if one of the ids existed.
 *
 * @param status {@code returncode} and the like
 * @param deleted {@code deleted}
 * @param unknown elements without a place above
 */
public record DeletedRecordings(Status status, boolean deleted, List<Element> unknown) {
    /** Refuses what is missing. */
    public DeletedRecordings {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }
}
