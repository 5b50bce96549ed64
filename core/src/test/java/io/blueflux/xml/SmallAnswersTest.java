// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import static io.blueflux.xml.Contexts.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.Element;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallAnswersTest {
    private static final Status SUCCESS = new Status("SUCCESS", null, null);

    @Test
    void versionIsRead() {
        ApiVersion version = Splits.decode(() -> Decoders.version(OK), """
                <response><returncode>SUCCESS</returncode><version>2.0</version><apiVersion>2.0</apiVersion>
                <bbbVersion></bbbVersion><graphqlApiUrl>https://h/api/rest</graphqlApiUrl></response>""").value();

        assertThat(version)
                .isEqualTo(new ApiVersion(
                        SUCCESS,
                        "2.0",
                        "2.0",
                        null,
                        List.of(new Element("graphqlApiUrl", Map.of(), "https://h/api/rest", List.of()))));
    }

    @Test
    void createdMeetingIsRead() {
        CreatedMeeting created = Splits.decode(() -> Decoders.create(OK), """
                <response>
                <returncode>SUCCESS</returncode>
                <meetingID>room-1</meetingID>
                <internalMeetingID>067a-1767254400000</internalMeetingID>
                <parentMeetingID>bbb-none</parentMeetingID>
                <attendeePW>ap</attendeePW>
                <moderatorPW>mp</moderatorPW>
                <createTime>1767254400000</createTime>
                <voiceBridge>01234</voiceBridge>
                <dialNumber>613-555-1234</dialNumber>
                <createDate>Thu Jan 01 08:00:00 UTC 2026</createDate>
                <hasUserJoined>false</hasUserJoined>
                <duration>0</duration>
                <hasBeenForciblyEnded>false</hasBeenForciblyEnded>
                <messageKey>duplicateWarning</messageKey>
                <message>This conference was already in existence.</message>
                </response>
                """).value();

        assertThat(created)
                .isEqualTo(new CreatedMeeting(
                        new Status("SUCCESS", "duplicateWarning", "This conference was already in existence."),
                        "room-1",
                        "067a-1767254400000",
                        "bbb-none",
                        Instant.ofEpochMilli(1767254400000L),
                        "Thu Jan 01 08:00:00 UTC 2026",
                        Duration.ZERO,
                        false,
                        false,
                        new Meeting.Access("01234", "613-555-1234", "ap", "mp"),
                        List.of()));
        assertThat(created.isDuplicate()).isTrue();
    }

    @Test
    void runningIsRead() {
        assertThat(running("<running>true</running>").value()).isEqualTo(new MeetingRunning(SUCCESS, true, List.of()));
        assertThat(running("<running> False\n</running>").value().running()).isFalse();
    }

    @Test
    void answerWithoutItsOneFlagIsMalformed() {
        assertThat(running("").failure(MalformedResponseException.class))
                .hasMessageContaining("a <response> without a <running>");
        assertThat(running("<running/>").failure(MalformedResponseException.class))
                .hasMessageContaining("<running>");
    }

    @Test
    void endAndDeleteAreRead() {
        assertThat(Splits.decode(() -> Decoders.end(OK), """
                        <response><returncode>SUCCESS</returncode><messageKey>sentEndMeetingRequest</messageKey>
                        <message>A request was sent.</message></response>""").value())
                .isEqualTo(new EndedMeeting(
                        new Status("SUCCESS", "sentEndMeetingRequest", "A request was sent."), List.of()));
        assertThat(Splits.decode(
                                () -> Decoders.deleteRecordings(OK),
                                "<response><returncode>SUCCESS</returncode><deleted>true</deleted></response>")
                        .value())
                .isEqualTo(new DeletedRecordings(SUCCESS, true, List.of()));
    }

    private static Splits.Outcome<MeetingRunning> running(String flag) {
        return Splits.decode(
                () -> Decoders.isMeetingRunning(OK),
                "<response><returncode>SUCCESS</returncode>" + flag + "</response>\n");
    }
}
