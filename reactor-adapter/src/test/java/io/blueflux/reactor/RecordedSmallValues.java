// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.reactor.RecordedValues.status;
import static io.blueflux.reactor.RecordedValues.unknown;

import io.blueflux.ApiCall;
import io.blueflux.Confidential;
import io.blueflux.model.CreatedHook;
import io.blueflux.model.DestroyedHook;
import io.blueflux.model.GuestStatus;
import io.blueflux.model.Hook;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.model.JoinUrl;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.LearningDashboard;
import io.blueflux.model.PublishedRecordings;
import io.blueflux.model.SentChatMessage;
import io.blueflux.model.Session;
import io.blueflux.model.TextTrack;
import io.blueflux.model.UpdatedRecordings;
import io.blueflux.model.UploadedTextTrack;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of the calls whose answers are a few fields, in XML or JSON, by the parsers of others alone. */
final class RecordedSmallValues {
    private static final Set<String> JOINED =
            Set.of("meeting_id", "user_id", "auth_token", "session_token", "guestStatus", "url");

    private RecordedSmallValues() {}

    /** Returns the one value of an answer; one that is known by its call's name only is the whole tree. */
    static Object value(ApiCall call, RecordedElement root, List<String> cookies) {
        return switch (call.toString()) {
            case "join" -> joined(root, cookies);
            case "insertDocument" -> new InsertedDocuments(status(root), unknown(root));
            case "sendChatMessage" -> new SentChatMessage(status(root), unknown(root));
            case "publishRecordings" ->
                new PublishedRecordings(status(root), root.flag("published"), unknown(root, "published"));
            case "updateRecordings" ->
                new UpdatedRecordings(status(root), isTrue(root, "updated"), unknown(root, "updated"));
            case "putRecordingTextTrack" ->
                new UploadedTextTrack(status(root), root.text("recordId"), unknown(root, "recordId"));
            case "getJoinUrl" -> new JoinUrl(status(root), root.confidential("url"), unknown(root, "url"));
            case "learningDashboard" ->
                new LearningDashboard(
                        status(root),
                        root.text("data"),
                        root.confidential("sessionToken"),
                        unknown(root, "data", "sessionToken"));
            case "hooks/create" ->
                new CreatedHook(
                        status(root),
                        root.text("hookID"),
                        root.flag("permanentHook"),
                        root.flag("rawData"),
                        unknown(root, "hookID", "permanentHook", "rawData"));
            case "hooks/destroy" -> new DestroyedHook(status(root), isTrue(root, "removed"), unknown(root, "removed"));
            default -> RecordedValues.tree(root);
        };
    }

    static Session session(RecordedElement from) {
        return new Session(
                from.text("meetingID"),
                from.text("meetingName"),
                from.text("userName"),
                unknown(from, Set.of("meetingID", "meetingName", "userName")));
    }

    static Hook hook(RecordedElement from) {
        return new Hook(
                from.text("hookID"),
                from.confidential("callbackURL"),
                from.text("meetingID"),
                !from.named("eventID").isEmpty() ? words(from.text("eventID")) : null,
                from.flag("permanentHook"),
                from.flag("rawData"),
                unknown(from, Set.of("hookID", "callbackURL", "meetingID", "eventID", "permanentHook", "rawData")));
    }

    static TextTrack textTrack(RecordedElement from) {
        return new TextTrack(
                from.confidential("href"),
                from.text("kind"),
                from.text("label"),
                from.text("lang"),
                from.text("source"),
                unknown(from, Set.of("href", "kind", "label", "lang", "source")));
    }

    private static JoinedMeeting joined(RecordedElement root, List<String> cookies) {
        String guest = root.text("guestStatus");
        return new JoinedMeeting(
                status(root),
                root.text("meeting_id"),
                root.text("user_id"),
                guest == null ? null : GuestStatus.of(guest),
                root.confidential("auth_token"),
                root.confidential("session_token"),
                root.confidential("url"),
                lines(cookies),
                unknown(root, JOINED.toArray(String[]::new)));
    }

    static @Nullable Confidential lines(List<String> cookies) {
        return cookies.isEmpty() ? null : Confidential.of(String.join("\n", cookies));
    }

    /** Servers echo what they were told, and take any case for true. */
    private static boolean isTrue(RecordedElement root, String name) {
        return Boolean.parseBoolean(root.text(name));
    }

    private static List<String> words(@Nullable String list) {
        return list == null
                ? List.of()
                : Stream.of(list.split(",", -1)).map(String::strip).toList();
    }
}
