// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Meeting;
import io.blueflux.model.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and truth values in the forms that scripts, mocks and balancers print them. */
class PrintedValuesTest {
    @Test
    void numbersOfAMeetingAreRightOrAbsent() {
        Meeting meeting = meeting("""
                <meetingID>m</meetingID><createTime>1.58754364193E12</createTime><startTime>1587543641938.0</startTime>
                <endTime>-1</endTime><duration>1.5</duration><participantCount>2.0</participantCount>
                <listenerCount>1.5</listenerCount><voiceParticipantCount>1,5</voiceParticipantCount>
                <videoCount>+3</videoCount><maxUsers>1 000</maxUsers><moderatorCount>NaN</moderatorCount>""");

        assertThat(meeting.counts()).isEqualTo(new Meeting.Counts(2, null, null, 3, null, 1000));
        assertThat(meeting.times())
                .isEqualTo(new Meeting.Times(
                        Instant.ofEpochMilli(1587543641930L), null, Instant.ofEpochMilli(1587543641938L), null, null));
    }

    @Test
    void numbersOfARecordingAreRightOrAbsent() {
        Recording recording = recording("""
                <recordID>r</recordID><startTime>1.5875436419381E+12</startTime><endTime>1587543701938.5</endTime>
                <participants>3.0</participants><rawSize>5E9</rawSize><size>0.5</size>
                <playback><format><processingTime>6312.5</processingTime><length>60.0</length><size>973,394</size>
                <preview><images><image width="176.0" height="1.5">u</image></images></preview>
                </format></playback>""");
        Recording.Format format = recording.playback().get(0);

        assertThat(recording.times())
                .isEqualTo(new Recording.Times(
                        Instant.ofEpochMilli(1587543641938L), Instant.ofEpochMilli(1587543701938L)));
        assertThat(recording.participants()).isEqualTo(3);
        assertThat(recording.sizes()).isEqualTo(new Recording.Sizes(5_000_000_000L, null));
        assertThat(format.processingTime()).isEqualTo(Duration.ofMillis(6312));
        assertThat(format.length()).isEqualTo(Duration.ofMinutes(60));
        assertThat(format.size()).isEqualTo(973394L);
        assertThat(format.images()).isEqualTo(List.of(new Recording.Image("u", null, 176, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "True, true",
        "1, true",
        "false, false",
        "0, false",
        "'', false",
        "' ', false",
        "2,",
        "yes,"
    })
    void flagsAreReadAsServersPrintThem(String printed, @Nullable Boolean read) {
        Meeting meeting = meeting("""
                <meetingID>m</meetingID><running>%1$s</running><hasUserJoined>%1$s</hasUserJoined><recording>%1$s</recording>
                <hasBeenForciblyEnded>%1$s</hasBeenForciblyEnded><isBreakout>%1$s</isBreakout><freeJoin>%1$s</freeJoin>
                <sequence>1</sequence><attendees><attendee><isPresenter>%1$s</isPresenter>
                <isListeningOnly>%1$s</isListeningOnly><hasJoinedVoice>%1$s</hasJoinedVoice><hasVideo>%1$s</hasVideo>
                </attendee></attendees>""".formatted(printed));

        assertThat(meeting.state()).isEqualTo(new Meeting.State(read, read, read, read, read));
        assertThat(meeting.breakout()).isEqualTo(new Meeting.Breakout(null, 1, read));
        assertThat(meeting.attendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.isPresenter()).isEqualTo(read);
            assertThat(attendee.isListeningOnly()).isEqualTo(read);
            assertThat(attendee.hasJoinedVoice()).isEqualTo(read);
            assertThat(attendee.hasVideo()).isEqualTo(read);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true",
        "1, true, true",
        "0, false, false",
        "'', false, false",
        "published,, true",
        "unpublished,, false",
        "deleted,,"
    })
    void flagsOfARecordingAreReadAsServersPrintThem(
            String printed, @Nullable Boolean read, @Nullable Boolean published) {
        Recording recording =
                recording("<published>%1$s</published><protected>%1$s</protected><isBreakout>%1$s</isBreakout>"
                        .formatted(printed));

        assertThat(recording.status()).isEqualTo(new Recording.State(null, published, read, read));
    }

    private static Meeting meeting(String content) {
        return Splits.decode(
                        Contexts.MEETINGS,
                        "<response><returncode>SUCCESS</returncode><meetings><meeting>" + content
                                + "</meeting></meetings></response>")
                .value();
    }

    private static Recording recording(String content) {
        return Splits.decode(
                        Contexts.RECORDINGS,
                        "<response><returncode>SUCCESS</returncode><recordings><recording>" + content
                                + "</recording></recordings></response>")
                .value();
    }
}
