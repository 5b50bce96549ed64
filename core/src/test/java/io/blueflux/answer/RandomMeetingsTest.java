// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.COUNTERS;
import static io.blueflux.answer.Contexts.MEETINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meetings made up at random, written by a writer of its own, are read back as they were. */
class RandomMeetingsTest {
    private static final String[] PIECES = {
        "a", "Z", " ", "0", "&", "<", ">", "\"", "'", "]]>", "é", "授", "🎉", "ש", "-"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void meetingsAreReadBack(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            List<Meeting> meetings = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                meetings.add(meeting(random));
            }
            byte[] body = new Writer(random).write(meetings).getBytes(UTF_8);

            Splits.Outcome<Meeting> outcome = Splits.decodeInFew(MEETINGS, body, random);

            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.values()).isEqualTo(meetings);
            assertThat(Splits.decodeInFew(COUNTERS, body, random))
                    .isEqualTo(new Splits.Outcome<>(Contexts.counters(meetings), "", null));
        }
    }

    private static Meeting meeting(Random random) {
        List<Attendee> attendees = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            attendees.add(new Attendee(
                    maybe(random, () -> text(random)),
                    maybe(random, () -> text(random)),
                    maybe(random, () -> AttendeeRole.of(random.nextBoolean() ? "VIEWER" : "MODERATOR")),
                    maybe(random, random::nextBoolean),
                    maybe(random, random::nextBoolean),
                    maybe(random, random::nextBoolean),
                    maybe(random, random::nextBoolean),
                    maybe(random, () -> text(random)),
                    map(random),
                    List.of()));
        }
        return new Meeting(
                maybe(random, () -> text(random)),
                maybe(random, () -> text(random)),
                maybe(random, () -> text(random)),
                new Meeting.Times(
                        maybe(random, () -> instant(random)),
                        maybe(random, () -> text(random)),
                        maybe(random, () -> instant(random)),
                        maybe(random, () -> instant(random)),
                        maybe(random, () -> Duration.ofMinutes(random.nextInt(100_000)))),
                new Meeting.State(
                        maybe(random, random::nextBoolean),
                        maybe(random, random::nextBoolean),
                        maybe(random, random::nextBoolean),
                        maybe(random, random::nextBoolean),
                        maybe(random, random::nextBoolean)),
                new Meeting.Counts(
                        maybe(random, () -> random.nextInt(5000)),
                        maybe(random, () -> random.nextInt(5000)),
                        maybe(random, () -> random.nextInt(5000)),
                        maybe(random, () -> random.nextInt()),
                        maybe(random, () -> random.nextInt(5000)),
                        maybe(random, () -> random.nextInt(5000))),
                new Meeting.Access(
                        maybe(random, () -> text(random)),
                        maybe(random, () -> text(random)),
                        maybe(random, () -> Confidential.of(text(random))),
                        maybe(random, () -> Confidential.of(text(random)))),
                attendees,
                map(random),
                maybe(random, () -> new Meeting.Breakout(text(random), random.nextInt(20), random.nextBoolean())),
                random.nextBoolean() ? List.of() : List.of(text(random), text(random)),
                List.of());
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochMilli(1_000_000_000_000L + random.nextInt(Integer.MAX_VALUE) * 1000L);
    }

    private static Map<String, String> map(Random random) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(
                    random.nextBoolean() ? "key-" + random.nextInt(50) : "meetingID",
                    random.nextBoolean() ? "" : text(random));
        }
        return map;
    }

    private static <T> @Nullable T maybe(Random random, Supplier<T> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.append('y').toString();
    }

    /** Writes as servers do, in one of their styles and orders, with what a reader must not mind. */
    private static final class Writer {
        private final Random random;

        Writer(Random random) {
            this.random = random;
        }

        String write(List<Meeting> meetings) {
            StringBuilder list = new StringBuilder();
            meetings.forEach(meeting -> list.append(element("meeting", meeting(meeting))));
            return element(
                    "response",
                    shuffled(List.of(element("returncode", "SUCCESS"), element("meetings", list.toString()))));
        }

        private String meeting(Meeting meeting) {
            List<String> parts = new ArrayList<>();
            leaf(parts, "meetingID", meeting.meetingId());
            leaf(parts, "internalMeetingID", meeting.internalMeetingId());
            leaf(parts, "meetingName", meeting.meetingName());
            millis(parts, "createTime", meeting.times().createTime());
            leaf(parts, "createDate", meeting.times().createDate());
            millis(parts, "startTime", meeting.times().startTime());
            millis(parts, "endTime", meeting.times().endTime());
            Duration duration = meeting.times().duration();
            leaf(parts, "duration", duration == null ? null : duration.toMinutes());
            flag(parts, "running", meeting.state().running());
            flag(parts, "hasUserJoined", meeting.state().hasUserJoined());
            flag(parts, "recording", meeting.state().recording());
            flag(parts, "hasBeenForciblyEnded", meeting.state().hasBeenForciblyEnded());
            flag(parts, "isBreakout", meeting.state().isBreakout());
            count(parts, "participantCount", meeting.counts().participantCount());
            count(parts, "listenerCount", meeting.counts().listenerCount());
            count(parts, "voiceParticipantCount", meeting.counts().voiceParticipantCount());
            count(parts, "videoCount", meeting.counts().videoCount());
            count(parts, "moderatorCount", meeting.counts().moderatorCount());
            count(parts, "maxUsers", meeting.counts().maxUsers());
            leaf(parts, "voiceBridge", meeting.access().voiceBridge());
            leaf(parts, "dialNumber", meeting.access().dialNumber());
            leaf(parts, "attendeePW", revealed(meeting.access().attendeePw()));
            leaf(parts, "moderatorPW", revealed(meeting.access().moderatorPw()));
            StringBuilder attendees = new StringBuilder();
            meeting.attendees().forEach(attendee -> attendees.append(element("attendee", attendee(attendee))));
            parts.add(element("attendees", attendees.toString()));
            parts.add(element("metadata", map(meeting.metadata())));
            Meeting.Breakout breakout = meeting.breakout();
            if (breakout != null) {
                List<String> facts = new ArrayList<>();
                leaf(facts, "parentMeetingID", breakout.parentMeetingId());
                leaf(facts, "sequence", breakout.sequence());
                flag(facts, "freeJoin", breakout.freeJoin());
                parts.add(random.nextBoolean() ? shuffled(facts) : element("breakout", shuffled(facts)));
            }
            StringBuilder rooms = new StringBuilder();
            meeting.breakoutRooms().forEach(room -> rooms.append(element("breakout", escaped(room))));
            parts.add(element("breakoutRooms", rooms.toString()));
            return shuffled(parts);
        }

        private String attendee(Attendee attendee) {
            List<String> parts = new ArrayList<>();
            leaf(parts, "userID", attendee.userId());
            leaf(parts, "fullName", attendee.fullName());
            leaf(parts, "role", attendee.role());
            flag(parts, "isPresenter", attendee.isPresenter());
            flag(parts, "isListeningOnly", attendee.isListeningOnly());
            flag(parts, "hasJoinedVoice", attendee.hasJoinedVoice());
            flag(parts, "hasVideo", attendee.hasVideo());
            leaf(parts, "clientType", attendee.clientType());
            parts.add(element("customdata", map(attendee.customdata())));
            return shuffled(parts);
        }

        private String map(Map<String, String> map) {
            StringBuilder text = new StringBuilder();
            map.forEach((name, value) -> text.append(element(name, escaped(value))));
            return text.toString();
        }

        private void leaf(List<String> parts, String name, @Nullable Object value) {
            if (value != null) {
                parts.add(element(name, escaped(value.toString())));
            } else if (random.nextBoolean()) {
                parts.add(element(name, ""));
            }
        }

        /** An empty flag is false. */
        private void flag(List<String> parts, String name, @Nullable Boolean value) {
            if (value != null) {
                String[] forms = value ? new String[] {"true", "True", "1"} : new String[] {"false", "0", ""};
                parts.add(element(name, forms[random.nextInt(forms.length)]));
            }
        }

        private void millis(List<String> parts, String name, @Nullable Instant value) {
            leaf(parts, name, value == null ? "0" : value.toEpochMilli());
        }

        private void count(List<String> parts, String name, @Nullable Integer value) {
            String[] styles = {"%d", "%,d"};
            String written = value == null ? null : styles[random.nextInt(2)].formatted(value);
            leaf(
                    parts,
                    name,
                    written == null ? null : written.replace(',', ",.\u202F\u00A0".charAt(random.nextInt(4))));
        }

        private String element(String name, String content) {
            String end = random.nextBoolean() ? "\n" : "";
            if (content.isEmpty() && random.nextBoolean()) {
                return "<" + name + (random.nextBoolean() ? "/>" : " />") + end;
            }
            return "<" + name + ">" + end + content + end + "</" + name + ">" + end;
        }

        private String shuffled(List<String> parts) {
            List<String> order = new ArrayList<>(parts);
            Collections.shuffle(order, random);
            return String.join(random.nextInt(5) == 0 ? "<!-- x -->" : "", order);
        }

        private String escaped(String text) {
            if (random.nextInt(4) == 0 && !text.contains("]]>")) {
                return "<![CDATA[" + text + "]]>";
            }
            String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            return random.nextBoolean()
                    ? escaped.replace("\"", "&quot;").replace("'", "&#39;")
                    : escaped.replace("🎉", "&#x1F389;").replace("é", "&#233;");
        }
    }

    private static @Nullable String revealed(@Nullable Confidential value) {
        return value == null ? null : value.reveal();
    }
}
