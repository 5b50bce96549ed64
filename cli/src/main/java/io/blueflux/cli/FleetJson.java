// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.AttendeeKey;
import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.ServerHealth;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerView;
import io.blueflux.model.AttendeeRole;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a fleet tells, as JSON: flat, durations and times in milliseconds, the API's words under the API's names. */
final class FleetJson {
    private FleetJson() {}

    static JsonObject report(ServerReport report) {
        ServerView server = report.server();
        Throwable error = report.error();
        JsonObject json = new JsonObject()
                .put("server", server.name())
                .put("state", Words.of(server.state()))
                .put("poll", server.poll().number())
                .put("at", millis(server.poll().at()))
                .put("serverDate", millis(server.poll().serverDate()))
                .put("startedAt", millis(report.startedAt()))
                .put("latency", report.latency().toMillis())
                .put("lag", report.lag().toMillis())
                .put("meetingsKnown", server.meetingsKnown());
        return counts(server.counts(), json)
                .put("bbbVersion", server.bbbVersion())
                .put("error", error == null ? null : server.health().reason());
    }

    static JsonObject event(FleetEvent event) {
        FleetEvent.Source source = event.source();
        JsonObject json = new JsonObject()
                .put("event", name(event))
                .put("server", source.server())
                .put("poll", source.poll())
                .put("at", millis(source.at()))
                .put("serverDate", millis(source.serverDate()));
        return details(event, json);
    }

    private static JsonObject details(FleetEvent event, JsonObject json) {
        if (event instanceof FleetEvent.ServerStateChanged changed) {
            return health(changed.health(), json.put("from", Words.of(changed.from())));
        }
        if (event instanceof FleetEvent.DrainingChanged changed) {
            return json.put("draining", changed.draining());
        }
        if (event instanceof FleetEvent.CordonChanged changed) {
            return json.put("cordoned", changed.cordoned());
        }
        if (event instanceof FleetEvent.MeetingCreated created) {
            return meeting(created.meeting(), json);
        }
        if (event instanceof FleetEvent.MeetingStarted started) {
            return meeting(started.meeting(), json);
        }
        if (event instanceof FleetEvent.MeetingEnded ended) {
            return meeting(ended.meeting(), json);
        }
        if (event instanceof FleetEvent.RecordingChanged changed) {
            return meeting(changed.meeting(), json).put("recording", changed.recording());
        }
        if (event instanceof FleetEvent.AttendeeJoined joined) {
            return attendee(joined.attendee(), meeting(joined.meeting(), json));
        }
        if (event instanceof FleetEvent.AttendeeLeft left) {
            return attendee(left.attendee(), meeting(left.meeting(), json));
        }
        return json; // what there is of servers has no more to say
    }

    /** Returns {@code meeting-created} for {@code MeetingCreated}. */
    private static String name(FleetEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static JsonObject health(ServerHealth health, JsonObject json) {
        return json.put("state", Words.of(health.state())).put("reason", health.reason());
    }

    private static JsonObject meeting(FleetMeeting meeting, JsonObject json) {
        return json.put("meetingID", meeting.meeting().meetingId())
                .put("internalMeetingID", meeting.meeting().internalMeetingId())
                .put("meetingName", meeting.meeting().meetingName());
    }

    private static JsonObject attendee(AttendeeKey attendee, JsonObject json) {
        AttendeeRole role = attendee.role();
        return json.put("userID", attendee.userId())
                .put("fullName", attendee.fullName())
                .put("role", role == null ? null : role.text());
    }

    private static JsonObject counts(FleetCounts counts, JsonObject json) {
        return json.put("meetings", counts.meetings())
                .put("participants", counts.participants())
                .put("listeners", counts.listeners())
                .put("voiceParticipants", counts.voiceParticipants())
                .put("videos", counts.videos())
                .put("moderators", counts.moderators())
                .put("largestMeeting", counts.largestMeeting());
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : (Long) time.toEpochMilli();
    }
}
