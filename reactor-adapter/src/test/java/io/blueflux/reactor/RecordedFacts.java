// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is known of single recordings by hand. */
final class RecordedFacts {
    private static final long START = 1_767_254_400_000L;
    private static final Map<String, Consumer<RecordedOutcome>> FACTS = new HashMap<>();

    static {
        String rendered = "bbb-3.0/";
        String seen = "bbb-2.5.14/";
        FACTS.put(rendered + "getMeetings-one-no-attendees.xml", outcome -> stoodUp(only(outcome, Meeting.class)));
        FACTS.put(rendered + "getMeetingInfo-no-attendees.xml", outcome -> stoodUp(only(outcome, Meeting.class)));
        FACTS.put(rendered + "getMeetings-three-breakout-unicode.xml", RecordedFacts::parentAndBreakout);
        FACTS.put(rendered + "getMeetingInfo-breakout-parent-unicode.xml", outcome -> {
            Meeting parent = only(outcome, Meeting.class);
            parent(parent);
            assertThat(parent.attendees()).hasSize(5);
        });
        FACTS.put(rendered + "getMeetings-grouped-numbers-en.xml.gz", RecordedFacts::grouped);
        FACTS.put(rendered + "getMeetings-grouped-numbers-fr.xml.gz", RecordedFacts::grouped);
        FACTS.put(rendered + "getMeetings-500x20.xml.gz", RecordedFacts::fiveHundred);
        FACTS.put(
                rendered + "getMeetings-2.5.xml",
                outcome -> assertThat(all(outcome, Meeting.class))
                        .anyMatch(meeting -> Objects.equals(meeting.counts().maxUsers(), 1250)));
        FACTS.put(rendered + "getMeetings-2.0.xml", outcome -> {
            assertThat(only(outcome, Meeting.class).meetingName()).isEqualTo("Tom's & <Co>");
            assertThat(only(outcome, Meeting.class).times().duration()).isEqualTo(Duration.ofDays(1));
        });
        FACTS.put(rendered + "getMeetings-2.0-none.xml", RecordedFacts::nothing);
        FACTS.put(rendered + "getMeetings-scalelite-none.xml", RecordedFacts::nothing);
        FACTS.put(rendered + "getMeetings-customdata-digit-key.malformed.xml", RecordedFacts::malformed);
        FACTS.put(rendered + "getMeetings-truncated.malformed.xml", RecordedFacts::malformed);
        FACTS.put(
                rendered + "getMeetingInfo-1234.xml.gz",
                outcome -> assertThat(only(outcome, Meeting.class).attendees()).hasSize(1234));
        FACTS.put(rendered + "create-ok.xml", outcome -> {
            CreatedMeeting created = only(outcome, CreatedMeeting.class);
            assertThat(created.status().messageKey()).isNull();
            assertThat(created.status().message()).isNull();
            assertThat(created.access().attendeePw()).isNotNull();
            assertThat(created.access().moderatorPw()).isNotNull();
            assertThat(created.parentMeetingId()).isEqualTo("bbb-none");
            assertThat(created.access().voiceBridge()).isEqualTo("71234");
        });
        FACTS.put(
                rendered + "isMeetingRunning-true.xml",
                outcome -> assertThat(only(outcome, MeetingRunning.class).running())
                        .isTrue());
        FACTS.put(
                rendered + "isMeetingRunning-false.xml",
                outcome -> assertThat(only(outcome, MeetingRunning.class).running())
                        .isFalse());
        FACTS.put(
                rendered + "end-ok.xml",
                outcome -> assertThat(only(outcome, EndedMeeting.class).status().messageKey())
                        .isEqualTo("sentEndMeetingRequest"));
        FACTS.put(
                rendered + "deleteRecordings-ok.xml",
                outcome -> assertThat(only(outcome, DeletedRecordings.class).deleted())
                        .isTrue());
        FACTS.put(rendered + "apiVersion-3.0.xml", outcome -> {
            version(outcome, "2.0", null);
            ApiVersion version = only(outcome, ApiVersion.class);
            assertThat(version.html5PluginSdkVersion()).isEqualTo("0.0.80");
            assertThat(version.urls().graphqlWebsocketUrl()).isEqualTo("wss://bbb.example.org/graphql");
            assertThat(version.unknown()).isEmpty();
        });
        FACTS.put(rendered + "apiVersion-3.0-revealed.xml", outcome -> version(outcome, "2.0", "3.0.25-1"));
        FACTS.put(rendered + "apiVersion-2.5.xml", outcome -> {
            version(outcome, "2.0", null);
            assertThat(only(outcome, ApiVersion.class).unknown()).isEmpty();
        });
        FACTS.put(rendered + "apiVersion-2.2.xml", outcome -> version(outcome, null, null));
        FACTS.put(rendered + "getRecordings-none.xml", RecordedFacts::nothing);
        FACTS.put(rendered + "getRecordings-none-paged-old.xml", RecordedFacts::nothing);
        FACTS.put(rendered + "getRecordings-none-paged-new.xml", RecordedFacts::nothing);
        FACTS.put(rendered + "getRecordings-scalelite-none.xml", RecordedFacts::nothing);
        FACTS.put(rendered + "getRecordings-three-paged-old.xml", RecordedFacts::threeRecordings);
        FACTS.put(rendered + "getRecordings-three-paged-new.xml", RecordedFacts::threeRecordings);
        FACTS.put(rendered + "getRecordings-2000.xml.gz", RecordedFacts::twoThousandRecordings);
        FACTS.put(rendered + "getRecordings-scalelite.xml", outcome -> {
            Recording recording = only(outcome, Recording.class);
            assertThat(recording.status().isProtected()).isTrue();
            assertThat(recording.metadata()).containsEntry("empty", "");
            assertThat(recording.sizes()).isEqualTo(new Recording.Sizes(null, null));
            assertThat(recording.data()).isEmpty();
            assertThat(recording.playback().get(0).processingTime()).isNull();
        });
        FACTS.put(rendered + "errors-list-one.xml", failed("nonUniqueVoiceBridge"));
        FACTS.put(rendered + "errors-list-invalidFormat-2.3.xml", failed("invalidFormat"));
        FACTS.put(rendered + "errors-list-two.xml", failed("MissingParam", "MissingParam"));
        FACTS.put(rendered + "errors-list-empty.xml", failed());
        FACTS.put(rendered + "errors-attributes-2.0.xml", failed("checksumError"));
        FACTS.put(rendered + "error-two-documents.malformed.xml", failed("apiNotEnabled"));
        FACTS.put(rendered + "error-no-messageKey-b3lb.xml", failed(""));
        FACTS.put(rendered + "error-json.json", failed("checksumError"));
        FACTS.put(rendered + "http-200-empty.txt", RecordedFacts::malformed);
        FACTS.put(rendered + "http-200-null.txt", RecordedFacts::malformed);

        FACTS.put(seen + "create/voiceBridge-duplicate", failed("nonUniqueVoiceBridge"));
        FACTS.put(seen + "create/duplicate-no-password", failed("idNotUnique"));
        FACTS.put(
                seen + "create/duplicate",
                outcome -> assertThat(only(outcome, CreatedMeeting.class).isDuplicate())
                        .isTrue());
        FACTS.put(seen + "end/not-found", failed("notFound"));
        FACTS.put(seen + "end/one-char-password", failed("invalidPassword"));
        FACTS.put(seen + "checksum/accept-application_json-getMeetings-bad", failed("checksumError"));
        FACTS.put(
                seen + "getRecordings/one-bigsize",
                outcome -> assertThat(only(outcome, Recording.class).sizes().size())
                        .isGreaterThan(Integer.MAX_VALUE));
        FACTS.put(seen + "getRecordings/one-special", outcome -> {
            Recording recording = only(outcome, Recording.class);
            assertThat(recording.name()).isEqualTo("Q&A <b>\"Grüße\"</b> 日本語 🎉");
            assertThat(recording.meetingId()).isEqualTo("rec <&> \"ü\"");
            assertThat(recording.metadata())
                    .containsEntry("spaces", "padded")
                    .containsEntry("multi-line", "line1\nline2");
        });
        FACTS.put(seen + "truncated/version-template-error-200", RecordedFacts::malformed);
        FACTS.put(seen + "poison/getMeetings-meta-ctl", RecordedFacts::malformed);
        FACTS.put(seen + "poison/getMeetings-userdata-colon-key", RecordedFacts::malformed);
        FACTS.put(seen + "poison/getMeetings-userdata-space-key", RecordedFacts::malformed);
        FACTS.put(seen + "poison/getMeetings-userdata-digit-key", RecordedFacts::malformed);
        RecordedJoinFacts.addTo(FACTS);
        RecordedSmallFacts.addTo(FACTS);
    }

