// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.SimulatedMeeting.Identity;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The meetings of one server. What is ended or expired is not there. */
final class MeetingStore {
    private final Map<String, SimulatedMeeting> byKey = new ConcurrentHashMap<>();
    private final AtomicLong order = new AtomicLong();
    private final Clock clock;

    MeetingStore(Clock clock) {
        this.clock = clock;
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
        long now = now();
        return byKey.merge(prepared.identity().key(), prepared, (there, fresh) -> there.alive(now) ? there : fresh);
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
        long now = now();
        byKey.values().removeIf(meeting -> !meeting.alive(now));
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
        byKey.remove(meeting.identity().key(), meeting);
        breakoutMeetings(meeting).toList().forEach(this::end);
    }

    private Stream<SimulatedMeeting> breakoutMeetings(SimulatedMeeting parent) {
        return byKey.values().stream()
                .filter(room -> room.breakout().parentInternalId().equals(parent.internalMeetingId()))
                .sorted(Comparator.comparingInt(room -> room.breakout().sequence()));
    }
}
