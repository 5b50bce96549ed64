// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.benchmarks.input.MeetingsBody;
import io.blueflux.benchmarks.parse.StreamingParse;
import io.blueflux.model.Attendee;
import io.blueflux.model.Meeting;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final String LIST = "/bigbluebutton/api/getMeetings?checksum=0";

    private final Answers answers = new Answers();

    @Test
    void aListHasTheMeetingsOfThePath() {
        assertThat(meetings("/3x5", 0))
                .hasSize(3)
                .allSatisfy(meeting -> assertThat(meeting.attendees()).hasSize(5));
        assertThat(meetings("/0x0", 0)).isEmpty();
        assertThat(answers.count()).isEqualTo(2);
    }

    @Test
    void meetingsFromAnotherNumberAreOthers() {
        assertThat(meetings("/1x2from4000", 0).get(0).meetingId()).isEqualTo(MeetingsBody.meetingId(4000));
    }

    @Test
    void anInfoIsOfTheMeetingThatIsAskedFor() {
        String info = body("/9x2/bigbluebutton/api/getMeetingInfo?meetingID=course-" + 8 * 7919 + "&checksum=0", 0);

        assertThat(info).contains("<meetingID>course-63352</meetingID>").contains("<userID>w_668</userID>");
    }

    @Test
    void atEachTurnATenthOfTheAttendeesChanges() {
        for (int turn = 0; turn < 200; turn++) {
            Set<String> stayed = attendees(turn);
            stayed.retainAll(attendees(turn + 1));
            assertThat(stayed).hasSize(2 * 9);
        }
    }

    @Test
    void statesGoThereAndBack() {
        assertThat(IntStream.range(36, 43).map(Answers::state)).containsExactly(36, 37, 38, 39, 38, 37, 36);
        assertThat(IntStream.range(76, 81).map(Answers::state)).containsExactly(2, 1, 0, 1, 2);
    }

    private Set<String> attendees(int turn) {
        return meetings("/2x10-changing", turn).stream()
                .flatMap(meeting -> meeting.attendees().stream())
                .map(Attendee::userId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<Meeting> meetings(String shape, int turn) {
        byte[] body = body(shape + LIST, turn).getBytes(StandardCharsets.UTF_8);
        return StreamingParse.meetings(body, StreamingParse.CHUNK);
    }

    private String body(String path, int turn) {
        ByteBuf answer = answers.to(path, turn);
        String text = answer.toString(StandardCharsets.UTF_8);
        int body = text.indexOf("\r\n\r\n") + 4;
        assertThat(text.substring(0, body))
                .contains("Content-Length: " + text.substring(body).getBytes(StandardCharsets.UTF_8).length);
        return text.substring(body);
    }
}
