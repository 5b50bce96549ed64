// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import io.blueflux.model.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** From the JSON of the analytics callback to its records. */
final class AnalyticsDecoder {
    private AnalyticsDecoder() {}

    static MeetingAnalytics analytics(JsonValue json) {
        Fields body = new Fields(json);
        Fields data = body.in("data");
        return new MeetingAnalytics(
                body.text("version"),
                body.text("meeting_id"),
                body.text("internal_meeting_id"),
                new MeetingAnalytics.Time(time(data, "start"), time(data, "finish"), seconds(data, "duration")),
                data.map("metadata"),
                data.objects("attendees", AnalyticsDecoder::attendee),
                data.objects("polls", AnalyticsDecoder::poll),
                json);
    }

    private static MeetingAnalytics.Attendee attendee(Fields attendee) {
        return new MeetingAnalytics.Attendee(
                attendee.text("ext_user_id"),
                attendee.text("name"),
                attendee.flag("moderator"),
                attendee.texts("joins"),
                attendee.texts("leaves"),
                seconds(attendee, "duration"),
                attendee.text("recent_talking_time"),
                engagement(attendee.in("engagement")));
    }

    private static MeetingAnalytics.Engagement engagement(Fields engagement) {
        return new MeetingAnalytics.Engagement(
                engagement.count("chats"),
                engagement.count("talks"),
                engagement.count("raisehand"),
                engagement.count("emojis"),
                engagement.count("poll_votes"),
                engagement.number("talk_time"));
    }

    private static MeetingAnalytics.Poll poll(Fields poll) {
        return new MeetingAnalytics.Poll(
                poll.text("id"),
                poll.text("type"),
                poll.text("question"),
                poll.flag("published"),
                poll.texts("options"),
                time(poll, "start"),
                poll.map("votes"));
    }

    private static @Nullable Duration seconds(Fields fields, String name) {
        Long seconds = fields.number(name);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable Instant time(Fields fields, String name) {
        String text = fields.text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null; // not a time: reachable in the JSON
        }
    }
}
