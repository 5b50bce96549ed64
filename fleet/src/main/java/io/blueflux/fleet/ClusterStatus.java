// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the processes that share a fleet, as this one sees it. Immutable.
 *
 * @param members how many there are, this one included
 * @param expected how many there were at most, less those that left in good order; more than {@code members} while some are missing
 * @param missingSince since when some are missing, by the local clock; null if none is
 * @param polled how many servers are polled here
 * @param moves how many servers this process has taken over from others since it started
 * @param oldestView how long ago the longest untold of those servers was told that others poll; zero if there are none. By the time
 *     at which this process heard of them, whatever the clocks of the others say
 */
public record ClusterStatus(
        int members, int expected, @Nullable Instant missingSince, int polled, long moves, Duration oldestView) {

    /** No others, and nothing polled here. */
    public static final ClusterStatus ALONE = new ClusterStatus(1, 1, null, 0, 0, Duration.ZERO);

    /** Refuses what is missing. */
    public ClusterStatus {
        Objects.requireNonNull(oldestView, "oldestView");
    }

    ClusterStatus withPolled(int servers) {
        return new ClusterStatus(members, expected, missingSince, servers, moves, oldestView);
    }

    /**
     * Tells whether members are missing, so that this process may not see what they see.
     *
     * @return true if there are fewer than expected
     */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean isMissingMembers() {
        return members < expected;
    }
}
