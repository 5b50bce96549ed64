// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.COUNTERS;
import static io.blueflux.answer.Contexts.MEETINGS;
import static io.blueflux.answer.Contexts.OK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.blueflux.fuzz.Choices;
import io.blueflux.model.Meeting;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers broken at random: the outcome is always one of ours, and the same in every split. */
class MutatedAnswersTest {
    private static final int MUTATIONS = 1_200;

    private static final List<String> ANSWERS = List.of("""
            <response><returncode>SUCCESS</returncode><meetings><meeting><meetingID>r&amp;1</meetingID>
            <participantCount>1,234</participantCount><attendees><attendee><userID>é🎉</userID><role>VIEWER</role>
            <customdata><k a="1">v</k></customdata></attendee></attendees><metadata><x><![CDATA[a]]></x></metadata>
            <breakout><sequence>1</sequence></breakout><new b='2'>t<y/>授</new></meeting><meeting><!-- c -->
            <meetingID>2</meetingID></meeting></meetings></response>""", """
            <?xml version="1.0" encoding="UTF-8"?>
            <response><returncode>FAILED</returncode><errors><error key="k" message='m'/><error><key>k2</key>
            <message>m &lt; &#39;n&#x27;</message></error></errors><messageKey>x</messageKey></response>""", """
            \n{"response":{"returncode":"FAILED","messageKey":"checksumError","message":"m é"}}""", """
            <html>
            <head><title>502 Bad Gateway</title></head>
            </html>""", """
            <response>
              <returncode>SUCCESS</returncode>
              <recordings><recording><recordID>r&amp;1</recordID><name>é &#39;x&#39;</name><published>true</published>\
            <state>published</state><startTime>1767254400000</startTime><metadata><k-1>v &lt;</k-1><k_2/></metadata>\
            <size>7</size><playback><format><type>presentation</type><url>https://h/p</url><preview><images>\
            <image width="176" height='136' alt="a &amp; b">https://h/1.png</image><image>
            https://h/2.png</image></images></preview></format></playback><data></data></recording></recordings>
              <totalElements>1</totalElements></response>""");
    private static final int RECORDINGS_ANSWER = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void outcomeIsTheSameInEverySplit(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] body = AnswerFaults.ALL.in(
                    ANSWERS.get(random.nextInt(ANSWERS.size())).getBytes(UTF_8), Choices.of(random));
            try {
                Splits.decodeInFew(decoder(random.nextInt(5)), body, random);
            } catch (RuntimeException | AssertionError e) {
                fail("mutation " + i + ":\n" + new String(body, UTF_8), e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void outcomeOfRecordingsIsTheSameInEverySplit(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] body = AnswerFaults.ALL.in(ANSWERS.get(RECORDINGS_ANSWER).getBytes(UTF_8), Choices.of(random));
            try {
                Splits.decodeInFew(decoder(2), body, random);
            } catch (RuntimeException | AssertionError e) {
                fail("mutation " + i + ":\n" + new String(body, UTF_8), e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void whatIsReadWholeHasTheSameCounters(long seed) {
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] body = AnswerFaults.ALL.in(ANSWERS.get(0).getBytes(UTF_8), Choices.of(random));
            Splits.Outcome<Meeting> whole = Splits.whole(MEETINGS, body);
            if (whole.error() == null) {
                assertThat(Splits.whole(COUNTERS, body))
                        .as("%s", new String(body, UTF_8))
                        .isEqualTo(new Splits.Outcome<>(Contexts.counters(whole.values()), "", null));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(MUTATIONS / 100);
    }

    @ParameterizedTest
    @CsvSource({"11, 0, 0", "12, 4, 2", "13, 4, 2"})
    void whatTheJdkFindsWellFormedIsWellFormedAndTheOtherWayRound(long seed, int answer, int kind) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] body = AnswerFaults.ALL.in(ANSWERS.get(answer).getBytes(UTF_8), Choices.of(random));
            SecondOpinion.check(body, Splits.whole(decoder(kind), body));
        }
    }

    private static Supplier<ChunkDecoder<Object>> decoder(int kind) {
        return () -> switch (kind) {
            case 0 -> widened(MeetingDecoders.getMeetings(OK));
            case 1 -> widened(MeetingDecoders.getMeetingInfo(OK));
            case 2 -> widened(RecordingDecoders.getRecordings(OK));
            case 3 -> widened(COUNTERS.get());
            default -> widened(MeetingDecoders.create(OK));
        };
    }

    private static <T> ChunkDecoder<Object> widened(ChunkDecoder<T> decoder) {
        return new ChunkDecoder<>() {
            @Override
            public void decode(byte[] bytes, int offset, int length, java.util.function.Consumer<? super Object> out) {
                decoder.decode(bytes, offset, length, out);
            }

            @Override
            public void finish(java.util.function.Consumer<? super Object> out) {
                decoder.finish(out);
            }
        };
    }
}
