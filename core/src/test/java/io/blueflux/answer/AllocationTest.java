// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.COUNTERS;
import static io.blueflux.answer.Contexts.MEETINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.blueflux.model.Meeting;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the parse allocates: every byte of it is collected later, in the middle of somebody's request. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MEETINGS_OF_A_LIST = 50;
    private static final byte[] EMPTY = list("<meetings/>");
    private static final byte[] LIST = list(IntStream.range(0, MEETINGS_OF_A_LIST)
            .mapToObj(AllocationTest::meeting)
            .collect(Collectors.joining("\n", "<meetings>\n", "\n</meetings>")));

    @Test
    void meetingOfTwentyAttendees() {
        assertAllocated(perMeeting(MEETINGS), 4_630);
    }

    @Test
    void countersOfAMeeting() {
        assertAllocated(perMeeting(COUNTERS), 1_010);
    }

    @Test
    void emptyList() {
        assertAllocated(bytes(MEETINGS, EMPTY), 990);
    }

    /** Of what is allocated, the compiler leaves out some when the tests before have made the code hot. */
    private static void assertAllocated(long bytes, long expected) {
        assertThat(bytes).isBetween(expected * 85 / 100, expected * 103 / 100);
    }

    private static long perMeeting(Supplier<ChunkDecoder<Meeting>> decoders) {
        return (bytes(decoders, LIST) - bytes(decoders, EMPTY)) / MEETINGS_OF_A_LIST;
    }

    /** Returns the bytes that one decode allocates, after the classes are loaded and the parser's buffers made. */
    private static long bytes(Supplier<ChunkDecoder<Meeting>> decoders, byte[] body) {
        int rounds = 50;
        decode(decoders, body, rounds);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        decode(decoders, body, rounds);
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / rounds;
    }

    private static void decode(Supplier<ChunkDecoder<Meeting>> decoders, byte[] body, int rounds) {
        for (int i = 0; i < rounds; i++) {
            ChunkDecoder<Meeting> decoder = decoders.get();
            decoder.decode(body, 0, body.length, meeting -> {});
            decoder.finish(meeting -> {});
        }
    }

    private static byte[] list(String meetings) {
        return ("<response>\n<returncode>SUCCESS</returncode>\n" + meetings + "\n<messageKey>key</messageKey>\n"
                        + "<message>a message of the server</message>\n</response>")
                .getBytes(UTF_8);
    }

    private static String meeting(int number) {
        return """
                <meeting>
                <meetingName>Lecture %1$d</meetingName>
                <meetingID>course-%1$d</meetingID>
                <internalMeetingID>%1$040x-1768000000000</internalMeetingID>
                <createTime>1768000000000</createTime>
                <createDate>Thu Jan 01 00:00:00 UTC 2026</createDate>
                <voiceBridge>70001</voiceBridge>
                <dialNumber>613-555-1234</dialNumber>
                <attendeePW>ap</attendeePW>
                <moderatorPW>mp</moderatorPW>
                <running>true</running>
                <duration>90</duration>
                <hasUserJoined>true</hasUserJoined>
                <recording>false</recording>
                <hasBeenForciblyEnded>false</hasBeenForciblyEnded>
                <startTime>1768000000100</startTime>
                <endTime>0</endTime>
                <participantCount>20</participantCount>
                <listenerCount>5</listenerCount>
                <voiceParticipantCount>10</voiceParticipantCount>
                <videoCount>6</videoCount>
                <maxUsers>100</maxUsers>
                <moderatorCount>1</moderatorCount>
                <attendees>
                %2$s
                </attendees>
                <metadata>
                <bbb-origin>Moodle</bbb-origin>
                <bbb-context>Analysis %1$d</bbb-context>
                </metadata>
                <isBreakout>false</isBreakout>
                </meeting>""".formatted(
                number,
                IntStream.range(0, 20).mapToObj(AllocationTest::attendee).collect(Collectors.joining("\n")));
    }

    private static String attendee(int number) {
        return """
                <attendee>
                <userID>w_%d</userID>
                <fullName>Zoë Müller</fullName>
                <role>VIEWER</role>
                <isPresenter>false</isPresenter>
                <isListeningOnly>false</isListeningOnly>
                <hasJoinedVoice>true</hasJoinedVoice>
                <hasVideo>false</hasVideo>
                <clientType>HTML5</clientType>
                </attendee>""".formatted(1000 + number);
    }
}
