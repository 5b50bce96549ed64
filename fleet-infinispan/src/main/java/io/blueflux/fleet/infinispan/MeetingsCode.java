// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.AttendeeKey;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Callbacks;
import io.blueflux.model.Meeting;
import io.blueflux.value.Blot;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The meetings of a view as bytes. What is written here is all that leaves: no password, no callback, no element without a type,
 * and of URLs in the metadata no query.
 */
final class MeetingsCode {
    private MeetingsCode() {}

    static byte[] written(Map<String, FleetMeeting> meetings) {
        WordOut out = new WordOut();
        WordOut block = new WordOut();
        out.all(meetings.values(), each -> {
            write(block, each);
            out.octets(block);
        });
        return out.toBytes();
    }

    /** Returns meetings by their bytes, in order; those whose bytes were there before are the same. */
    static Map<ByteBuffer, FleetMeeting> read(byte[] bytes, Map<ByteBuffer, FleetMeeting> before) {
        WordIn in = new WordIn(bytes);
        Map<String, String> texts = new HashMap<>();
        Map<ByteBuffer, FleetMeeting> blocks = new LinkedHashMap<>();
        for (int left = in.size(); left > 0; left--) {
            byte[] block = in.octets();
            ByteBuffer key = ByteBuffer.wrap(block);
            FleetMeeting known = before.get(key);
            blocks.put(key, known == null ? meeting(new WordIn(block, texts)) : known);
        }
        return blocks;
    }

    private static void write(WordOut out, FleetMeeting meeting) {
        out.text(meeting.id());
        out.time(meeting.firstSeen());
        out.flag(meeting.started());
        out.all(meeting.attendees(), (key, count) -> {
            out.textOrNull(key.userId());
            out.textOrNull(key.fullName());
            write(out, key.role());
            out.number(count);
        });
        write(out, meeting.meeting());
    }

    private static FleetMeeting meeting(WordIn in) {
        String id = in.text();
        var firstSeen = in.time();
        boolean started = in.flag();
        Map<AttendeeKey, Integer> attendees =
                in.map(() -> new AttendeeKey(in.textOrNull(), in.textOrNull(), role(in)), in::whole);
        return new FleetMeeting(id, told(in), firstSeen, started, attendees);
    }

    private static void write(WordOut out, Meeting meeting) {
        out.textOrNull(meeting.meetingId());
        out.textOrNull(meeting.internalMeetingId());
        out.textOrNull(meeting.meetingName());
        write(out, meeting.times());
        write(out, meeting.state());
        write(out, meeting.counts());
        out.textOrNull(meeting.access().voiceBridge());
        out.textOrNull(meeting.access().dialNumber());
        out.all(meeting.attendees(), each -> write(out, each));
        out.all(meeting.metadata(), (name, value) -> {
            out.text(name);
            out.text(Blot.ofUrl(value)); // receivers keep keys of their own in queries
        });
        out.orNull(meeting.breakout(), breakout -> {
            out.textOrNull(breakout.parentMeetingId());
            out.numberOrNull(breakout.sequence());
            out.flagOrNull(breakout.freeJoin());
        });
        out.all(meeting.breakoutRooms(), out::text);
    }

    private static Meeting told(WordIn in) {
        return new Meeting(
                in.textOrNull(),
                in.textOrNull(),
                in.textOrNull(),
                times(in),
                state(in),
                counts(in),
                new Meeting.Access(in.textOrNull(), in.textOrNull(), null, null),
                in.list(() -> attendee(in)),
                in.map(in::text, in::text),
                Callbacks.NONE,
                in.orNull(() -> new Meeting.Breakout(in.textOrNull(), in.wholeOrNull(), in.flagOrNull())),
                in.list(in::text),
                List.of());
    }

    private static void write(WordOut out, Meeting.Times times) {
        out.timeOrNull(times.createTime());
        out.textOrNull(times.createDate());
        out.timeOrNull(times.startTime());
        out.timeOrNull(times.endTime());
        out.orNull(times.duration(), out::length);
    }

    private static Meeting.Times times(WordIn in) {
        return new Meeting.Times(
                in.timeOrNull(), in.textOrNull(), in.timeOrNull(), in.timeOrNull(), in.<Duration>orNull(in::length));
    }

    private static void write(WordOut out, Meeting.State state) {
        out.flagOrNull(state.running());
        out.flagOrNull(state.hasUserJoined());
        out.flagOrNull(state.recording());
        out.flagOrNull(state.hasBeenForciblyEnded());
        out.flagOrNull(state.isBreakout());
    }

    private static Meeting.State state(WordIn in) {
        return new Meeting.State(in.flagOrNull(), in.flagOrNull(), in.flagOrNull(), in.flagOrNull(), in.flagOrNull());
    }

    private static void write(WordOut out, Meeting.Counts counts) {
        out.numberOrNull(counts.participantCount());
        out.numberOrNull(counts.listenerCount());
        out.numberOrNull(counts.voiceParticipantCount());
        out.numberOrNull(counts.videoCount());
        out.numberOrNull(counts.moderatorCount());
        out.numberOrNull(counts.maxUsers());
    }

    private static Meeting.Counts counts(WordIn in) {
        return new Meeting.Counts(
                in.wholeOrNull(),
                in.wholeOrNull(),
                in.wholeOrNull(),
                in.wholeOrNull(),
                in.wholeOrNull(),
                in.wholeOrNull());
    }

    private static void write(WordOut out, Attendee attendee) {
        out.textOrNull(attendee.userId());
        out.textOrNull(attendee.fullName());
        write(out, attendee.role());
        out.flagOrNull(attendee.isPresenter());
        out.flagOrNull(attendee.isListeningOnly());
        out.flagOrNull(attendee.hasJoinedVoice());
        out.flagOrNull(attendee.hasVideo());
        out.textOrNull(attendee.clientType());
        out.all(attendee.customdata(), (name, value) -> {
            out.text(name);
            out.text(value);
        });
    }

    private static Attendee attendee(WordIn in) {
        return new Attendee(
                in.textOrNull(),
                in.textOrNull(),
                role(in),
                in.flagOrNull(),
                in.flagOrNull(),
                in.flagOrNull(),
                in.flagOrNull(),
                in.textOrNull(),
                in.map(in::text, in::text),
                List.of());
    }

    private static void write(WordOut out, @Nullable AttendeeRole role) {
        out.textOrNull(role == null ? null : role.text());
    }

    private static @Nullable AttendeeRole role(WordIn in) {
        return in.orNull(() -> AttendeeRole.of(in.text()));
    }
}
