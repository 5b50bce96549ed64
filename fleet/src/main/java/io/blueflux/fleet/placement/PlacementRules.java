// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.time.Duration;
import java.util.Objects;

/**
 * By what rules new meetings are placed. Immutable.
 *
 * <p>Of the servers that may take a meeting, the first few in an order of its own, the same in all processes, are its candidates.
 * These are looked at afresh, and the one with the least load for its weight, the new meeting included, gets it. The defaults are
 * where simulations of 6 to 150 servers were flat; what pays is {@link PlacementHints#expecting} and true weights.
 *
 * @param candidates how many servers are looked at; 6 by default. 1 sends a room to the same server each time, more spread better,
 *     up to about 6
 * @param look how fresh what is known of them must be
 * @param expectation how many participants a young meeting is reckoned with
 * @param load how much a meeting loads its server; {@link MeetingLoad#DEFAULT} by default
 * @param confirm whether the other candidates are asked, after a create, if another process made the same meeting there at the same
 *     moment; true by default
 * @param createAttempts on how many servers a create is tried, where it surely failed on those before; 3 by default
 * @param onDown what becomes of a meeting whose server is down and that is asked for; {@link OnDown#PLACE_ANEW} by default
 * @param deadline bounds a findOrCreate as a whole; 63 s by default: the 60 s that a client gives a create, and three more. Set it
 *     along with {@link io.blueflux.reactor.BbbClientBuilder#createTimeout}
 */
public record PlacementRules(
        int candidates,
        Look look,
        Expectation expectation,
        MeetingLoad load,
        boolean confirm,
        int createAttempts,
        OnDown onDown,
        Duration deadline) {

    /** The least load among six candidates: the default. */
    public static final PlacementRules LEAST_LOAD = new PlacementRules(
            6,
            Look.DEFAULT,
            Expectation.DEFAULT,
            MeetingLoad.DEFAULT,
            true,
            3,
            OnDown.PLACE_ANEW,
            Duration.ofSeconds(63));

    /**
     * One candidate: a room is on the same server each time while that may take it, whatever its load, and so are its recordings.
     */
    public static final PlacementRules STICKY = LEAST_LOAD.withCandidates(1);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException naming the one that cannot be used
     */
    public PlacementRules {
        Require.atLeastOne(candidates, "candidates");
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(load, "load");
        Require.atLeastOne(createAttempts, "createAttempts");
        Objects.requireNonNull(onDown, "onDown");
        Require.between(Duration.ofMillis(1), deadline, "deadline");
    }

    /** What becomes of a meeting whose server is down. */
    public enum OnDown {
        /** It is created on another server. Should the first come back with it, there are two, and that is told. */
        PLACE_ANEW,
        /** It is an error until the server is back, or is removed from the fleet. */
        KEEP
    }

    /**
     * How fresh what is known of a candidate must be.
     *
     * @param age an answer that is no older will do; 1 s by default. It bounds what placing costs a server to one getMeetings in
     *     this time, whatever happens
     * @param timeout how long is waited for an answer; 1 s by default. A server that does not answer in time does not get the
     *     meeting
     */
    public record Look(Duration age, Duration timeout) {
        /** One second each. */
        public static final Look DEFAULT = new Look(Duration.ofSeconds(1), Duration.ofSeconds(1));

        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if the age is negative, the timeout not above zero, or either above a day
         */
        public Look {
            Require.between(Duration.ZERO, age, "age");
            Require.between(Duration.ofMillis(1), timeout, "timeout");
        }
    }

    /**
     * How many participants a meeting is reckoned with while they are still coming. What is expected counts in full when it is
     * created, less and less until {@code melt} is over, and never beside those who are there but in their place.
     *
     * @param participants of a meeting without a hint; 20 by default
     * @param most the most that a hint counts for; 200 by default. It bounds what wrong hints cost
     * @param melt how long until nobody more is expected; 20 minutes by default
     */
    public record Expectation(int participants, int most, Duration melt) {
        /** 20, at most 200, for 20 minutes. */
        public static final Expectation DEFAULT = new Expectation(20, 200, Duration.ofMinutes(20));

        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if a number is below 1, or the time below 1 ms or above a day
         */
        public Expectation {
            Require.atLeastOne(participants, "participants");
            Require.atLeastOne(most, "most");
            Require.between(Duration.ofMillis(1), melt, "melt");
        }
    }

    /**
     * Returns these rules with another number of candidates.
     *
     * @param servers at least 1
     * @return a copy
     */
    public PlacementRules withCandidates(int servers) {
        return new PlacementRules(servers, look, expectation, load, confirm, createAttempts, onDown, deadline);
    }

    /**
     * Returns these rules with another freshness of looks.
     *
     * @param other age and timeout
     * @return a copy
     */
    public PlacementRules withLook(Look other) {
        return new PlacementRules(candidates, other, expectation, load, confirm, createAttempts, onDown, deadline);
    }

    /**
     * Returns these rules with another expectation.
     *
     * @param other participants, the most, and how long
     * @return a copy
     */
    public PlacementRules withExpectation(Expectation other) {
        return new PlacementRules(candidates, look, other, load, confirm, createAttempts, onDown, deadline);
    }

    /**
     * Returns these rules with another load of a meeting.
     *
     * @param other the function
     * @return a copy
     */
    public PlacementRules withLoad(MeetingLoad other) {
        return new PlacementRules(candidates, look, expectation, other, confirm, createAttempts, onDown, deadline);
    }

    /**
     * Returns these rules with or without the question after a create.
     *
     * @param asks whether the other candidates are asked
     * @return a copy
     */
    public PlacementRules withConfirm(boolean asks) {
        return new PlacementRules(candidates, look, expectation, load, asks, createAttempts, onDown, deadline);
    }

    /**
     * Returns these rules with another bound on the servers that are tried.
     *
     * @param servers at least 1
     * @return a copy
     */
    public PlacementRules withCreateAttempts(int servers) {
        return new PlacementRules(candidates, look, expectation, load, confirm, servers, onDown, deadline);
    }

    /**
     * Returns these rules with another answer to a server that is down.
     *
     * @param other what becomes of its meetings
     * @return a copy
     */
    public PlacementRules withOnDown(OnDown other) {
        return new PlacementRules(candidates, look, expectation, load, confirm, createAttempts, other, deadline);
    }

    /**
     * Returns these rules with another bound on time.
     *
     * @param bound 1 ms to a day
     * @return a copy
     */
    public PlacementRules withDeadline(Duration bound) {
        return new PlacementRules(candidates, look, expectation, load, confirm, createAttempts, onDown, bound);
    }
}
