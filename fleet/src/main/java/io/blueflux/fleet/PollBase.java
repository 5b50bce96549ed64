// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import org.jspecify.annotations.Nullable;

/** What a poll goes on from. */
interface PollBase {

    /** Returns what is known of the server, whoever polled it. */
    ServerView view();

    /** Returns whose polls are to be known now; null where none is. */
    @Nullable
    Object turn();

    /** Whether a poll that began in a turn is to be known. */
    default boolean takes(@Nullable Object its) {
        Object now = turn();
        return now != null && now == its;
    }
}
