// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.Confidential;
import io.blueflux.error.ApiFailedException;
import io.blueflux.model.Element;
import io.blueflux.model.GuestStatus;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinAndPagesTest {
    private static final List<String> COOKIES = List.of("JSESSIONID=C00kie; Path=/; Secure; HttpOnly");
    private static final AnswerContext WITH_COOKIE =
            new AnswerContext(OK.site(), 200, OK.limits(), OK.blotter(), COOKIES, null);

    @Test
    void joinedMeetingIsRead() {
        JoinedMeeting joined =
                Splits.decode(() -> UserDecoders.join(WITH_COOKIE), """
                <response>
                <returncode>SUCCESS</returncode>
                <messageKey>guestWait</messageKey>
                <message>Guest waiting for approval to join meeting.</message>
                <meeting_id>m-1</meeting_id>
                <user_id>w_1</user_id>
                <auth_token>aut0</auth_token>
                <session_token>sess0</session_token>
                <guestStatus>WAIT</guestStatus>
                <url>https://h.example/html5client/guestWait?sessionToken=sess0&amp;a=1</url>
                <logoutUrl>x</logoutUrl>
                </response>""").value();

        assertThat(joined)
                .isEqualTo(new JoinedMeeting(
                        new Status("SUCCESS", "guestWait", "Guest waiting for approval to join meeting."),
                        "m-1",
                        "w_1",
                        GuestStatus.WAIT,
                        Confidential.of("aut0"),
                        Confidential.of("sess0"),
                        Confidential.of("https://h.example/html5client/guestWait?sessionToken=sess0&a=1"),
                        Confidential.of(String.join("\n", COOKIES)),
                        List.of(new Element("logoutUrl", Map.of(), "x", List.of()))));
        assertThat(joined.isWaiting()).isTrue();
        assertThat(joined.isDenied()).isFalse();
        assertThat(joined.toString())
                .contains("w_1", "guestStatus=WAIT", "sessionToken=***", "cookies=***")
                .doesNotContain("aut0")
                .doesNotContain("sess0")
                .doesNotContain("C00kie")
                .doesNotContain("h.example");
        assertThat(WITH_COOKIE.toString()).doesNotContain("C00kie");
    }

    @Test
    void anOldServersAnswerEndsWithTheToken() {
        JoinedMeeting joined = Splits.decode(() -> UserDecoders.join(OK), """
                <response><returncode>SUCCESS</returncode><messageKey>successfullyJoined</messageKey>
                <meeting_id>m-1</meeting_id><session_token>s</session_token></response>""").value();

        assertThat(joined.guestStatus()).isNull();
        assertThat(joined.url()).isNull();
        assertThat(joined.cookies()).isNull();
        assertThat(joined.isWaiting() || joined.isDenied()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<messageKey>guestDeny</messageKey>", "<guestStatus>DENY</guestStatus>"})
    void aGuestTurnedAwayIsAnAnswer(String sign) {
        assertThat(Splits.decode(
                                () -> UserDecoders.join(OK),
                                "<response><returncode>SUCCESS</returncode>" + sign + "</response>")
                        .value()
                        .isDenied())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<messageKey>Params required</messageKey><message>m</message>",
                "<errors><error key='Params required' message='m'/></errors>",
                "<errors><error><key>Params required</key><message>m</message></error></errors>"
            })
    void aFailureIsRead(String reasons) {
        assertThat(Splits.decode(
                                () -> UserDecoders.join(OK),
                                "<response><returncode>FAILED</returncode>" + reasons + "</response>")
                        .error())
                .isInstanceOfSatisfying(
                        ApiFailedException.class,
                        error -> assertThat(error.has("Params required")).isTrue());
    }

    @Test
    void guestStatusIsAnOpenSet() {
        assertThat(GuestStatus.of("ALLOW")).isSameAs(GuestStatus.ALLOW);
        assertThat(GuestStatus.of("WAIT")).isSameAs(GuestStatus.WAIT);
        assertThat(GuestStatus.of("DENY")).isSameAs(GuestStatus.DENY);
        assertThat(GuestStatus.of("MAYBE")).hasToString("MAYBE");
    }

    @Test
    void aPageEndsWithItsTotal() {
        assertThat(parts("<recordings><recording><recordID>a</recordID></recording></recordings>"
                        + "<totalElements>1,234</totalElements>"))
                .hasSize(2)
                .last()
                .isEqualTo(new RecordingsPart.End(new Status("SUCCESS", null, null), 1234L, null));
    }

    @Test
    void anOldPageCountsFormats() {
        assertThat(
                        parts(
                                "<recordings><recording><recordID>a</recordID><totalElements>9</totalElements></recording>"
                                        + "</recordings><pagination><pageable><offset>0</offset><limit>1</limit><totalElements>8"
                                        + "</totalElements></pageable><totalElements>7</totalElements><empty>false</empty></pagination>"))
                .last()
                .isEqualTo(new RecordingsPart.End(new Status("SUCCESS", null, null), null, 7L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<recordings/>", "<recordings></recordings>", "", "<totalElements>x</totalElements>"})
    void noRecordingsIsASuccessWithoutATotal(String content) {
        assertThat(parts(content + "<messageKey>noRecordings</messageKey>"))
                .containsExactly(new RecordingsPart.End(new Status("SUCCESS", "noRecordings", null), null, null));
    }

    private static List<RecordingsPart> parts(String content) {
        return Splits.decode(
                        () -> RecordingDecoders.getRecordingsParts(OK),
                        "<response><returncode>SUCCESS</returncode>" + content + "</response>")
                .values();
    }
}
