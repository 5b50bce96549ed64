// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.model.AttendeeRole;
import io.blueflux.model.JsonValue;
import io.blueflux.webhook.WebhookEvent.Head;
import io.blueflux.webhook.WebhookEvent.MeetingIds;
import io.blueflux.webhook.WebhookEvent.UserIds;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From an event's JSON to its record: a switch over the ids. */
final class EventDecoder {
    private final Head head;
    private final Fields attributes;

    private EventDecoder(Head head, Fields attributes) {
        this.head = head;
        this.attributes = attributes;
    }

    static WebhookEvent event(JsonValue json) {
        Fields event = new Fields(json);
        if (event.value("envelope") != null) {
            return ofBus(event.in("envelope"), event.in("core"), json);
        }
        if (event.value("header") != null && event.value("payload") != null) {
            return ofScripts(event.in("header"), event.in("payload"), json);
        }
        Fields data = event.in("data");
        String id = data.text("id");
        Fields attributes = data.in("attributes");
        boolean milliseconds = id != null && !id.startsWith("rap-");
        Head head = new Head(
                id, milliseconds ? data.in("event").instant("ts") : null, meetingIds(attributes.in("meeting")), json);
        return id == null ? new WebhookEvent.Unknown(head) : new EventDecoder(head, attributes).event(id);
    }