    private RecordedFacts() {}

    /** Returns what must hold beside the comparison with the JDK's parser. */
    static Consumer<RecordedOutcome> of(String name) {
        return FACTS.getOrDefault(name, outcome -> {});
    }

    static Set<String> names() {
        return FACTS.keySet();
    }

    static <T> List<T> all(RecordedOutcome outcome, Class<T> type) {
        return outcome.values().stream().map(type::cast).toList();
    }

    static <T> T only(RecordedOutcome outcome, Class<T> type) {
        assertThat(outcome.values()).hasSize(1);
        return type.cast(outcome.values().get(0));
    }

    static void nothing(RecordedOutcome outcome) {
        assertThat(outcome.values()).isEmpty();
        assertThat(outcome.error()).isNull();
    }

    private static void malformed(RecordedOutcome outcome) {
        assertThat(outcome.error()).isInstanceOf(MalformedResponseException.class);
    }

    static Consumer<RecordedOutcome> failed(String... messageKeys) {
        return outcome -> {
            assertThat(outcome.error()).isInstanceOf(ApiFailedException.class);
            assertThat(((ApiFailedException) Objects.requireNonNull(outcome.error())).errors())
                    .extracting("key")
                    .containsExactly((Object[]) messageKeys);
        };
    }

    private static void version(RecordedOutcome outcome, @Nullable String apiVersion, @Nullable String bbbVersion) {
        ApiVersion answer = only(outcome, ApiVersion.class);
        assertThat(answer.version()).isEqualTo("2.0");
        assertThat(answer.apiVersion()).isEqualTo(apiVersion);
        assertThat(answer.bbbVersion()).isEqualTo(bbbVersion);
    }

