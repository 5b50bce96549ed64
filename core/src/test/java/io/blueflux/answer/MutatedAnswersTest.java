// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.COUNTERS;
import static io.blueflux.answer.Contexts.MEETINGS;
import static io.blueflux.answer.Contexts.OK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Meeting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Answers broken at random: the outcome is always one of ours, and the same in every split. */
class MutatedAnswersTest {
    private static final int MUTATIONS = 2_500;

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

    private static final String[] PIECES = {
        "<",
        "</",
        ">",
        "/>",
        "<!--",
        "-->",
        "--",
        "<![CDATA[",
        "]]>",
        "]]",
        "]",
        "<?",
        "?>",
        "?",
        "&",
        "&amp;",
        "&#",
        "&#x",
        "&lt;",
        ";",
        "&#38;",
        "&#x1F389;",
        "&#xD800;",
        "&#0;",
        "&#1;",
        "\r",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\"",
        "'",
        "=",
        "é",
        "€",
        "🎉",
        "\0",
        "\u0001",
        "\uFFFE",
        "\u0085",
        "\u2028",
        "<!DOCTYPE r",
        "[<!ENTITY a 'b'>]",
        "xmlns=\"u\"",
        "xmlns:p=\"u\"",
        "p:",
        "xml:",
        "<p:a>",
        "<xmlns:a>",
        "<meeting>",
        "</meeting>",
        "<metadata>",
        "</metadata>",
        "<response>",
        "</response>",
        "<x a='1'>",
        "</x>",
        "<x a=\"1\" a=\"2\"/>",
        "<breakout>",
        "<attendees>",
        "<customdata>",
        "<message>m</message>",
        "<image>",
        "</image>",
        "<format>",
        "</format>",
        " alt='x'",
        " width=\"1\"",
        "</url>",
        "<k>v</k>",
        "<?xml version='1.0' encoding='ISO-8859-1'?>",
        "<?xml version='1.1'?>",
        "{",
        "}",
        ","
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void outcomeIsTheSameInEverySplit(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] body = mutated(ANSWERS.get(random.nextInt(ANSWERS.size())).getBytes(UTF_8), random);
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
            byte[] body = mutated(ANSWERS.get(RECORDINGS_ANSWER).getBytes(UTF_8), random);
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
            byte[] body = mutated(ANSWERS.get(0).getBytes(UTF_8), random);
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
    void whatTheJdkFindsWellFormedIsWellFormedAndTheOtherWayRound(long seed, int answer, int kind) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] body = mutated(ANSWERS.get(answer).getBytes(UTF_8), random);
            Splits.Outcome<?> outcome = Splits.whole(decoder(kind), body);
            if (readsToTheEndOfTheRoot(outcome)) {
                assertThat(isWellFormed(body) || hasMoreAfterTheRoot(body))
                        .as("%s", new String(body, UTF_8))
                        .isTrue();
            } else if (!stopsEarly(outcome)) {
                assertThat(isWellFormed(body))
                        .as("%s %s", outcome.problem(), new String(body, UTF_8))
                        .isFalse();
            }
        }
    }

    private static boolean readsToTheEndOfTheRoot(Splits.Outcome<?> outcome) {
        return outcome.error() == null
                || outcome.error() instanceof ApiFailedException
                || outcome.problem().contains("without a <returncode>");
    }

    private static boolean stopsEarly(Splits.Outcome<?> outcome) {
        return !(outcome.error() instanceof MalformedResponseException)
                || outcome.problem().contains("the root element is")
                || outcome.problem().contains("document type declaration");
    }

    private static boolean isWellFormed(byte[] body) throws IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        builder.setEntityResolver((publicId, systemId) -> {
            throw new SAXException("no external entities");
        });
        try {
            builder.parse(new ByteArrayInputStream(body));
            return true;
        } catch (SAXException | IOException e) {
            return false;
        }
    }

    private static boolean hasMoreAfterTheRoot(byte[] body) throws IOException, ParserConfigurationException {
        String text = new String(body, java.nio.charset.StandardCharsets.ISO_8859_1);
        for (int end = text.indexOf('>'); end >= 0; end = text.indexOf('>', end + 1)) {
            if (isWellFormed(Arrays.copyOf(body, end + 1))) {
                return true;
            }
        }
        return false;
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

    private static byte[] mutated(byte[] answer, Random random) {
        byte[] body = answer;
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(body.length + 1);
            int to = Math.min(body.length, at + 1 + random.nextInt(30));
            switch (random.nextInt(6)) {
                case 0 -> body = replaced(body, at, at, new byte[] {(byte) random.nextInt(256)});
                case 1 -> body = replaced(body, at, to, new byte[0]);
                case 2 -> body = replaced(body, at, at, Arrays.copyOfRange(body, at, to));
                case 3 -> body = replaced(body, at, at, brokenCharacter(random));
                default -> body = replaced(body, at, at, PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
            }
        }
        return body;
    }

    private static byte[] brokenCharacter(Random random) {
        byte[] bytes = {(byte) (0xC0 + random.nextInt(64)), (byte) random.nextInt(256), 0};
        return Arrays.copyOf(bytes, 1 + random.nextInt(3));
    }

    private static byte[] replaced(byte[] body, int from, int to, byte[] by) {
        byte[] result = new byte[body.length - (to - from) + by.length];
        System.arraycopy(body, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(body, to, result, from + by.length, body.length - to);
        return result;
    }
}
