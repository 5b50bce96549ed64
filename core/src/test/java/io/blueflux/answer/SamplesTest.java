// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class SamplesTest {

    @Test
    void everyDecoderHasASample() {
        assertThat(Samples.all().map(Sample::name).collect(Collectors.toSet()))
                .isEqualTo(Stream.of(
                                MeetingDecoders.class,
                                RecordingDecoders.class,
                                UserDecoders.class,
                                HookDecoders.class,
                                TextTrackDecoders.class,
                                TreeDecoders.class,
                                RootDecoders.class)
                        .flatMap(decoders -> Stream.of(decoders.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("io.blueflux.answer.Samples#all")
    void itsAnswersAreRead(Sample<?> sample) {
        for (String answer : sample.answers()) {
            assertThat(Splits.whole(sample.in(Contexts.OK), answer.getBytes(UTF_8))
                            .problem())
                    .as(answer)
                    .isEmpty();
        }
    }

    @Test
    void listsAreWhatTheJdkReads() {
        String start = "<response><returncode>SUCCESS</returncode>";
        Element meetings = DomReader.root((start + Samples.MEETINGS + "</response>").getBytes(UTF_8));
        Element recordings = DomReader.root((start + Samples.RECORDINGS + "</response>").getBytes(UTF_8));

        assertThat(meetings).matches(root -> PlainAnswer.is(root, "meetings"));
        assertThat(recordings).matches(root -> PlainAnswer.is(root, "recordings"));
    }
}