    private static void stoodUp(Meeting meeting) {
        assertThat(meeting.meetingId()).isEqualTo("room-0001");
        assertThat(meeting.meetingName()).isEqualTo("Weekly stand-up");
        assertThat(meeting.state().running()).isFalse();
        assertThat(meeting.state().hasUserJoined()).isFalse();
        assertThat(meeting.times())
                .isEqualTo(new Meeting.Times(
                        Instant.ofEpochMilli(START),
                        "Thu Jan 01 08:00:00 UTC 2026",
                        null,
                        null,
                        Duration.ofMinutes(90)));
        assertThat(meeting.attendees()).isEmpty();
        assertThat(meeting.metadata()).isEmpty();
        assertThat(meeting.access().attendeePw()).isEqualTo(Confidential.of("vp"));
        assertThat(meeting.access().moderatorPw()).isEqualTo(Confidential.of("mp"));
        assertThat(meeting.breakoutRooms()).isEmpty();
    }

    private static void parentAndBreakout(RecordedOutcome outcome) {
        List<Meeting> meetings = all(outcome, Meeting.class);
        assertThat(meetings).hasSize(3);
        Meeting parent = meetings.get(1);
        parent(parent);
        assertThat(parent.attendees()).hasSize(6);
        Meeting room = meetings.get(2);
        assertThat(room.state().isBreakout()).isTrue();
        assertThat(room.breakout()).isEqualTo(new Meeting.Breakout(parent.internalMeetingId(), 1, true));
    }

    private static void parent(Meeting parent) {
        assertThat(parent.meetingName()).isEqualTo("A & B <\"quoted\"> 'x' ]]> 授業 שיעור 🎉");
        assertThat(parent.meetingId()).isEqualTo("кафедра/42 🎓");
        assertThat(parent.counts()).isEqualTo(new Meeting.Counts(5, 1, 3, 3, 1, 1250));
        assertThat(parent.access()).isEqualTo(new Meeting.Access("04711", null, Confidential.of("ap&<1>"), null));
        assertThat(parent.attendees().stream().filter(attendee -> "u-2".equals(attendee.userId())))
                .hasSize(2)
                .allMatch(attendee -> attendee.customdata().isEmpty());
        assertThat(parent.attendees().get(0).customdata()).hasSize(3).containsEntry("empty", "");
        assertThat(parent.metadata()).hasSize(6).containsEntry("a-b-c-1-2-3", "");
        assertThat(parent.callbacks().byName()).hasSize(1);
        assertThat(parent.breakoutRooms()).containsExactly("room-b1", "room-b2");
        assertThat(parent.breakout()).isNull();
    }

