// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.error.Failure;
import io.blueflux.fleet.ClusterWord;
import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.ServerHealth;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordCodeTest {
    private static final WordCode CODE = new WordCode(new Envelope(1, "me"));

    @Test
    void meetingsArriveWithoutWhatIsConfidential() {
        for (int seed = 0; seed < 300; seed++) {
            Map<String, FleetMeeting> meetings = new RandomMeetings(seed).some();
            Body body = body(meetings);

            List<FleetMeeting> told = List.copyOf(sent(body).meetings(Map.of()).values());

            assertThat(told)
                    .isEqualTo(meetings.values().stream().map(Words::told).toList());
            assertThat(text(MeetingsCode.written(meetings))).doesNotContain(Words.SECRET);
            assertThat(text(CODE.body(body))).doesNotContain(Words.SECRET);
        }
    }

    @Test
    void meetingsThatAreAsBeforeStayTheSameObjects() {
        Map<String, FleetMeeting> before = meetings("a", "b", "c");
        Map<String, FleetMeeting> after = meetings("c", "b", "d");
        Map<ByteBuffer, FleetMeeting> first = sent(body(before)).meetings(Map.of());
        Map<ByteBuffer, FleetMeeting> second = sent(body(after)).meetings(first);
        List<FleetMeeting> old = List.copyOf(first.values());
        List<FleetMeeting> told = List.copyOf(second.values());
        assertThat(told).extracting(FleetMeeting::id).containsExactly("c", "b", "d");
        assertThat(told.get(0)).isSameAs(old.get(2));
        assertThat(told.get(1)).isSameAs(old.get(1));
    }

    @ParameterizedTest
    @EnumSource(ServerState.class)
    void aHeadArrives(ServerState state) {
        Instant time = Instant.parse("2026-01-02T03:04:05.678901Z");
        ClusterWord.View view = new ClusterWord.View(
                "key",
                new ClusterWord.Line(1L << 60, "owner", -1, Map.of("3 other", 4L)),
                true,
                Duration.ofSeconds(3, 4),
                new ServerReport(
                        new ServerView(
                                "name",
                                new ServerHealth(state, time, "reason", 1, 2, 3),
                                true,
                                true,
                                false,
                                new ServerView.Poll(9, time, time.plusNanos(1), null),
                                Words.view("key", "owner", 1, "m")
                                        .report()
                                        .server()
                                        .meetings(),
                                new FleetCounts(1, 2, 3, 4, 5, 6, 7),
                                null),
                        Duration.ofMillis(5),
                        Duration.ofMillis(-6),
                        Failure.of("CallTimeoutException", state == ServerState.UP ? null : "too slow")));
        BodyHash hash = BodyHash.of(new byte[] {1});

        Head head = Head.read(opened(CODE.head(view, hash)));

        assertThat(head.hash()).isEqualTo(hash);
        assertThat(head.with(view.report().server().meetings())).isEqualTo(view);
    }

    @Test
    void otherWordsArrive() {
        List<ClusterWord> words = List.of(
                new ClusterWord.Member("m", Set.of("a", "b"), true),
                new ClusterWord.Member("m", Set.of(), false),
                new ClusterWord.Marks("k", true, false, true, -5, "m"),
                new ClusterWord.Claim("k", "m"),
                new ClusterWord.Later("k", "3 other", -(1L << 60)),
                new ClusterWord.Soon("k"));
        for (ClusterWord word : words) {
            String slot = Slot.of(word, "me");
            assertThat(WordCode.read(Slot.kind(slot), opened(CODE.written(word))))
                    .isEqualTo(word);
        }
    }

    @Test
    void brokenBytesAreRefusedAndNothingElse() {
        byte[] meetings = MeetingsCode.written(
                Words.view("k", "me", 1, "a", "b").report().server().meetings());
        byte[] head = CODE.head(Words.view("k", "me", 1), BodyHash.EMPTY);
        byte[] body = CODE.body(body(meetings("a", "b")));
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            mayBeRefused(() -> MeetingsCode.read(broken(meetings, random), Map.of()));
            mayBeRefused(() -> Head.read(opened(broken(head, random))));
            mayBeRefused(() -> Body.read(opened(broken(body, random))).meetings(Map.of()));
        }
    }

    @Test
    void whatInflatesToTooMuchIsRefused() {
        byte[] zeros = new byte[3 << 20];
        assertThatThrownBy(() -> bomb(zeros, 65 << 20)).isInstanceOf(BrokenWordException.class);
        assertThatThrownBy(() -> bomb(zeros, 100).meetings(Map.of())).isInstanceOf(BrokenWordException.class);
        assertThatThrownBy(() -> bomb(zeros, 4 << 20).meetings(Map.of())).isInstanceOf(BrokenWordException.class);
    }

    @Test
    void manyMeetingsThatAreNoneAreRefusedBeforeThereIsRoomForThem() {
        int many = 60 << 20;
        WordOut out = new WordOut();
        out.count(many);
        out.plain(new byte[many]);
        assertThatThrownBy(() -> MeetingsCode.read(out.toBytes(), Map.of())).isInstanceOf(BrokenWordException.class);
    }

    @Test
    void numbersThatCouldNotGrowAndTimesThatDoNotFitAreRefused() {
        WordOut number = new WordOut();
        number.number(Long.MAX_VALUE);
        assertThatThrownBy(() -> new WordIn(number.toBytes()).ordinal()).isInstanceOf(BrokenWordException.class);
        WordOut length = new WordOut();
        length.length(Duration.ofSeconds(1L << 40));
        assertThatThrownBy(() -> new WordIn(length.toBytes()).length()).isInstanceOf(BrokenWordException.class);
    }

    @Test
    void longKeysAreRefused() {
        WordOut out = new WordOut();
        out.text("k".repeat(Slot.LONGEST_KEY + 1));
        assertThatThrownBy(() -> WordCode.read(Slot.SOON, new WordIn(out.toBytes())))
                .isInstanceOf(BrokenWordException.class);
    }

    private static void mayBeRefused(Runnable read) {
        try {
            read.run();
        } catch (BrokenWordException e) {
            assertThat(e).hasMessageNotContaining("user of");
        }
    }

    private static byte[] broken(byte[] bytes, Random random) {
        byte[] broken = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
        for (int i = 1 + random.nextInt(3); i > 0 && broken.length > 0; i--) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        return broken;
    }

    /** Says that it is longer or shorter than it is. */
    private static Body bomb(byte[] content, int length) {
        WordOut honest = new WordOut();
        Body.of(BodyHash.of(content), content).write(honest);
        WordIn in = new WordIn(honest.toBytes());
        WordOut out = new WordOut();
        out.plain(BodyHash.read(in).bytes());
        in.count();
        out.count(length);
        out.plain(in.rest());
        return Body.read(new WordIn(out.toBytes()));
    }

    private static Map<String, FleetMeeting> meetings(String... ids) {
        return Words.view("k", "me", 1, ids).report().server().meetings();
    }

    private static Body body(Map<String, FleetMeeting> meetings) {
        byte[] bytes = MeetingsCode.written(meetings);
        return Body.of(BodyHash.of(bytes), bytes);
    }

    private static Body sent(Body body) {
        return Body.read(opened(CODE.body(body)));
    }

    private static WordIn opened(byte[] value) {
        WordIn in = new WordIn(value);
        Envelope.read(in);
        return in;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
