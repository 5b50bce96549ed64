// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.SimulatedMeeting.Identity;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The meetings of one server. What is ended or expired is not there. */
final class MeetingStore {
    /** The two clocks may differ a little. */
    private static final long MARGIN = 20;

    private final Map<String, SimulatedMeeting> byKey = new ConcurrentHashMap<>();
    private final AtomicLong order = new AtomicLong();
    private final Clock clock;
    private final Happenings happenings;
    private volatile Duration endTakes = Duration.ZERO;

    MeetingStore(Clock clock, Happenings happenings) {
        this.clock = clock;
        this.happenings = happenings;
    }

    long now() {
        return clock.millis();
    }

    /** Makes a meeting that is not yet known to the server. */
    SimulatedMeeting prepare(String meetingId) {
        long now = now();
        return prepare(meetingId, meetingId, Digests.sha1(meetingId) + "-" + now, now);
    }

    /** Makes a breakout room: its internal ID is the one given, its external one is derived. */
    SimulatedMeeting prepareBreakout(String meetingId) {
        long now = now();
        return prepare(meetingId, Digests.sha1(meetingId) + "-" + now, meetingId, now);
    }

    private SimulatedMeeting prepare(String key, String meetingId, String internalId, long now) {
        return new SimulatedMeeting(new Identity(key, meetingId, internalId, now, order.incrementAndGet()), this);
    }

    /** Adds a prepared meeting, unless one of that ID lives; returns the one that lives. */
    SimulatedMeeting addOrGet(SimulatedMeeting prepared) {
        SimulatedMeeting before = byKey.get(prepared.identity().key());
        if (before != null && !before.alive(now())) {
            bury(before);
        }
        SimulatedMeeting there = byKey.putIfAbsent(prepared.identity().key(), prepared);
        if (there == null) {
            happenings.meetingCreated(prepared);
            prepared.attendees().forEach(attendee -> joined(prepared, attendee));
        }
        return there == null ? prepared : there;
    }

    /** Takes in a meeting that was created on another server. */
    void adopt(SimulatedMeeting meeting) {
        byKey.putIfAbsent(meeting.identity().key(), meeting);
    }

    /** A meeting that is still being furnished has nobody to tell. */
    void joined(SimulatedMeeting meeting, SimulatedAttendee attendee) {
        if (knows(meeting)) {
            happenings.userJoined(meeting, attendee);
        }
    }

    void left(SimulatedMeeting meeting, SimulatedAttendee attendee) {
        if (knows(meeting)) {
            happenings.userLeft(meeting, attendee);
        }
    }

    void chatSent(SimulatedMeeting meeting, SimulatedChatMessage message) {
        if (knows(meeting)) {
            happenings.chatSent(meeting, message);
        }
    }

    private boolean knows(SimulatedMeeting meeting) {
        return byKey.get(meeting.identity().key()) == meeting;
    }

    /** Ends a meeting as a call does: after the time that this takes, in which the meeting goes on. */
    void endByCall(SimulatedMeeting meeting) {
        Duration time = endTakes;
        if (time.isZero()) {
            end(meeting);
        } else {
            meeting.endsAt(now() + time.toMillis());
            CompletableFuture.delayedExecutor(time.toMillis() + MARGIN, TimeUnit.MILLISECONDS)
                    .execute(this::sweep);
        }
    }

    void endTakes(Duration time) {
        endTakes = time;
    }

    /** Forgets what has expired; nobody noticed that before. */
    private void sweep() {
        long now = now();
        byKey.values().stream().filter(meeting -> !meeting.alive(now)).toList().forEach(this::bury);
    }

    private void bury(SimulatedMeeting dead) {
        if (dead.endedByCall(now())) {
            end(dead);
        } else {
            forget(dead);
        }
    }

    private void forget(SimulatedMeeting meeting) {
        if (byKey.remove(meeting.identity().key(), meeting)) {
            happenings.meetingEnded(meeting);
        }
    }

    /** Finds by external or internal ID. */
    @Nullable
    SimulatedMeeting find(String id) {
        long now = now();
        SimulatedMeeting meeting = byKey.get(id);
        if (meeting != null && meeting.alive(now)) {
            return meeting;
        }
        return byKey.values().stream()
                .filter(other -> other.meetingId().equals(id)
                        || other.internalMeetingId().equals(id))
                .filter(other -> other.alive(now))
                .findFirst()
                .orElse(null);
    }

    List<SimulatedMeeting> list() {
        sweep();
        return byKey.values().stream()
                .sorted(Comparator.comparingLong(meeting -> meeting.identity().order()))
                .toList();
    }

    /** Returns the external IDs of a meeting's breakout rooms. */
    List<String> breakoutsOf(SimulatedMeeting parent) {
        return breakoutMeetings(parent).map(SimulatedMeeting::meetingId).toList();
    }

    /** Returns the external IDs of all breakout rooms by their parents' internal IDs. */
    Map<String, List<String>> breakoutsByParent() {
        return list().stream()
                .filter(SimulatedMeeting::isBreakout)
                .collect(Collectors.groupingBy(
                        room -> room.breakout().parentInternalId(),
                        Collectors.mapping(SimulatedMeeting::meetingId, Collectors.toList())));
    }

    void end(SimulatedMeeting meeting) {
        meeting.markEnded();
        forget(meeting);
        breakoutMeetings(meeting).toList().forEach(this::end);
    }

    private Stream<SimulatedMeeting> breakoutMeetings(SimulatedMeeting parent) {
        return byKey.values().stream()
                .filter(room -> room.breakout().parentInternalId().equals(parent.internalMeetingId()))
                .sorted(Comparator.comparingInt(room -> room.breakout().sequence()));
    }
}
