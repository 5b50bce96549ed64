// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.fleet.FleetEvent.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events that lead from one view of a server to a later one, whatever was in between. */
final class FeedDiff {
    private final ServerView before;
    private final ServerView after;
    private final Source source;
    private final List<FleetEvent> events = new ArrayList<>();

    private FeedDiff(ServerView before, ServerView after) {
        this.before = before;
        this.after = after;
        ServerView.Poll poll = after.poll();
        this.source = new Source(after.name(), poll.number(), poll.at(), poll.serverDate());
    }

    /** Returns the events of a server that was added, or that changed. */
    static List<FleetEvent> between(@Nullable ServerView before, ServerView after) {
        FeedDiff diff = new FeedDiff(
                before == null ? ServerView.fresh(after.name(), after.poll().at()) : before, after);
        if (before == null) {
            diff.events.add(new FleetEvent.ServerAdded(diff.source));
        }
        diff.server();
        diff.meetingsAsFarAsKnown();
        return diff.events;
    }

    /** Returns the event of a server that was removed. */
    static FleetEvent removed(ServerView before, Instant at) {
        return new FleetEvent.ServerRemoved(
                new Source(before.name(), before.poll().number(), at, null));
    }

    private void server() {
        if (before.draining() != after.draining()) {
            events.add(new FleetEvent.DrainingChanged(source, after.draining()));
        }
        if (before.cordoned() != after.cordoned()) {
            events.add(new FleetEvent.CordonChanged(source, after.cordoned()));
        }
        if (before.state() != after.state()) {
            events.add(new FleetEvent.ServerStateChanged(source, before.state(), after.health()));
        }
    }

    /** What became of meetings is told between known and unknown, also if an answer was missed in between. */
    private void meetingsAsFarAsKnown() {
        boolean changes = before.meetings() != after.meetings();
        if (!before.meetingsKnown() && (after.meetingsKnown() || changes)) {
            events.add(new FleetEvent.MeetingsKnown(source));
        }
        if (changes) {
            meetings();
        }
        if (!after.meetingsKnown() && (before.meetingsKnown() || changes)) {
            events.add(new FleetEvent.MeetingsUnknown(source));
        }
    }

    private void meetings() {
        before.meetings().forEach((id, meeting) -> {
            if (!after.meetings().containsKey(id)) {
                attendees(meeting, meeting.attendees(), Map.of());
                events.add(new FleetEvent.MeetingEnded(source, meeting));
            }
        });
        after.meetings().forEach((id, meeting) -> meeting(before.meetings().get(id), meeting));
    }

    private void meeting(@Nullable FleetMeeting was, FleetMeeting is) {
        if (was == null) {
            events.add(new FleetEvent.MeetingCreated(source, is));
        }
        if (is.started() && (was == null || !was.started())) {
            events.add(new FleetEvent.MeetingStarted(source, is));
        }
        boolean recorded = was != null && was.isRecording();
        if (is.isRecording() != recorded) {
            events.add(new FleetEvent.RecordingChanged(source, is, is.isRecording()));
        }
        attendees(is, was == null ? Map.of() : was.attendees(), is.attendees());
    }

    private void attendees(FleetMeeting meeting, Map<AttendeeKey, Integer> were, Map<AttendeeKey, Integer> are) {
        if (were == are) {
            return;
        }
        were.forEach((key, count) -> {
            for (int i = are.getOrDefault(key, 0); i < count; i++) {
                events.add(new FleetEvent.AttendeeLeft(source, meeting, key));
            }
        });
        are.forEach((key, count) -> {
            for (int i = were.getOrDefault(key, 0); i < count; i++) {
                events.add(new FleetEvent.AttendeeJoined(source, meeting, key));
            }
        });
    }
}
