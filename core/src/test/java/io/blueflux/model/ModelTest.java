// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
    private static final Meeting.Access ACCESS =
            new Meeting.Access("71234", "613-555", Confidential.of("attendee-pw"), Confidential.of("moderator-pw"));

    @Test
    void passwordsAreNotPrinted() {
        CreatedMeeting created = new CreatedMeeting(
                new Status("SUCCESS", null, null), "m", null, null, null, null, null, null, null, ACCESS, List.of());

        assertThat(ACCESS)
                .hasToString("Access[voiceBridge=71234, dialNumber=613-555, attendeePw=***, moderatorPw=***]");
        assertThat(new Meeting.Access(null, null, null, null))
                .hasToString("Access[voiceBridge=null, dialNumber=null, attendeePw=null, moderatorPw=null]");
        assertThat(created.toString()).doesNotContain("attendee-pw").doesNotContain("moderator-pw");
    }

    @Test
    void queriesOfUrlsAndOneUseAddressesAreNotPrinted() {
        Map<String, String> metadata =
                Map.of("endcallbackurl", "https://app.example/end?key=s3cr3t", "course", "is it?");
        Meeting meeting = new Meeting(
                "m-1",
                null,
                null,
                new Meeting.Times(null, null, null, null, null),
                new Meeting.State(null, null, null, null, null),
                new Meeting.Counts(null, null, null, null, null, null),
                ACCESS,
                List.of(),
                metadata,
                null,
                List.of(),
                List.of());
        Recording.Image image = new Recording.Image("https://h/1.png?token=s3cr3t", null, null, null);
        Recording.Format format =
                new Recording.Format("video", "https://h/v?token=s3cr3t", null, null, null, List.of(image), List.of());
        Recording recording = new Recording(
                "r-1",
                null,
                null,
                null,
                new Recording.State(null, null, null, null),
                new Recording.Times(null, null),
                null,
                new Recording.Sizes(null, null),
                metadata,
                null,
                List.of(),
                List.of(format),
                List.of(),
                List.of());
        TextTrack track =
                new TextTrack(Confidential.of("https://h/s3cr3t/1.vtt"), "captions", null, null, null, List.of());

        assertThat(meeting + " " + recording + " " + track)
                .doesNotContain("s3cr3t")
                .contains("meetingId=m-1", "recordId=r-1", "is it?", "endCallbackUrl=***", "protectedUrl=***");
    }

    @Test
    void aMeetingHasEndedIfItsEndIsKnownOrItWasForced() {
        Instant end = Instant.ofEpochMilli(1767254400000L);

        assertThat(meeting(null, null).hasEnded()).isFalse();
        assertThat(meeting(null, false).hasEnded()).isFalse();
        assertThat(meeting(null, true).hasEnded()).isTrue();
        assertThat(meeting(end, false).hasEnded()).isTrue();
        assertThat(meeting(end, null).hasEnded()).isTrue();
    }

    private static Meeting meeting(@Nullable Instant endTime, @Nullable Boolean hasBeenForciblyEnded) {
        return new Meeting(
                "m-1",
                null,
                null,
                new Meeting.Times(null, null, null, endTime, null),
                new Meeting.State(null, null, null, hasBeenForciblyEnded, null),
                new Meeting.Counts(null, null, null, null, null, null),
                ACCESS,
                List.of(),
                Map.of(),
                null,
                List.of(),
                List.of());
    }

    @Test
    void duplicateIsToldByItsKey() {
        assertThat(created("duplicateWarning").isDuplicate()).isTrue();
        assertThat(created("other").isDuplicate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODERATOR", "VIEWER", "DIAL-IN-USER", "GUEST", "moderator"})
    void rolesAreAnOpenSet(String word) {
        assertThat(AttendeeRole.of(word)).hasToString(word).isEqualTo(new AttendeeRole(word));
    }

    @Test
    void knownRolesAreConstants() {
        assertThat(AttendeeRole.of("MODERATOR")).isSameAs(AttendeeRole.MODERATOR);
        assertThat(AttendeeRole.of("VIEWER")).isSameAs(AttendeeRole.VIEWER);
        assertThat(AttendeeRole.of("DIAL-IN-USER")).isSameAs(AttendeeRole.DIAL_IN_USER);
    }

    private static CreatedMeeting created(String messageKey) {
        return new CreatedMeeting(
                new Status("SUCCESS", messageKey, "x"),
                "m",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ACCESS,
                List.of());
    }
}
