// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of recordings with what the server says of all (BBB API, "getRecordings").
 *
 * @param status {@code messageKey}, for example {@code noRecordings}
 * @param recordings the page, in the server's arbitrary order; longer than the limit where a server ignores it
 * @param total {@code totalElements}: how many recordings match; null if unknown, as from servers before BBB 2.7.15
 * @param totalFormats {@code pagination/totalElements} of BBB 2.6 to 2.7.14 and early 3.0: how many formats the matching
 *     recordings have together; null from all others
 */
public record RecordingsPage(
        Status status,
        List<Recording> recordings,
        @Nullable Long total,
        @Nullable Long totalFormats) {
    /** Refuses what is missing. */
    public RecordingsPage {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(recordings, "recordings");
    }
}
