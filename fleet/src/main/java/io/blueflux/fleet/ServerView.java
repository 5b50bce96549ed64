// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the fleet knows of a server, by its last finished poll. Immutable.
 *
 * @param name the server's name
 * @param health its state and why
 * @param draining it is to get no new meetings, and leaves the fleet when it has none; see {@link BbbFleet#drain}
 * @param cordoned it is to get no new meetings, and stays in the fleet; see {@link BbbFleet#cordon}
 * @param meetingsKnown the last poll was answered. If false, the meetings are those of the last answer and may have ended
 * @param poll the last finished poll
 * @param meetings by {@link FleetMeeting#id()}, in the server's order; those that the server lists as ended are left out
 * @param counts the numbers of these meetings
 * @param bbbVersion {@code bbbVersion}, or {@code apiVersion}, or {@code version}, of the last version answer; null before
 */
public record ServerView(
        String name,
        ServerHealth health,
        boolean draining,
        boolean cordoned,
        boolean meetingsKnown,
        Poll poll,
        Map<String, FleetMeeting> meetings,
        FleetCounts counts,
        @Nullable String bbbVersion) {
    /** Refuses what is missing. */
    public ServerView {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(poll, "poll");
        Objects.requireNonNull(meetings, "meetings");
        Objects.requireNonNull(counts, "counts");
    }

    /**
     * A poll.
     *
     * @param number counts the server's polls from 1 on; 0 if none has finished
     * @param startedAt when it began, by the local clock; when the server was added, if none has finished
     * @param at when it finished, by the local clock; when the server was added, if none has
     * @param serverDate the answer's {@code Date} header; null if there was none
     */
    public record Poll(
            long number,
            Instant startedAt,
            Instant at,
            @Nullable Instant serverDate) {
        /** Refuses what is missing. */
        public Poll {
            Objects.requireNonNull(startedAt, "startedAt");
            Objects.requireNonNull(at, "at");
        }
    }

    static ServerView fresh(String name, Instant now) {
        return new ServerView(
                name,
                ServerHealth.fresh(now),
                false,
                false,
                false,
                new Poll(0, now, now, null),
                Map.of(),
                FleetCounts.NONE,
                null);
    }

    /**
     * Returns the state.
     *
     * @return {@code health().state()}
     */
    public ServerState state() {
        return health.state();
    }

    ServerView withDraining(boolean drains) {
        return with(drains, cordoned);
    }

    ServerView withCordoned(boolean noNewMeetings) {
        return with(draining, noNewMeetings);
    }

    /** Returns this with the marks that are set from outside; no poll tells them. */
    ServerView withMarksOf(ServerView other) {
        return with(other.draining, other.cordoned);
    }

    /** Returns this as if so many polls had finished. */
    ServerView withPolls(long number) {
        return new ServerView(
                name,
                health,
                draining,
                cordoned,
                meetingsKnown,
                new Poll(number, poll.startedAt(), poll.at(), poll.serverDate()),
                meetings,
                counts,
                bbbVersion);
    }

    private ServerView with(boolean drains, boolean noNewMeetings) {
        return drains == draining && noNewMeetings == cordoned
                ? this
                : new ServerView(
                        name, health, drains, noNewMeetings, meetingsKnown, poll, meetings, counts, bbbVersion);
    }

    boolean isKnownToBeEmpty() {
        return meetingsKnown && meetings.isEmpty();
    }
}
