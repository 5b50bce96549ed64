// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.SimulatedRecording.Format;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Turns what happens on a server into events for its webhooks, and into the other callbacks. */
final class Announcer implements Happenings {
    private final SimulatedCallbacks callbacks;
    private final LongSupplier clock;
    private final String secretText;

    Announcer(SimulatedCallbacks callbacks, LongSupplier clock, String secretText) {
        this.callbacks = callbacks;
        this.clock = clock;
        this.secretText = secretText;
    }

    @Override
    public void meetingCreated(SimulatedMeeting meeting) {
        announce(
                "meeting-created",
                meeting.meetingId(),
                () -> Map.of("meeting", EventJson.wholeMeeting(meeting, callbacks.modern())));
    }

    /** Since version 3 of the webhooks those who are inside leave first, with all that was told when they came. */
    @Override
    public void meetingEnded(SimulatedMeeting meeting) {
        if (callbacks.modern()) {
            meeting.attendees()
                    .forEach(attendee ->
                            announce("user-left", meeting.meetingId(), () -> EventJson.user(meeting, attendee, true)));
        }
        announce("meeting-ended", meeting.meetingId(), () -> Map.of("meeting", EventJson.meeting(meeting)));
        String callback = meeting.metadata().getOrDefault("endcallbackurl", "");
        if (!meeting.isBreakout() && !callback.isEmpty()) {
            String query = "meetingID=" + URLEncoder.encode(meeting.meetingId(), StandardCharsets.UTF_8)
                    + "&recordingmarks=" + meeting.recording();
            callbacks.send(Parcel.get("endCallbackUrl", callback + (callback.contains("?") ? "&" : "?") + query));
        }
        String bare = meeting.createParameters().getOrDefault("meetingEndedURL", "");
        if (!meeting.isBreakout() && !bare.isEmpty()) {
            callbacks.send(Parcel.get("meetingEndedURL", bare));
        }
    }

    @Override
    public void userJoined(SimulatedMeeting meeting, SimulatedAttendee attendee) {
        announce("user-joined", meeting.meetingId(), () -> EventJson.user(meeting, attendee, callbacks.modern()));
    }

    @Override
    public void userLeft(SimulatedMeeting meeting, SimulatedAttendee attendee) {
        announce("user-left", meeting.meetingId(), () -> EventJson.userIds(meeting, attendee, callbacks.modern()));
    }

    @Override
    public void chatSent(SimulatedMeeting meeting, SimulatedChatMessage message) {
        announce(
                "chat-group-message-sent",
                meeting.meetingId(),
                () -> EventJson.chat(meeting, message, callbacks.modern()));
    }

    /** A published recording tells of each of its formats. */
    @Override
    public void recordingAdded(SimulatedRecording recording) {
        if (!recording.state().equals("published")) {
            return;
        }
        String readyUrl = recording.metadata().getOrDefault("bbb-recording-ready-url", "");
        for (Format format : recording.formats()) {
            announce("rap-publish-ended", recording.meetingId(), () -> EventJson.publishEnded(recording, format));
            if (!readyUrl.isEmpty()) {
                callbacks.send(Parcel.once("recordingReady", readyUrl, ready(recording)));
            }
        }
    }

    @Override
    public void recordingChanged(SimulatedRecording recording) {
        String event = "rap-" + recording.state();
        List<String> formats = recording.formats().stream().map(Format::type).toList();
        for (String format : formats.isEmpty() ? List.of("presentation") : formats) {
            announce(event, recording.meetingId(), () -> EventJson.recording(recording, format));
        }
    }

    private String ready(SimulatedRecording recording) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("meeting_id", recording.meetingId());
        claims.put("record_id", recording.recordId());
        return "signed_parameters=" + Jwt.hs256(Json.text(claims), secretText);
    }

    private void announce(String event, String meetingId, Supplier<Map<String, Object>> attributes) {
        if (callbacks.anyHook()) {
            long now = clock.getAsLong();
            callbacks.announce(event, meetingId, EventJson.event(event, attributes.get(), now), now);
        }
    }
}
