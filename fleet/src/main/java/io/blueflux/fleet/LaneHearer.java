// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whom a lane asks before a poll, and tells after it.
 *
 * @param <L> the lane
 */
interface LaneHearer<L> {

    /** Returns what is known of the server when a poll begins; null where nobody but the lane knows. */
    default @Nullable PollBase known(L lane) {
        return null;
    }

    /** Takes what a poll brought that began in a turn; returns whether it is known now. */
    boolean polled(L lane, ServerReport report, @Nullable Object turn);

    /**
     * A poll is over, and the next is due after a while.
     *
     * @param isKnown whether what it brought is known now
     */
    default void over(L lane, boolean isKnown, Duration untilNext) {}
}
