// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.Element;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Recording;
import io.blueflux.model.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values that an answer holds, by the JDK's parser and nothing of Blueflux but its model. */
final class RecordedValues {
    private static final Set<String> ENVELOPE = Set.of("returncode", "messageKey", "message", "errors");
    private static final Set<String> CREATED = Set.of(
            "meetingID",
            "internalMeetingID",
            "parentMeetingID",
            "attendeePW",
            "moderatorPW",
            "createTime",
            "voiceBridge",
            "dialNumber",
            "createDate",
            "hasUserJoined",
            "duration",
            "hasBeenForciblyEnded");
    private static final Set<String> MEETING = Set.of(
            "meetingName",
            "meetingID",
            "internalMeetingID",
            "createTime",
            "createDate",
            "voiceBridge",
            "dialNumber",
            "attendeePW",
            "moderatorPW",
            "running",
            "duration",
            "hasUserJoined",
            "recording",
            "hasBeenForciblyEnded",
            "startTime",
            "endTime",
            "participantCount",
            "listenerCount",
            "voiceParticipantCount",
            "videoCount",
            "maxUsers",
            "moderatorCount",
            "attendees",
            "metadata",
            "isBreakout",
            "parentMeetingID",
            "sequence",
            "freeJoin",
            "breakout",
            "breakoutRooms");
    private static final Set<String> ATTENDEE = Set.of(
            "userID",
            "fullName",
            "role",
            "isPresenter",
            "isListeningOnly",
            "hasJoinedVoice",
            "hasVideo",
            "clientType",
            "customdata");
    private static final Set<String> RECORDING = Set.of(
            "recordID",
            "meetingID",
            "internalMeetingID",
            "name",
            "isBreakout",
            "published",
            "protected",
            "state",
            "startTime",
            "endTime",
            "participants",
            "rawSize",
            "metadata",
            "breakout",
            "breakoutRooms",
            "size",
            "playback",
            "data");
    private static final Set<String> VERSION = Set.of(
            "version",
            "apiVersion",
            "bbbVersion",
            "html5PluginSdkVersion",
            "graphqlWebsocketUrl",
            "graphqlApiUrl",
            "apiUrl",
            "build",
            "info");
    private static final Set<String> FORMAT = Set.of("type", "url", "processingTime", "length", "size", "preview");

    private RecordedValues() {}

    /** Returns what a call should hand over for an answer, which may be broken off. */
    static List<Object> of(ApiCall call, RecordedElement root, List<String> cookies) {
        return switch (call.toString()) {
            case "getMeetings" -> items(root, "meetings", "meeting", item -> meeting(item, MEETING));
            case "getRecordings" -> items(root, "recordings", "recording", RecordedValues::recording);
            case "getSessions" -> items(root, "sessions", "meeting", RecordedSmallValues::session);
            case "hooks/list" -> items(root, "hooks", "hook", RecordedSmallValues::hook);
            case "getRecordingTextTracks" -> items(root, "tracks", "item", RecordedSmallValues::textTrack);
            default -> root.isClosed() ? List.of(value(call, root, cookies)) : List.of();
        };
    }

    private static List<Object> items(
            RecordedElement root, String list, String item, Function<RecordedElement, Object> value) {
        return root.within(list, item).stream().map(value).toList();
    }

    private static Object value(ApiCall call, RecordedElement root, List<String> cookies) {
        return switch (call.toString()) {
            case "version" ->
                new ApiVersion(
                        status(root),
                        root.text("version"),
                        root.text("apiVersion"),
                        root.text("bbbVersion"),
                        root.text("html5PluginSdkVersion"),
                        new ApiVersion.Urls(
                                root.text("graphqlWebsocketUrl"), root.text("graphqlApiUrl"), root.text("apiUrl")),
                        new ApiVersion.Balancer(root.text("build"), root.text("info")),
                        unknown(root, VERSION, ENVELOPE));
            case "create" -> created(root);
            case "isMeetingRunning" ->
                new MeetingRunning(
                        status(root), "true".equals(root.text("running")), unknown(root, Set.of("running"), ENVELOPE));
            case "end" -> new EndedMeeting(status(root), unknown(root, Set.of(), ENVELOPE));
            case "getMeetingInfo" -> meeting(root, union(MEETING, ENVELOPE));
            case "deleteRecordings" ->
                new DeletedRecordings(
                        status(root), "true".equals(root.text("deleted")), unknown(root, Set.of("deleted"), ENVELOPE));
            default -> RecordedSmallValues.value(call, root, cookies);
        };
    }

    static Status status(RecordedElement root) {
        return new Status(String.valueOf(root.text("returncode")), root.text("messageKey"), root.text("message"));
    }

    private static CreatedMeeting created(RecordedElement root) {
        return new CreatedMeeting(
                status(root),
                root.text("meetingID"),
                root.text("internalMeetingID"),
                root.text("parentMeetingID"),
                root.instant("createTime"),
                root.text("createDate"),
                root.minutes("duration"),
                root.flag("hasUserJoined"),
                root.flag("hasBeenForciblyEnded"),
                access(root),
                unknown(root, CREATED, ENVELOPE));
    }

    private static Meeting.Access access(RecordedElement from) {
        return new Meeting.Access(
                from.text("voiceBridge"),
                from.text("dialNumber"),
                from.confidential("attendeePW"),
                from.confidential("moderatorPW"));
    }

