// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterWord;
import io.blueflux.fleet.FleetMeeting;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A kept word of this member that nobody has told a newer one for. Immutable. */
final class Told {
    private static final long REFRESH_NANOS = TimeUnit.MINUTES.toNanos(4);

    private final byte[] value;
    private final Duration life;
    private final @Nullable Meetings meetings;
    private final ClusterWord.@Nullable Marks marks;
    private final long at = System.nanoTime();

    /**
     * A view's meetings.
     *
     * @param map as the fleet has them
     * @param body what was put
     * @param at when, by {@link System#nanoTime}
     */
    record Meetings(Map<String, FleetMeeting> map, Body body, long at) {
        static Meetings of(Map<String, FleetMeeting> map) {
            byte[] bytes = MeetingsCode.written(map);
            return new Meetings(map, Body.of(BodyHash.of(bytes), bytes), System.nanoTime());
        }

        /** Returns these, if they are the same and do not end before the views that need them; or others, which are to be put. */
        Meetings or(Map<String, FleetMeeting> now) {
            if (System.nanoTime() - at > REFRESH_NANOS) {
                return of(now);
            }
            if (map == now) {
                return this;
            }
            byte[] bytes = MeetingsCode.written(now);
            BodyHash hash = BodyHash.of(bytes);
            return hash.equals(body.hash())
                    ? new Meetings(now, body, at)
                    : new Meetings(now, Body.of(hash, bytes), System.nanoTime());
        }
    }

    private Told(byte[] value, Duration life, @Nullable Meetings meetings, ClusterWord.@Nullable Marks marks) {
        this.value = value;
        this.life = life;
        this.meetings = meetings;
        this.marks = marks;
    }

    static Told view(byte[] head, Duration life, Meetings meetings) {
        return new Told(head, life, meetings, null);
    }

    static Told word(byte[] value, Duration life, ClusterWord word) {
        return new Told(value, life, null, word instanceof ClusterWord.Marks marks ? marks : null);
    }

    /** Whether it has lived its life; what is told for good has not. */
    boolean isOver(long now) {
        return !life.isNegative() && now - at > life.toNanos();
    }

    byte[] value() {
        return value;
    }

    Duration life() {
        return life;
    }

    @Nullable
    Meetings meetings() {
        return meetings;
    }

    ClusterWord.@Nullable Marks marks() {
        return marks;
    }

    /** Tells whether another member's marks are the later ones. */
    boolean isOlderThan(ClusterWord.Marks others) {
        return marks == null
                || others.version() > marks.version()
                || (others.version() == marks.version() && others.member().compareTo(marks.member()) > 0);
    }
}
