// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to publishRecordings. BBB claims success if one of the ids existed; some formats change a while later.
 *
 * @param status {@code returncode} and the like
 * @param published {@code published}: what was asked for; null if the server says another word than true or false
 * @param unknown elements without a place above
 */
public record PublishedRecordings(Status status, @Nullable Boolean published, List<Element> unknown) {
    /** Refuses what is missing. */
    public PublishedRecordings {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }
}