    /** Reads the message of a server's bus. Its kind decides where it names the meeting. */
    private static WebhookEvent ofBus(Fields envelope, Fields core, JsonValue json) {
        Fields body = core.in("body");
        Fields created = body.in("props").in("meetingProp");
        String internal = Stream.of(
                        envelope.in("routing").text("meetingId"),
                        core.in("header").text("meetingId"),
                        created.text("intId"),
                        body.text("meetingId"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return raw(new MeetingIds(internal, created.text("extId")), envelope.text("name"), json);
    }

    /** Reads the message of a recording's scripts. */
    private static WebhookEvent ofScripts(Fields header, Fields payload, JsonValue json) {
        MeetingIds meeting = new MeetingIds(payload.text("meeting_id"), payload.text("external_meeting_id"));
        return raw(meeting, header.text("name"), json);
    }

    private static WebhookEvent raw(MeetingIds meeting, @Nullable String name, JsonValue json) {
        return new WebhookEvent.Raw(new Head(null, null, meeting, json), name);
    }

    private WebhookEvent event(String id) {
        return switch (id) {
            case "meeting-created" -> meetingCreated(attributes.in("meeting"));
            case "meeting-ended" -> new MeetingEvent.Ended(head);
            case "meeting-recording-started", "meeting-recording-stopped", "meeting-recording-unhandled" ->
                new MeetingEvent.RecordingMarked(head);
            case "meeting-screenshare-started", "meeting-screenshare-stopped" ->
                new MeetingEvent.ScreenShared(head, userIds());
            case "meeting-presentation-changed" ->
                new MeetingEvent.PresentationChanged(
                        head, attributes.in("meeting").text("presentation-id"));
            case "chat-group-message-sent" -> chatMessage(attributes.in("chat-message"));
            case "poll-started" -> pollStarted(attributes.in("poll"));
            case "poll-responded" -> pollResponded(attributes.in("poll"));
            case "transcript-updated" -> transcript(attributes.in("transcript"));
            case "pad-content" -> pad(attributes.in("pad"));
            case "rap-published", "rap-unpublished", "rap-deleted" ->
                new RecordingEvent.StateChanged(head, attributes.text("record-id"), attributes.text("format"));
            case "rap-archive-started", "rap-archive-ended", "rap-sanity-started", "rap-sanity-ended" -> step();
            case "rap-post-archive-started", "rap-post-archive-ended" -> step();
            case "rap-process-started", "rap-process-ended" -> step();
            case "rap-post-process-started", "rap-post-process-ended" -> step();
            case "rap-publish-started", "rap-publish-ended" -> step();
            case "rap-post-publish-started", "rap-post-publish-ended" -> step();
            default -> userEvent(id, attributes.in("user"));
        };
    }

    private WebhookEvent userEvent(String id, Fields user) {
        return switch (id) {
            case "user-joined" -> new UserEvent.Joined(head, userIds(), details(user));
            case "user-left" -> new UserEvent.Left(head, userIds(), details(user));
            case "user-audio-voice-enabled",
                    "user-audio-voice-disabled",
                    "user-audio-muted",
                    "user-audio-unmuted",
                    "user-audio-unhandled" -> audio(user);
            case "user-cam-broadcast-start", "user-cam-broadcast-end" ->
                new UserEvent.Camera(head, userIds(), user.text("stream"));
            case "user-presenter-assigned", "user-presenter-unassigned" -> new UserEvent.Presenter(head, userIds());
            case "user-emoji-changed" -> new UserEvent.EmojiChanged(head, userIds(), user.text("emoji"));
            case "user-raise-hand-changed" -> new UserEvent.HandRaised(head, userIds(), raiseHand(user));
            default -> new WebhookEvent.Unknown(head);
        };
    }

    private MeetingEvent.Created meetingCreated(Fields meeting) {
        Integer minutes = meeting.count("duration");
        return new MeetingEvent.Created(
                head,
                meeting.text("name"),
                minutes == null ? null : Duration.ofMinutes(minutes),
                new MeetingEvent.CreateTime(meeting.instant("create-time"), meeting.text("create-date")),
                new MeetingEvent.Access(
                        meeting.confidential("moderator-pass"),
                        meeting.confidential("viewer-pass"),
                        meeting.text("voice-conf"),
                        meeting.text("dial-number")),
                new MeetingEvent.Breakout(meeting.flag("is-breakout"), meeting.text("parent-id")),
                new MeetingEvent.Settings(
                        meeting.flag("record"),
                        meeting.count("max-users"),
                        meeting.text("audioBridge"),
                        meeting.text("cameraBridge"),
                        meeting.text("screenShareBridge")),
                meeting.map("metadata"));
    }

    private static UserEvent.Details details(Fields user) {
        String role = user.text("role");
        return new UserEvent.Details(
                user.text("name"),
                role == null ? null : AttendeeRole.of(role),
                user.flag("presenter"),
                user.flag("guest"),
                user.map("userdata"),
                new UserEvent.Client(
                        user.text("ip-address"),
                        user.text("user-agent"),
                        user.confidential("referer"),
                        user.confidential("session-token")));
    }

    private UserEvent.Audio audio(Fields user) {
        return new UserEvent.Audio(
                head, userIds(), user.flag("listening-only"), user.flag("sharing-mic"), user.flag("muted"));
    }

    private static @Nullable Boolean raiseHand(Fields user) {
        Boolean raised = user.flag("raise-hand");
        return raised != null ? raised : user.flag("raiseHand");
    }

    private ChatMessageSent chatMessage(Fields message) {
        Fields sender = message.in("sender");
        return new ChatMessageSent(
                head,
                attributes.text("chat-id"),
                message.text("id"),
                message.text("message"),
                userIds(sender),
                sender.text("name"),
                sender.instant("time"));
    }

    private PollEvent.Started pollStarted(Fields poll) {
        return new PollEvent.Started(
                head,
                userIds(),
                poll.text("id"),
                poll.text("question"),
                poll.objects("answers", answer -> new PollEvent.Answer(answer.text("id"), answer.text("key"))));
    }

    private PollEvent.Responded pollResponded(Fields poll) {
        return new PollEvent.Responded(head, userIds(), poll.text("id"), poll.texts("answerIds"));
    }

    private TranscriptUpdated transcript(Fields transcript) {
        return new TranscriptUpdated(
                head,
                userIds(),
                transcript.text("id"),
                transcript.text("transcript"),
                transcript.text("locale"),
                transcript.flag("final"));
    }

    private PadContent pad(Fields pad) {
        return new PadContent(
                head,
                pad.text("id"),
                pad.text("external-pad-id"),
                pad.number("rev"),
                pad.number("start"),
                pad.number("end"),
                pad.text("text"));
    }

    private RecordingEvent.Step step() {
        return new RecordingEvent.Step(
                head,
                attributes.text("record-id"),
                attributes.flag("success"),
                attributes.number("step-time"),
                attributes.text("workflow"),
                new RecordingEvent.Archived(attributes.flag("recorded"), attributes.number("duration")),
                attributes.value("recording") == null ? null : published(attributes.in("recording")));
    }

    private static RecordingEvent.Published published(Fields recording) {
        return new RecordingEvent.Published(
                recording.text("name"),
                recording.flag("is-breakout"),
                new RecordingEvent.Time(recording.instant("start-time"), recording.instant("end-time")),
                recording.number("size"),
                recording.number("raw-size"),
                recording.map("metadata"),
                recording.value("playback"),
                recording.value("download"));
    }

    private UserIds userIds() {
        return userIds(attributes.in("user"));
    }

    private static UserIds userIds(Fields user) {
        return new UserIds(user.text("internal-user-id"), user.text("external-user-id"));
    }

    private static MeetingIds meetingIds(Fields meeting) {
        return new MeetingIds(meeting.text("internal-meeting-id"), meeting.text("external-meeting-id"));
    }
}
