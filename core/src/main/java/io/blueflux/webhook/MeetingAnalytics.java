// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import static io.blueflux.webhook.CallbackRefusedException.malformed;
import static io.blueflux.webhook.CallbackRefusedException.unverified;

import io.blueflux.SharedSecret;
import io.blueflux.json.JsonReader;
import io.blueflux.model.Callbacks;
import io.blueflux.model.JsonValue;
import io.blueflux.value.Blot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The callback to {@code meta_analytics-callback-url} (BBB API, "Analytics"): what went on in a meeting, sent once after its
 * end and never repeated.
 *
 * <p>The token in the header proves that the sender knew the secret within the last day. <b>It does not cover the
 * body</b>: whoever has seen one such header can send any body until it expires, so take these only over https.
 *
 * @param version {@code version}
 * @param meetingId {@code meeting_id}: the {@code meetingID} that the creator chose
 * @param internalMeetingId {@code internal_meeting_id}
 * @param time when the meeting was
 * @param metadata {@code data.metadata} but for the callbacks, names in snake case
 * @param callbacks the metadata by which BBB calls the creator back
 * @param attendees {@code data.attendees}
 * @param polls {@code data.polls}
 * @param json the whole body, with files and what has no place above
 */
public record MeetingAnalytics(
        @Nullable String version,
        @Nullable String meetingId,
        @Nullable String internalMeetingId,
        Time time,
        Map<String, String> metadata,
        Callbacks callbacks,
        List<Attendee> attendees,
        List<Poll> polls,
        JsonValue json) {

    /** How far the server's clock may differ from ours: a token counts from {@code nbf} less this until {@code exp} plus this. */
    public static final Duration ALLOWED_SKEW = Duration.ofMinutes(1);

    /** Copies the collections, and takes callbacks out of the metadata. */
    public MeetingAnalytics {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(attendees, "attendees");
        Objects.requireNonNull(polls, "polls");
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(callbacks, "callbacks");
        callbacks = callbacks.with(metadata);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(Callbacks.without(metadata)));
        attendees = List.copyOf(attendees);
        polls = List.copyOf(polls);
    }

    /**
     * Makes the analytics of all its metadata; those that are callbacks become its callbacks.
     *
     * @param version {@code version}
     * @param meetingId {@code meeting_id}
     * @param internalMeetingId {@code internal_meeting_id}
     * @param time when the meeting was
     * @param metadata {@code data.metadata}
     * @param attendees {@code data.attendees}
     * @param polls {@code data.polls}
     * @param json the whole body
     */
    public MeetingAnalytics(
            @Nullable String version,
            @Nullable String meetingId,
            @Nullable String internalMeetingId,
            Time time,
            Map<String, String> metadata,
            List<Attendee> attendees,
            List<Poll> polls,
            JsonValue json) {
        this(version, meetingId, internalMeetingId, time, metadata, Callbacks.NONE, attendees, polls, json);
    }

    /**
     * Verifies the header of a callback and decodes its body.
     *
     * @param authorization the header {@code Authorization}
     * @param body the body's bytes as received
     * @param secret the server's shared secret
     * @param clock tells whether the token has expired
     * @return what the body says
     * @throws CallbackRefusedException if the token is not proved or has expired, or the body cannot be read
     */
    public static MeetingAnalytics verified(
            @Nullable String authorization, byte[] body, SharedSecret secret, Clock clock) {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(clock, "clock");
        String token = Bearer.token(authorization);
        if (token == null) {
            throw unverified("no bearer token");
        }
        JsonValue claims = SignedToken.claims(token, JwtAlgorithm.HS512, List.of(secret));
        if (claims.get("exp") == null) {
            throw unverified("the token never expires");
        }
        SignedToken.requireTimely(claims, clock);
        JsonValue json = JsonReader.read(FormBody.utf8(body));
        if (!(json instanceof JsonValue.Members)) {
            throw malformed("the body is not a JSON object, is too deep or names a member twice");
        }
        return AnalyticsDecoder.analytics(json);
    }

    /** Returns the parts without the JSON, and without the queries of URLs in the metadata. */
    @Override
    public String toString() {
        return "MeetingAnalytics[version=" + version + ", meetingId=" + meetingId + ", internalMeetingId="
                + internalMeetingId + ", time=" + time + ", metadata=" + Blot.ofUrls(metadata) + ", callbacks="
                + callbacks + ", attendees="
                + attendees + ", polls=" + polls + "]";
    }

    /**
     * When the meeting was.
     *
     * @param start {@code data.start}
     * @param finish {@code data.finish}
     * @param duration {@code data.duration}
     */
    public record Time(
            @Nullable Instant start,
            @Nullable Instant finish,
            @Nullable Duration duration) {}

    /**
     * Somebody who was there.
     *
     * @param externalUserId {@code ext_user_id}: the {@code userID} of the join call
     * @param name {@code name}
     * @param moderator {@code moderator}
     * @param joins {@code joins}: times as the server writes them
     * @param leaves {@code leaves}: likewise
     * @param duration {@code duration}: how long in all
     * @param recentTalkingTime {@code recent_talking_time}, as the server writes it
     * @param engagement {@code engagement}
     */
    public record Attendee(
            @Nullable String externalUserId,
            @Nullable String name,
            @Nullable Boolean moderator,
            List<String> joins,
            List<String> leaves,
            @Nullable Duration duration,
            @Nullable String recentTalkingTime,
            Engagement engagement) {
        /** Copies the lists. */
        public Attendee {
            Objects.requireNonNull(joins, "joins");
            Objects.requireNonNull(leaves, "leaves");
            Objects.requireNonNull(engagement, "engagement");
            joins = List.copyOf(joins);
            leaves = List.copyOf(leaves);
        }
    }

    /**
     * What an attendee did, and how often.
     *
     * @param chats {@code chats}
     * @param talks {@code talks}
     * @param raisehand {@code raisehand}
     * @param emojis {@code emojis}
     * @param pollVotes {@code poll_votes}
     * @param talkTime {@code talk_time}: how long, as the server counts
     */
    public record Engagement(
            @Nullable Integer chats,
            @Nullable Integer talks,
            @Nullable Integer raisehand,
            @Nullable Integer emojis,
            @Nullable Integer pollVotes,
            @Nullable Long talkTime) {}

    /**
     * A poll.
     *
     * @param id {@code id}
     * @param type {@code type}
     * @param question {@code question}
     * @param published {@code published}
     * @param options {@code options}
     * @param start {@code start}
     * @param votes {@code votes}: who chose what
     */
    public record Poll(
            @Nullable String id,
            @Nullable String type,
            @Nullable String question,
            @Nullable Boolean published,
            List<String> options,
            @Nullable Instant start,
            Map<String, String> votes) {
        /** Copies the collections. */
        public Poll {
            Objects.requireNonNull(options, "options");
            Objects.requireNonNull(votes, "votes");
            options = List.copyOf(options);
            votes = Collections.unmodifiableMap(new LinkedHashMap<>(votes));
        }
    }
}
