// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * When the polls of one server start. Starts have slots, an interval apart and shifted by a phase that the name gives; a start
 * comes a little after its slot, by chance. Slots that passed meanwhile are skipped. Times are in nanoseconds. Not thread-safe.
 */
final class LaneSchedule {
    private static final int MAX_DOUBLINGS = 20;
    private static final long EARLY = Duration.ofSeconds(1).toNanos();

    private final SplittableRandom random;
    private long slot;
    private volatile long due; // others may look
    private long earliest;
    private boolean hasStarted;
    private boolean early; // the slot is still to come

    LaneSchedule(String name, PollSchedule schedule, long now) {
        this.random = new SplittableRandom(NameHash.of(name));
        this.slot = now + (long) (NameHash.fraction(name) * schedule.interval().toNanos());
        this.due = jittered(schedule, schedule.interval().toNanos());
        this.earliest = now;
    }

    long due() {
        return due;
    }

    /** Takes note of a start, which may be late; the next keeps the floor's distance from it. */
    void started(PollSchedule schedule, long now) {
        earliest = now + schedule.floor().toNanos();
        hasStarted = true;
    }

    /** Keeps the floor's distance from the last start of the run before. */
    void follow(LaneSchedule before) {
        if (before.hasStarted && before.earliest - earliest > 0) {
            earliest = before.earliest;
        }
    }

    /** Goes on in the rhythm of another; an early start comes within a second, by the name. */
    void follow(LaneRhythm other, String name, PollSchedule schedule, long now) {
        slot = other.due();
        due = Math.max(slot, Math.max(now, earliest));
        if (other.isEarly()) {
            long within = Math.min(EARLY, schedule.interval().toNanos());
            hasten(now + (long) (NameHash.fraction(name) * within));
        }
    }

    /** Brings the next start forward, as far as the floor lets it; its slot stays where it is. */
    void hasten(long now) {
        long soonest = Math.max(now, earliest);
        if (soonest < due) {
            due = soonest;
            early = true;
        }
    }

    /**
     * Begins another row of slots, from now on and shifted as the first was. A start that was due before the first of them stays,
     * else a schedule that is replaced again and again would never come to one.
     */
    void restart(String name, PollSchedule schedule, long now) {
        long interval = schedule.interval().toNanos();
        slot = now + (long) (NameHash.fraction(name) * interval);
        long first = Math.max(jittered(schedule, interval), earliest);
        if (due < first) {
            slot -= interval;
        } else {
            due = first;
        }
    }

    /** Finds the next start: by what the meetings are like, and later and later while the server is down. */
    void next(PollSchedule schedule, LaneView known, long now) {
        if (known.now().state() == ServerState.DOWN) {
            Duration usual = known.hadNoMeeting() ? schedule.idle() : schedule.interval();
            backOff(schedule, usual, known.failuresSinceDown(), now);
        } else {
            advance(schedule, pause(schedule, known, now), now);
        }
    }

    private static Duration pause(PollSchedule schedule, LaneView known, long now) {
        if (known.isStarting(now)) {
            return schedule.starting();
        }
        return known.now().isKnownToBeEmpty() ? schedule.idle() : schedule.interval();
    }

    /** Moves on to the next slot that has not passed, which after a start that was brought forward may be its own. */
    void advance(PollSchedule schedule, Duration pause, long now) {
        long interval = pause.toNanos();
        slot += early ? 0 : interval;
        if (early || slot < now) {
            slot = now + Math.floorMod(slot - now, interval);
        }
        early = false;
        due = Math.max(jittered(schedule, interval), Math.max(now, earliest));
    }

    /** Pauses for longer, the more failures there were, but not for less than is usual; a new row of slots begins after it. */
    void backOff(PollSchedule schedule, Duration usual, int failuresBefore, long now) {
        int doublings = Math.min(failuresBefore + 1, MAX_DOUBLINGS);
        double longest = schedule.maxBackoff().toNanos();
        double pause = Math.min(schedule.interval().toNanos() * (double) (1L << doublings), longest);
        double shortened = pause - pause * random.nextDouble() / 2;
        slot = now + Math.max((long) shortened, usual.toNanos());
        due = slot;
        early = false;
    }

    private long jittered(PollSchedule schedule, long interval) {
        return slot + (long) (interval * schedule.jitter() * random.nextDouble());
    }
}
