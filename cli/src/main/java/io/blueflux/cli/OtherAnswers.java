// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.model.CreatedHook;
import io.blueflux.model.DestroyedHook;
import io.blueflux.model.Element;
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
import io.blueflux.xml.ElementName;
import java.util.List;

/** The answers of the rarer calls as JSON, like those of {@link Answers}. */
final class OtherAnswers {
    private OtherAnswers() {}

    /** Shows the credentials: they are what the call is made for. */
    static JsonObject joined(JoinedMeeting answer) {
        return Answers.status(answer.status())
                .put(ElementName.INNER_MEETING_ID, answer.internalMeetingId())
                .put(ElementName.INNER_USER_ID, answer.internalUserId())
                .put(ElementName.AUTH_TOKEN, answer.authToken())
                .put(ElementName.SESSION_TOKEN, answer.sessionToken())
                .put(
                        ElementName.GUEST_STATUS,
                        answer.guestStatus() == null
                                ? null
                                : answer.guestStatus().text())
                .put(ElementName.URL, answer.url())
                .put(
                        "cookies",
                        answer.cookies() == null
                                ? null
                                : answer.cookies().reveal().lines().toList())
                .put(answer.unknown());
    }

    static JsonObject session(Session session) {
        return new JsonObject()
                .put(ElementName.MEETING_ID, session.internalMeetingId())
                .put(ElementName.MEETING_NAME, session.meetingName())
                .put(ElementName.USER_NAME, session.userName())
                .put(session.unknown());
    }

    static JsonObject inserted(InsertedDocuments answer) {
        return Answers.status(answer.status()).put(answer.unknown());
    }

    static JsonObject sent(SentChatMessage answer) {
        return Answers.status(answer.status()).put(answer.unknown());
    }

    static JsonObject published(PublishedRecordings answer) {
        return Answers.status(answer.status())
                .put(ElementName.PUBLISHED, answer.published())
                .put(answer.unknown());
    }

    static JsonObject updated(UpdatedRecordings answer) {
        return Answers.status(answer.status())
                .put(ElementName.UPDATED, answer.updated())
                .put(answer.unknown());
    }

    static JsonObject textTrack(TextTrack track) {
        return new JsonObject()
                .put(ElementName.HREF, track.href())
                .put(ElementName.KIND, track.kind())
                .put(ElementName.LABEL, track.label())
                .put(ElementName.LANG, track.lang())
                .put(ElementName.SOURCE, track.source())
                .put(track.unknown());
    }

    static JsonObject uploaded(UploadedTextTrack answer) {
        return Answers.status(answer.status())
                .put(ElementName.RECORD_ID_OF_TRACK, answer.recordId())
                .put(answer.unknown());
    }

    static JsonObject joinUrl(JoinUrl answer) {
        return Answers.status(answer.status())
                .put(ElementName.URL, answer.url())
                .put(answer.unknown());
    }

    static JsonObject dashboard(LearningDashboard answer) {
        return Answers.status(answer.status())
                .put(ElementName.DATA, answer.data())
                .put(ElementName.SESSION_TOKEN_OF_DASHBOARD, answer.sessionToken())
                .put(answer.unknown());
    }

    static JsonObject createdHook(CreatedHook answer) {
        return Answers.status(answer.status())
                .put(ElementName.HOOK_ID, answer.hookId())
                .put(ElementName.PERMANENT_HOOK, answer.permanent())
                .put(ElementName.RAW_DATA, answer.rawData())
                .put(answer.unknown());
    }

    static JsonObject hook(Hook hook) {
        return new JsonObject()
                .put(ElementName.HOOK_ID, hook.hookId())
                .put(ElementName.CALLBACK_URL, hook.callbackUrl())
                .put(ElementName.MEETING_ID, hook.meetingId())
                .put(ElementName.EVENT_ID, (Object) hook.eventIds())
                .put(ElementName.PERMANENT_HOOK, hook.permanent())
                .put(ElementName.RAW_DATA, hook.rawData())
                .put(hook.unknown());
    }

    static JsonObject destroyedHook(DestroyedHook answer) {
        return Answers.status(answer.status())
                .put(ElementName.REMOVED, answer.removed())
                .put(answer.unknown());
    }

    static JsonObject text(String text) {
        return new JsonObject().put(ElementName.MESSAGE, text);
    }

    /** The root's own name says nothing that the call does not. */
    static JsonObject tree(Element root) {
        return new JsonObject().put(root.children().isEmpty() ? List.of(root) : root.children());
    }
}
