// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.blueflux.AnswerLimits;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says of a failure is bounded before it is kept, blotted or put into a message. */
class ReasonsTest {
    private static final int LONG = 300_000;
    private static final String HEAD = "<response><returncode>FAILED</returncode>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<error><key>k@</key><message>#</message></error>",
                "<error key='k@' message='#'/>",
                "<error><key>#</key><message>#</message></error>"
            })
    void aHundredHugeErrorsAreAShortMessage(String form) {
        String error = form.replace("#", "x".repeat(LONG));
        List<String> chunks = new ArrayList<>(List.of(HEAD, "<errors>"));
        IntStream.range(0, 100).forEach(i -> chunks.add(error.replace("@", String.valueOf(i))));
        chunks.add("</errors></response>");

        requireShort(failure(MeetingDecoders.getMeetings(Contexts.OK), chunks));
        requireShort(failure(TextTrackDecoders.getRecordingTextTracks(Contexts.OK), chunks));
    }

    @Test
    void aHundredHugeErrorsInJsonAreAShortMessage() {
        String error = "{\"key\":\"k\",\"message\":\"" + "x".repeat(LONG / 10)
                + "\"},"; // an answer in JSON is bound as an item is
        List<String> chunks = new ArrayList<>(List.of("{\"response\":{\"returncode\":\"FAILED\",\"errors\":["));
        IntStream.range(0, 100).forEach(i -> chunks.add(error));
        chunks.add("{\"key\":\"last\"}]}}");

        requireShort(failure(TextTrackDecoders.getRecordingTextTracks(Contexts.OK), chunks));
        requireShort(failure(TreeDecoders.tree(Contexts.OK), chunks));
    }

    @Test
    void hugeTextsOfTheEnvelopeItselfAreCut() {
        String huge = "y".repeat(LONG);
        ApiFailedException failed = failure(
                MeetingDecoders.getMeetings(Contexts.OK),
                List.of("<response><returncode>" + huge + "</returncode><messageKey>" + huge + "</messageKey><message>"
                        + huge + "</message></response>"));

        requireShort(failed);
        assertThat(failed.returncode()).hasSize(257).endsWith("y…");
        assertThat(failed.messageKey()).hasSize(257);
        assertThat(failed.errors().get(0).message()).hasSize(2_049);
    }

    @Test
    void theBodyOfAnErrorStatusIsCutToo() {
        ErrorBody body = new ErrorBody(Contexts.with(500, AnswerLimits.DEFAULT));
        byte[] bytes = (HEAD + "<messageKey>k</messageKey><message>" + "z".repeat(60_000) + "</message></response>")
                .getBytes(UTF_8);
        body.add(bytes, 0, bytes.length);

        assertThat(((ApiFailedException) body.finish()).errors().get(0).message())
                .hasSize(2_049);
    }

    @Test
    void ordinaryReasonsStayWhole() {
        String message = "m".repeat(2_048);

        assertThat(failure(
                                MeetingDecoders.getMeetings(Contexts.OK),
                                List.of(HEAD + "<messageKey>k</messageKey><message>" + message
                                        + "</message></response>"))
                        .errors()
                        .get(0)
                        .message())
                .isEqualTo(message);
    }

    @Test
    void noPartOfASecretIsLeftWhereATextIsCut() {
        String secret = Contexts.SECRET;
        for (int before = 2_000; before < 2_320; before++) {
            String message = ".".repeat(before) + secret + "!".repeat(600);
            ApiFailedException failed = failure(
                    MeetingDecoders.getMeetings(Contexts.OK),
                    List.of(HEAD + "<message>" + message + "</message></response>"));

            assertThat(failed.getMessage()).doesNotContain(secret.substring(0, 4));
        }
    }

    @Test
    void noHalfCharacterIsLeftWhereATextIsCut() {
        for (String start : List.of("", "a")) {
            ApiFailedException failed = failure(
                    MeetingDecoders.getMeetings(Contexts.OK),
                    List.of(HEAD + "<message>" + start + "\uD83D\uDE00".repeat(2_000) + "</message></response>"));

            assertThat(failed.errors().get(0).message()).endsWith("\uD83D\uDE00…");
        }
    }

    @Test
    void theProblemOfAHugeNameIsShort() {
        byte[] body = (HEAD + "<" + "n".repeat(100_000) + "></x></response>").getBytes(UTF_8);

        assertThat(Splits.whole(() -> MeetingDecoders.getMeetings(Contexts.OK), body)
                        .problem())
                .hasSizeLessThan(1_000);
    }

    private static void requireShort(ApiFailedException failed) {
        assertThat(failed.getMessage()).hasSizeLessThan(25_000);
        assertThat(failed.errors()).isNotEmpty().allSatisfy(error -> {
            assertThat(error.key()).hasSizeLessThanOrEqualTo(257);
            assertThat(error.message()).hasSizeLessThanOrEqualTo(2_049);
        });
    }

    private static ApiFailedException failure(ChunkDecoder<?> decoder, List<String> chunks) {
        BbbException thrown = catchThrowableOfType(BbbException.class, () -> {
            for (String chunk : chunks) {
                byte[] bytes = chunk.getBytes(UTF_8);
                decoder.decode(bytes, 0, bytes.length, value -> {});
            }
            decoder.finish(value -> {});
        });
        assertThat(thrown).isInstanceOf(ApiFailedException.class);
        return (ApiFailedException) thrown;
    }
}
