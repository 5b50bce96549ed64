// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.benchmarks.input.MeetingsBody;
import io.blueflux.benchmarks.input.RecordingsBody;
import io.blueflux.model.Meeting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared gives the same, so that the benchmarks compare speed and nothing else. */
class ParseVariantsTest {
    private final byte[] body = MeetingsBody.of(5, 10);
    private final byte[] recordings = RecordingsBody.of(7, 3);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1 << 14})
    void streamingParseReadsTheMeetingsThatTheDomHolds(int chunk) throws Exception {
        assertThat(StreamingParse.meetings(body, chunk)).hasSize(5).isEqualTo(DomByTag.meetings(body));
    }

    static Stream<Named<PeerGate.Reader<Meeting>>> peers() {
        return Stream.of(
                Named.of("DOM walk", DomWalk::meetings),
                Named.of("JAXB", JaxbMeetings::meetings),
                Named.of("Spring", SpringMeetings::meetings),
                Named.of("Jackson-xml", JacksonMeetings::meetings),
                Named.of("Woodstox", WoodstoxMeetings::meetings),
                Named.of("StAX of the JDK", JdkStaxMeetings::meetings));
    }

    @ParameterizedTest
    @MethodSource("peers")
    void everyPeerReadsTheSameMeetings(PeerGate.Reader<Meeting> peer) throws Exception {
        assertThat(peer.read(body)).hasSize(5).isEqualTo(StreamingParse.meetings(body, StreamingParse.CHUNK));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1 << 14})
    void countersAreThoseOfTheFullParse(int chunk) {
        assertThat(CountersGate.counted(StreamingParse.counters(body, chunk)))
                .hasSize(5)
                .isEqualTo(CountersGate.counted(StreamingParse.meetings(body, chunk)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1 << 14})
    void metadataBesideTheCountersAreThoseOfTheFullParse(int chunk) {
        List<Meeting> read = StreamingParse.countersAndMetadata(body, chunk);

        assertThat(read).isNotEmpty().extracting(Meeting::metadata).doesNotContain(Map.of());
        assertThat(read)
                .extracting(Meeting::metadata)
                .isEqualTo(StreamingParse.meetings(body, chunk).stream()
                        .map(Meeting::metadata)
                        .toList());
        assertThat(CountersGate.counted(read)).isEqualTo(CountersGate.counted(StreamingParse.counters(body, chunk)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1 << 14})
    void streamingParseReadsTheRecordingsThatWoodstoxReads(int chunk) throws Exception {
        assertThat(StreamingParse.recordings(recordings, chunk))
                .hasSize(7)
                .isEqualTo(WoodstoxRecordings.recordings(recordings));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1 << 14})
    void bareTokensAreThoseOfTheDom(int chunk) throws Exception {
        assertThat(BareTokens.count(body, chunk)).isEqualTo(DomByTag.count(body));
    }

    @Test
    void theSameSizesGiveTheSameBytes() {
        assertThat(MeetingsBody.of(5, 10)).isEqualTo(body);
        assertThat(RecordingsBody.of(7, 3)).isEqualTo(recordings);
    }
}
