// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.AUTH_TOKEN;
import static io.blueflux.xml.ElementName.DATA;
import static io.blueflux.xml.ElementName.GUEST_STATUS;
import static io.blueflux.xml.ElementName.INNER_MEETING_ID;
import static io.blueflux.xml.ElementName.INNER_USER_ID;
import static io.blueflux.xml.ElementName.MEETING;
import static io.blueflux.xml.ElementName.MEETING_ID;
import static io.blueflux.xml.ElementName.MEETING_NAME;
import static io.blueflux.xml.ElementName.SESSIONS;
import static io.blueflux.xml.ElementName.SESSION_TOKEN;
import static io.blueflux.xml.ElementName.SESSION_TOKEN_OF_DASHBOARD;
import static io.blueflux.xml.ElementName.URL;
import static io.blueflux.xml.ElementName.USER_NAME;

import io.blueflux.Confidential;
import io.blueflux.error.MessageKey;
import io.blueflux.model.Element;
import io.blueflux.model.GuestStatus;
import io.blueflux.model.JoinUrl;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.LearningDashboard;
import io.blueflux.model.Session;
import io.blueflux.model.Status;
import io.blueflux.xml.Names;
import java.util.List;

/** The decoders of the calls about users and their sessions. */
public final class UserDecoders {
    private static final Names JOIN_NAMES =
            new Names(INNER_MEETING_ID, INNER_USER_ID, AUTH_TOKEN, SESSION_TOKEN, GUEST_STATUS, URL);
    private static final Names SESSIONS_NAMES = new Names(SESSIONS);
    private static final Names SESSION_NAMES = new Names(MEETING_ID, MEETING_NAME, USER_NAME);
    private static final Names JOIN_URL = new Names(URL);
    private static final Names DASHBOARD = new Names(DATA, SESSION_TOKEN_OF_DASHBOARD);

    private UserDecoders() {}

    /**
     * Decodes the answer of join.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<JoinedMeeting> join(AnswerContext context) {
        return Shapes.value(context, JOIN_NAMES, (status, fields) -> joined(context, status, fields));
    }

    private static JoinedMeeting joined(AnswerContext context, Status status, TextFields fields) {
        String guestStatus = fields.text(GUEST_STATUS);
        JoinedMeeting joined = new JoinedMeeting(
                status,
                fields.text(INNER_MEETING_ID),
                fields.text(INNER_USER_ID),
                guestStatus == null ? null : GuestStatus.of(guestStatus),
                Confidential.ofNullable(fields.text(AUTH_TOKEN)),
                Confidential.ofNullable(fields.text(SESSION_TOKEN)),
                Confidential.ofNullable(fields.text(URL)),
                context.cookieLines(),
                fields.unknownElements());
        if (fields.isEmpty() && !joined.isDenied() && !joined.isWaiting()) {
            fields.needed(SESSION_TOKEN); // who is let in, is let in by something
        }
        return joined;
    }

    /**
     * Decodes the answer of getSessions.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<Session> getSessions(AnswerContext context) {
        return Shapes.list(
                context,
                out -> new ListAnswer<>(
                        SESSIONS_NAMES,
                        MessageKey.NO_SESSIONS,
                        MEETING,
                        () -> new TextItemHandler<>(SESSION_NAMES, UserDecoders::session, out)));
    }

    private static Session session(TextFields fields) {
        return new Session(
                fields.text(MEETING_ID), fields.text(MEETING_NAME), fields.text(USER_NAME), fields.unknownElements());
    }

    /**
     * Decodes the answer of getJoinUrl.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<JoinUrl> getJoinUrl(AnswerContext context) {
        return Shapes.tree(context, JOIN_URL, (status, content) -> List.of(joinUrl(status, content)));
    }

    /**
     * Decodes the answer of learningDashboard.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<LearningDashboard> learningDashboard(AnswerContext context) {
        return Shapes.tree(context, DASHBOARD, (status, content) -> List.of(learningDashboard(status, content)));
    }

    private static JoinUrl joinUrl(Status status, List<Element> content) {
        String url = TreeValues.text(content, URL);
        if (url == null) {
            throw TreeValues.without(URL);
        }
        return new JoinUrl(status, Confidential.of(url), TreeValues.others(content, JOIN_URL));
    }

    private static LearningDashboard learningDashboard(Status status, List<Element> content) {
        TreeValues.require(content, DATA);
        return new LearningDashboard(
                status,
                TreeValues.text(content, DATA),
                Confidential.ofNullable(TreeValues.text(content, SESSION_TOKEN_OF_DASHBOARD)),
                TreeValues.others(content, DASHBOARD));
    }
}
