// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;

/**
 * The answer to updateRecordings. BBB claims success if one of the ids existed; some formats change a while later.
 *
 * @param status {@code returncode} and the like
 * @param updated {@code updated}; false behind Scalelite where BBB says {@code notFound}
 * @param unknown elements without a place above
 */
public record UpdatedRecordings(Status status, boolean updated, List<Element> unknown) {
    /** Refuses what is missing. */
    public UpdatedRecordings {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }
}
