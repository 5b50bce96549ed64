// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import java.util.Objects;

/**
 * How a server is polled. Immutable.
 *
 * @param schedule how often
 * @param depth what is asked for
 * @param deadline bounds a whole poll, its infos included; 10 s by default
 * @param infoConcurrency the most getMeetingInfo calls of one poll in flight, at {@link PollDepth#INFO}; 4 by default
 * @param versionEvery asks for the server's version with every so many polls, the first included; 0 for never; 60 by default.
 *     A version that does not come fails no poll, and is asked for again with the next, then after 2, 4 and so on; a server that is
 *     down is not asked
 * @param attendeeGrace for how long an attendee may be missing without having left; 10 s by default, zero for not at all
 * @param maxMeetings a server that lists more fails the poll; 10,000 by default. Their bytes are bounded by {@link
 *     BbbFleetBuilder#LIMITS} and {@link BbbFleetBuilder#maxMemory}
 */
public record PollPlan(
        PollSchedule schedule,
        PollDepth depth,
        Duration deadline,
        int infoConcurrency,
        int versionEvery,
        Duration attendeeGrace,
        int maxMeetings) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException naming the one that cannot be used
     */
    public PollPlan {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(depth, "depth");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(attendeeGrace, "attendeeGrace");
        Checks.atLeast(Duration.ofMillis(1), deadline, "deadline");
        Checks.atLeast(1, infoConcurrency, "infoConcurrency");
        Checks.atLeast(0, versionEvery, "versionEvery");
        Checks.atLeast(Duration.ZERO, attendeeGrace, "attendeeGrace");
        Checks.atLeast(1, maxMeetings, "maxMeetings");
    }

    /**
     * Asks for the meetings, whole, with the defaults named above.
     *
     * @param schedule how often
     * @return a plan
     */
    public static PollPlan of(PollSchedule schedule) {
        return new PollPlan(
                schedule, PollDepth.MEETINGS, Duration.ofSeconds(10), 4, 60, Duration.ofSeconds(10), 10_000);
    }

    /**
     * Returns this with another schedule.
     *
     * @param other how often
     * @return a copy
     */
    public PollPlan withSchedule(PollSchedule other) {
        return new PollPlan(other, depth, deadline, infoConcurrency, versionEvery, attendeeGrace, maxMeetings);
    }

    /**
     * Returns this with another depth.
     *
     * @param other what is asked for
     * @return a copy
     */
    public PollPlan withDepth(PollDepth other) {
        return new PollPlan(schedule, other, deadline, infoConcurrency, versionEvery, attendeeGrace, maxMeetings);
    }

    /**
     * Returns this with another deadline.
     *
     * @param bound at least 1 ms
     * @return a copy
     */
    public PollPlan withDeadline(Duration bound) {
        return new PollPlan(schedule, depth, bound, infoConcurrency, versionEvery, attendeeGrace, maxMeetings);
    }

    /**
     * Returns this with another bound on a poll's infos.
     *
     * @param infos the most in flight, at least 1
     * @return a copy
     */
    public PollPlan withInfoConcurrency(int infos) {
        return new PollPlan(schedule, depth, deadline, infos, versionEvery, attendeeGrace, maxMeetings);
    }

    /**
     * Returns this with another rhythm of asking for the version.
     *
     * @param polls every so many polls; 0 for never
     * @return a copy
     */
    public PollPlan withVersionEvery(int polls) {
        return new PollPlan(schedule, depth, deadline, infoConcurrency, polls, attendeeGrace, maxMeetings);
    }

    /**
     * Returns this with another grace for attendees that vanish.
     *
     * @param grace zero for none
     * @return a copy
     */
    public PollPlan withAttendeeGrace(Duration grace) {
        return new PollPlan(schedule, depth, deadline, infoConcurrency, versionEvery, grace, maxMeetings);
    }

    /**
     * Returns this with another bound on the meetings of a server.
     *
     * @param meetings at least 1
     * @return a copy
     */
    public PollPlan withMaxMeetings(int meetings) {
        return new PollPlan(schedule, depth, deadline, infoConcurrency, versionEvery, attendeeGrace, meetings);
    }
}
