// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.blueflux.AnswerLimits;
import io.blueflux.error.LimitExceededException;
import io.blueflux.model.RecordingsPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageBoundTest {
    private static final String HEAD = "<response><returncode>SUCCESS</returncode><recordings>";
    private static final String TAIL = "</recordings></response>";
    private static final String ORDINARY =
            "<recording><recordID>183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1531240585189</recordID>"
                    + "<meetingID>room</meetingID><name>A lesson of some length</name><metadata><a>b</a></metadata><playback><format>"
                    + "<type>presentation</type><url>https://bbb.example.org/playback/presentation/2.3/1</url></format></playback>"
                    + "</recording>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<recording/>",
                "<recording><playback>#<format/></playback></recording>",
                "<recording>#<x/></recording>",
                "<recording><metadata>#<a1></a1></metadata></recording>",
                ORDINARY
            })
    void aPageHoldsAboutAsMuchMemoryAsItMayHaveBytes(String recording) {
        long bound = 4L << 20;
        byte[] items = recording.replace("#", "").repeat(1_000).getBytes(UTF_8);
        ChunkDecoder<RecordingsPage> page =
                RecordingDecoders.getRecordingsPage(Contexts.with(AnswerLimits.DEFAULT.withAnswerBytes(bound)));
        feed(page, HEAD.getBytes(UTF_8));

        LimitExceededException passed = catchThrowableOfType(LimitExceededException.class, () -> {
            for (long bytes = 0; bytes <= bound; bytes += items.length) {
                feed(page, items);
            }
        });

        assertThat(passed.limit()).isEqualTo("answerBytes");
        assertThat(passed.bound()).isEqualTo(bound);
        assertThat(passed)
                .hasMessageEndingWith("the answer passes the limit answerBytes = 4194304;"
                        + " allRecordings hands over any number of recordings, one by one");
    }

    @Test
    void tinyRecordingsAreStoppedLongBeforeTheirBytesAre() {
        ChunkDecoder<RecordingsPage> page = RecordingDecoders.getRecordingsPage(Contexts.OK);
        byte[] items = "<recording/>".repeat(10_000).getBytes(UTF_8);
        feed(page, HEAD.getBytes(UTF_8));
        List<Integer> fed = new ArrayList<>();

        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> {
            for (int i = 0; i < 89_000_000; i += 10_000) {
                feed(page, items);
                fed.add(i);
            }
        });

        assertThat(fed).hasSizeBetween(100, 200); // times 10,000 recordings of 160 bytes of memory: 256 MiB
    }

    @Test
    void aPageOfOrdinaryRecordingsMayHaveAsManyBytesAsItsBound() {
        byte[] body = (HEAD + ORDINARY.repeat(2_000) + TAIL).getBytes(UTF_8);
        AnswerContext enough = Contexts.with(AnswerLimits.DEFAULT.withAnswerBytes(body.length));
        AnswerContext tooFew = Contexts.with(AnswerLimits.DEFAULT.withAnswerBytes(body.length - 1));

        assertThat(Splits.whole(() -> RecordingDecoders.getRecordingsPage(enough), body)
                        .value()
                        .recordings())
                .hasSize(2_000);
        assertThat(Splits.whole(() -> RecordingDecoders.getRecordingsPage(tooFew), body)
                        .failure(LimitExceededException.class))
                .hasMessageContaining("allRecordings");
    }

    @Test
    void theBoundIsMetAtTheSameRecordingInEverySplit() {
        AnswerContext small = Contexts.with(AnswerLimits.DEFAULT.withAnswerBytes(2_000));

        Splits.decode(() -> RecordingDecoders.getRecordingsPage(small), HEAD + "<recording/>".repeat(100) + TAIL)
                .failure(LimitExceededException.class);
    }

    private static void feed(ChunkDecoder<?> decoder, byte[] bytes) {
        decoder.decode(bytes, 0, bytes.length, value -> {});
    }
}
