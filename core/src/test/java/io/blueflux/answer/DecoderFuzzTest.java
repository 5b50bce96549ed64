// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.AnswerLimits;
import io.blueflux.error.BbbException;
import io.blueflux.fuzz.Choices;
import io.blueflux.model.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Broken answers, cut anywhere: values, then at most an error of ours, the same as of the whole. Regression tests unless
 * JAZZER_FUZZ is set.
 */
class DecoderFuzzTest {
    private static final int MOST_CUTS = 12;

    @FuzzTest(maxDuration = "60s")
    void anyBytesEndInValuesOrOurError(FuzzedDataProvider data) {
        ChunkDecoder<?> decoder = data.pickValue(List.of(Contexts.MEETINGS, Contexts.COUNTERS, Contexts.RECORDINGS))
                .get();
        List<Object> values = new ArrayList<>();
        try {
            while (data.remainingBytes() > 0) {
                byte[] chunk = data.consumeBytes(1 + data.consumeInt(0, 64));
                decoder.decode(chunk, 0, chunk.length, values::add);
            }
            decoder.finish(values::add);
        } catch (BbbException expected) {
            return; // all that a decoder may throw
        }
    }

    @FuzzTest(maxDuration = "60s")
    void answersAboutMeetingsAreTheSameInEverySplit(FuzzedDataProvider data) {
        check(Samples.ABOUT_MEETINGS, Choices.of(data));
    }

    @FuzzTest(maxDuration = "60s")
    void answersAboutRecordingsAreTheSameInEverySplit(FuzzedDataProvider data) {
        check(Samples.ABOUT_RECORDINGS, Choices.of(data));
    }

    @FuzzTest(maxDuration = "60s")
    void answersAboutUsersAreTheSameInEverySplit(FuzzedDataProvider data) {
        check(Samples.ABOUT_USERS, Choices.of(data));
    }

    @FuzzTest(maxDuration = "60s")
    void answersAboutHooksAreTheSameInEverySplit(FuzzedDataProvider data) {
        check(Samples.ABOUT_HOOKS, Choices.of(data));
    }

    @FuzzTest(maxDuration = "60s")
    void answersAboutCaptionsAreTheSameInEverySplit(FuzzedDataProvider data) {
        check(Samples.ABOUT_CAPTIONS, Choices.of(data));
    }

    @FuzzTest(maxDuration = "60s")
    void answersOfAnyCallAreTheSameInEverySplit(FuzzedDataProvider data) {
        check(Samples.OF_ANY_CALL, Choices.of(data));
    }

    private static void check(List<Sample<?>> family, Choices choices) {
        check(choices.of(family), choices);
    }

    private static <T> void check(Sample<T> sample, Choices choices) {
        List<String> answers = choices.onceIn(6) ? Samples.FAILURES : sample.answers();
        byte[] body =
                AnswerFaults.ALL.in(Rearranged.of(choices.of(answers), choices).getBytes(UTF_8), choices);
        AnswerLimits limits = limits(choices);
        int[] cuts = choices.places(MOST_CUTS, body.length);

        Splits.Outcome<T> outcome = Splits.decodeIn(sample.in(context(limits, choices)), body, cuts);

        assertThat(outcome.problem()).doesNotContain(Contexts.SECRET);
        outcome.values().forEach(value -> requireBounded(value, limits));
    }

    private static AnswerContext context(AnswerLimits limits, Choices choices) {
        AnswerContext plain = Contexts.with(choices.onceIn(8) ? 500 : 200, limits);
        return choices.onceIn(4)
                ? new AnswerContext(
                        plain.site(),
                        plain.status(),
                        limits,
                        plain.blotter(),
                        List.of("a=b"),
                        choices.of(List.of(
                                "text/xml",
                                "text/xml; charset=utf-8",
                                "text/xml;charset=ISO-8859-1",
                                ";charset=koi8-r")))
                : plain;
    }

    private static AnswerLimits limits(Choices choices) {
        if (!choices.onceIn(3)) {
            return AnswerLimits.DEFAULT;
        }
        return new AnswerLimits(
                1 + choices.below(2_000),
                1 + choices.below(2_000),
                1 + choices.below(600),
                1 + choices.below(60),
                1 + choices.below(6),
                1 + choices.below(4),
                1 + choices.below(6));
    }

    private static void requireBounded(Object value, AnswerLimits limits) {
        if (value instanceof Element element) {
            assertThat(depth(element)).isLessThanOrEqualTo(limits.depth());
            assertThat(texts(element)).allMatch(text -> text.length() <= limits.textLength());
        }
    }

    private static int depth(Element element) {
        return 1
                + element.children().stream()
                        .mapToInt(DecoderFuzzTest::depth)
                        .max()
                        .orElse(0);
    }

    private static Stream<String> texts(Element element) {
        return Stream.concat(
                Stream.concat(Stream.of(element.revealText()), element.attributes().values().stream()),
                element.children().stream().flatMap(DecoderFuzzTest::texts));
    }
}