    private static Meeting meeting(RecordedElement from, Set<String> known) {
        return new Meeting(
                from.text("meetingID"),
                from.text("internalMeetingID"),
                from.text("meetingName"),
                new Meeting.Times(
                        from.instant("createTime"),
                        from.text("createDate"),
                        from.instant("startTime"),
                        from.instant("endTime"),
                        from.minutes("duration")),
                new Meeting.State(
                        from.flag("running"),
                        from.flag("hasUserJoined"),
                        from.flag("recording"),
                        from.flag("hasBeenForciblyEnded"),
                        from.flag("isBreakout")),
                new Meeting.Counts(
                        from.count("participantCount"),
                        from.count("listenerCount"),
                        from.count("voiceParticipantCount"),
                        from.count("videoCount"),
                        from.count("moderatorCount"),
                        from.count("maxUsers")),
                access(from),
                from.within("attendees", "attendee").stream()
                        .map(RecordedValues::attendee)
                        .toList(),
                map(from, "metadata"),
                breakout(from),
                texts(from, "breakoutRooms", "breakout"),
                unknown(from, known, Set.of()));
    }

    private static Meeting.@Nullable Breakout breakout(RecordedElement meeting) {
        RecordedElement nested = meeting.last("breakout");
        RecordedElement from = nested == null ? meeting : nested;
        String parent = from.text("parentMeetingID");
        Integer sequence = from.count("sequence");
        Boolean freeJoin = from.flag("freeJoin");
        return parent == null && sequence == null && freeJoin == null
                ? null
                : new Meeting.Breakout(parent, sequence, freeJoin);
    }

    private static Attendee attendee(RecordedElement from) {
        String role = from.text("role");
        return new Attendee(
                from.text("userID"),
                from.text("fullName"),
                role == null ? null : AttendeeRole.of(role),
                from.flag("isPresenter"),
                from.flag("isListeningOnly"),
                from.flag("hasJoinedVoice"),
                from.flag("hasVideo"),
                from.text("clientType"),
                map(from, "customdata"),
                unknown(from, ATTENDEE, Set.of()));
    }

    private static Recording recording(RecordedElement from) {
        Map<String, String> metadata = map(from, "metadata");
        return new Recording(
                from.text("recordID"),
                metadata.getOrDefault("meetingId", "").isEmpty() ? from.text("meetingID") : metadata.get("meetingId"),
                from.text("internalMeetingID"),
                metadata.getOrDefault("meetingName", "").isEmpty() ? from.text("name") : metadata.get("meetingName"),
                new Recording.State(
                        from.text("state"), from.flag("published"), from.flag("isBreakout"), from.flag("protected")),
                new Recording.Times(from.instant("startTime"), from.instant("endTime")),
                from.count("participants"),
                new Recording.Sizes(from.number("rawSize"), from.number("size")),
                metadata,
                recordedBreakout(from),
                texts(from, "breakoutRooms", "breakoutRoom"),
                formats(from, "playback"),
                formats(from, "data"),
                unknown(from, RECORDING, Set.of()));
    }

    private static Recording.@Nullable Breakout recordedBreakout(RecordedElement recording) {
        RecordedElement from = recording.last("breakout");
        return from == null || !Boolean.TRUE.equals(recording.flag("isBreakout"))
                ? null
                : new Recording.Breakout(from.text("parentId"), from.count("sequence"), from.flag("freeJoin"));
    }

    private static List<Recording.Format> formats(RecordedElement recording, String list) {
        return recording.within(list, "format").stream()
                .map(RecordedValues::format)
                .toList();
    }

    private static Recording.Format format(RecordedElement from) {
        Long processing = from.number("processingTime");
        RecordedElement preview = from.last("preview");
        return new Recording.Format(
                from.text("type"),
                from.text("url"),
                processing == null ? null : Duration.ofMillis(processing),
                from.minutes("length"),
                from.number("size"),
                preview == null
                        ? List.of()
                        : preview.within("images", "image").stream()
                                .map(RecordedValues::image)
                                .toList(),
                unknown(from, FORMAT, Set.of()));
    }

    private static Recording.Image image(RecordedElement from) {
        String alt = RecordedElement.trimmed(from.attributes.getOrDefault("alt", ""));
        return new Recording.Image(
                from.text().isEmpty() ? null : from.text(),
                alt.isEmpty() ? null : alt,
                from.numericAttribute("width"),
                from.numericAttribute("height"));
    }

    private static Map<String, String> map(RecordedElement from, String container) {
        Map<String, String> all = new HashMap<>();
        from.named(container).forEach(element -> all.putAll(element.map()));
        return all;
    }

    private static List<String> texts(RecordedElement from, String container, String item) {
        return from.within(container, item).stream()
                .map(RecordedElement::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Returns what a root holds beside its envelope and the fields of its call. */
    static List<Element> unknown(RecordedElement root, String... known) {
        return unknown(root, Set.of(known), ENVELOPE);
    }

    static List<Element> unknown(RecordedElement item, Set<String> known) {
        return unknown(item, known, Set.of());
    }

    private static List<Element> unknown(RecordedElement from, Set<String> known, Set<String> knownToo) {
        List<Element> unknown = new ArrayList<>();
        from.othersThan(union(known, knownToo)).forEach(element -> unknown.add(tree(element)));
        return unknown;
    }

    static Element tree(RecordedElement from) {
        return new Element(
                from.name,
                Map.copyOf(from.attributes),
                from.text(),
                from.children.stream().map(RecordedValues::tree).toList());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