    private static void grouped(RecordedOutcome outcome) {
        Meeting meeting = only(outcome, Meeting.class);
        assertThat(meeting.counts().participantCount()).isEqualTo(1234);
        assertThat(meeting.counts().listenerCount()).isEqualTo(617);
        assertThat(meeting.counts().moderatorCount()).isEqualTo(412);
        assertThat(meeting.counts().maxUsers()).isEqualTo(2000);
        assertThat(meeting.attendees()).hasSize(1234);
    }

    private static void fiveHundred(RecordedOutcome outcome) {
        List<Meeting> meetings = all(outcome, Meeting.class);
        assertThat(meetings).hasSize(500);
        for (int i = 0; i < meetings.size(); i++) {
            assertThat(meetings.get(i).meetingId()).isEqualTo("room-" + i);
            assertThat(meetings.get(i).times().createTime()).isEqualTo(Instant.ofEpochMilli(START + i * 1000L));
            assertThat(meetings.get(i).attendees()).hasSize(20);
        }
        assertThat(attendees(meetings, attendee -> AttendeeRole.MODERATOR.equals(attendee.role())))
                .isEqualTo(500);
        assertThat(attendees(meetings, attendee -> Boolean.TRUE.equals(attendee.hasVideo())))
                .isEqualTo(2_500);
        assertThat(attendees(meetings, attendee -> !attendee.customdata().isEmpty()))
                .isEqualTo(2_000);
    }

    private static long attendees(List<Meeting> meetings, Predicate<Attendee> wanted) {
        return meetings.stream()
                .flatMap(meeting -> meeting.attendees().stream())
                .filter(wanted)
                .count();
    }

    private static void threeRecordings(RecordedOutcome outcome) {
        List<Recording> recordings = all(outcome, Recording.class);
        assertThat(recordings).hasSize(3);
        assertThat(recordings.get(0).times()).isEqualTo(new Recording.Times(null, null));
        assertThat(recordings.get(1).sizes()).isEqualTo(new Recording.Sizes(4_000_000_000L, 3_000_000_000L));
        assertThat(recordings.get(1).breakout())
                .isEqualTo(new Recording.Breakout(recordings.get(2).recordId(), 1, false));
        Recording math = recordings.get(2);
        assertThat(math.name()).isEqualTo("Math & Logic <1>");
        assertThat(math.meetingId()).isEqualTo("math-101");
        assertThat(math.breakout()).isNull();
        assertThat(math.breakoutRooms()).hasSize(2);
        assertThat(math.playback())
                .extracting(Recording.Format::type)
                .containsExactly("presentation", "video", "podcast");
        assertThat(math.playback().get(0).images())
                .extracting(Recording.Image::alt)
                .containsExactly("Welcome to \"class\" & <more>", null, "スライド 3");
        assertThat(math.data()).extracting(Recording.Format::type).containsExactly("events");
    }

    private static void twoThousandRecordings(RecordedOutcome outcome) {
        List<Recording> recordings = all(outcome, Recording.class);
        Set<Instant> starts = new HashSet<>();
        Set<String> meetingIds = new HashSet<>();
        int formats = 0;
        int images = 0;
        int unpublished = 0;
        for (Recording recording : recordings) {
            Instant start = Objects.requireNonNull(recording.times().startTime());
            starts.add(start);
            meetingIds.add(Objects.requireNonNull(recording.meetingId()));
            assertThat(recording.times().endTime()).isEqualTo(start.plusMillis(1_800_000));
            for (Recording.Format format : recording.playback()) {
                formats++;
                images += format.images().size();
                assertThat(format.length()).isEqualTo(Duration.ofMinutes(29));
            }
            unpublished += "unpublished".equals(recording.status().state()) ? 1 : 0;
        }
        assertThat(recordings).hasSize(2_000);
        assertThat(formats).isEqualTo(2_500);
        assertThat(images).isEqualTo(6_000);
        assertThat(unpublished).isEqualTo(200);
        assertThat(meetingIds).hasSize(200).contains("room-0", "room-199");
        assertThat(starts)
                .hasSize(2_000)
                .contains(Instant.ofEpochMilli(START), Instant.ofEpochMilli(START + 1_999 * 60_000L));
    }
}
