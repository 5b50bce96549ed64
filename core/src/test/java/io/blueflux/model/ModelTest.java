// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
    private static final Meeting.Access ACCESS = new Meeting.Access("71234", "613-555", "attendee-pw", "moderator-pw");

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
