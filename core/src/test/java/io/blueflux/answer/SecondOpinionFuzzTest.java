// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.OK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.fuzz.Choices;
import io.blueflux.model.Element;
import java.util.List;
import java.util.function.Function;

/** Broken answers, read by the shortcuts, byte by byte, and by the JDK's parser: all three agree. */
class SecondOpinionFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void meetingsAreReadAsSlowlyAndByTheJdk(FuzzedDataProvider data) {
        check(
                Sample.of("meetings", MeetingDecoders::getMeetings, Samples.MEETINGS),
                Choices.of(data),
                DomReader::meetings);
    }

    @FuzzTest(maxDuration = "60s")
    void recordingsAreReadAsSlowlyAndByTheJdk(FuzzedDataProvider data) {
        check(
                Sample.of("recordings", RecordingDecoders::getRecordings, Samples.RECORDINGS),
                Choices.of(data),
                DomReader::recordings);
    }

    @FuzzTest(maxDuration = "60s")
    void allThatIsInAnAnswerIsWhatTheJdkReads(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        byte[] body = broken(Sample.of("tree", TreeDecoders::tree, Samples.MEETINGS, Samples.RECORDINGS), choices);

        Splits.Outcome<Element> outcome = Splits.decodeSlowly(() -> TreeDecoders.tree(OK), body);

        SecondOpinion.check(body, outcome);
        org.w3c.dom.Element root = DomReader.root(body);
        if (outcome.error() == null && root != null) {
            assertThat(outcome.value()).isEqualTo(DomReader.element(root));
        }
    }

    private static <T> void check(Sample<T> sample, Choices choices, Function<org.w3c.dom.Element, List<T>> reader) {
        byte[] body = broken(sample, choices);

        Splits.Outcome<T> outcome = Splits.decodeSlowly(sample.in(OK), body);

        SecondOpinion.check(body, outcome);
        org.w3c.dom.Element root = DomReader.root(body);
        if (root != null && PlainAnswer.is(root, sample.name())) {
            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.values()).isEqualTo(reader.apply(root));
        }
    }

    private static byte[] broken(Sample<?> sample, Choices choices) {
        byte[] body = Rearranged.of(choices.of(sample.answers()), choices).getBytes(UTF_8);
        return choices.onceIn(4) ? body : AnswerFaults.ALL.in(body, choices);
    }
}
