// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.Objects;

/**
 * How {@link BbbClient#getMeetingsWithInfo} asks for the infos. Immutable.
 *
 * @param concurrency the most infos in flight, at least 1; 16 by default
 * @param ordered true: results in the order of the list, so the first unfinished one holds the rest; false, the default: in
 *     the order in which they finish
 * @param onFailure what an info that fails does; {@link OnFailure#EMIT} by default
 */
public record FanOut(int concurrency, boolean ordered, OnFailure onFailure) {

    /** What an info that fails does to the others. */
    public enum OnFailure {
        /** It becomes a {@link MeetingResult.Failed}; the others go on. */
        EMIT,
        /** It ends the whole flux with its error. */
        STOP
    }

    /** 16 at once, unordered, failures emitted. */
    public static final FanOut DEFAULT = new FanOut(16, false, OnFailure.EMIT);

    /**
     * Checks the concurrency.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public FanOut {
        Objects.requireNonNull(onFailure, "onFailure");
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, not " + concurrency);
        }
    }

    /**
     * Returns this with another concurrency.
     *
     * @param infos the most infos in flight
     * @return a copy
     */
    public FanOut withConcurrency(int infos) {
        return new FanOut(infos, ordered, onFailure);
    }

    /**
     * Returns this with or without order.
     *
     * @param inOrder whether results come in the order of the list
     * @return a copy
     */
    public FanOut withOrdered(boolean inOrder) {
        return new FanOut(concurrency, inOrder, onFailure);
    }

    /**
     * Returns this with another way to take failures.
     *
     * @param reaction what a failure does
     * @return a copy
     */
    public FanOut withOnFailure(OnFailure reaction) {
        return new FanOut(concurrency, ordered, reaction);
    }
}
