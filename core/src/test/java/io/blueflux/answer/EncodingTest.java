// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.OK;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Meeting;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer is in says its byte order mark, or else its declaration, or else its Content-Type. */
class EncodingTest {
    private static final String TRACK =
            "{\"response\":{\"returncode\":\"SUCCESS\",\"tracks\":[{\"href\":\"u\",\"label\":\"%s\"}]}}";
    private static final String REFUSAL = "{\"response\":{\"returncode\":\"FAILED\",\"message\":\"%s\"}}";
    private static final String MARK = "\u00EF\u00BB\u00BF";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                                | UTF-8
            text/xml                            | UTF-8
            text/xml;charset=utf-8              | UTF-8
            text/xml;charset=nowhere-1          | UTF-8
            text/xml;charset=                   | UTF-8
            text/xml;charset=us-ascii           | US-ASCII
            text/xml;charset=ISO-8859-1         | ISO-8859-1
            text/xml; Charset="iso-8859-1"      | ISO-8859-1
            text/xml; a=b ;charset=latin1 ; c=d | ISO-8859-1
            application/xml;charset=Windows-1252| windows-1252
            text/html;charset=windows-1251      | windows-1251
            """)
    void contentTypeCountsWhereNothingIsDeclared(@Nullable String contentType, String charset) {
        String name = charset.equals("US-ASCII") ? "Gru" : charset.equals("windows-1251") ? "Привет" : "Grüße";
        for (String start : List.of(
                "", "<?xml version='1.0'?>\n", "\n<!-- ü -->".replace("ü", charset.equals("UTF-8") ? "ü" : "u"))) {
            assertThat(decode(contentType, (start + answer(name)).getBytes(Charset.forName(charset)))
                            .value()
                            .meetingName())
                    .as(start)
                    .isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1,ISO-8859-1",
        "iso8859_1,ISO-8859-1",
        "windows-1252,windows-1252",
        "ISO-8859-15,ISO-8859-15",
        "utf-8,UTF-8",
        "UTF8,UTF-8"
    })
    void declarationCountsBeforeTheContentType(String declared, String charset) {
        String body = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + answer("Grüße");

        for (String contentType : new String[] {"text/xml;charset=utf-8", "text/xml;charset=koi8-r", "text/xml"}) {
            assertThat(decode(contentType, body.getBytes(Charset.forName(charset)))
                            .value()
                            .meetingName())
                    .isEqualTo("Grüße");
        }
    }

    @Test
    void byteOrderMarkCountsBeforeAll() {
        for (String start : List.of("", "<?xml version='1.0' encoding='ISO-8859-1'?>")) {
            byte[] body = ("\uFEFF" + start + answer("Grüße")).getBytes(UTF_8);

            assertThat(decode("text/xml;charset=ISO-8859-1", body).value().meetingName())
                    .isEqualTo("Grüße");
        }
    }

    @Test
    void partOfAMarkIsNone() {
        for (String start : List.of("\u00EF", "\u00EF\u00BB", "\u00EF ", "\u00BB", MARK + MARK)) {
            malformed(null, (start + answer("a")).getBytes(ISO_8859_1));
        }
    }

    @Test
    void bytesOfAsciiEndAtItsEnd() {
        String body = "<?xml version='1.0' encoding='US-ASCII'?>" + answer("Gr\u00FC");

        assertThat(malformed(null, body.getBytes(ISO_8859_1)).position()).isEqualTo(body.indexOf('\u00FC'));
        malformed("text/xml;charset=us-ascii", answer("Gr\u00FC").getBytes(ISO_8859_1));
    }

    @Test
    void latin1ThatIsCalledUtf8IsMalformed() {
        byte[] body = answer("Grüße").getBytes(ISO_8859_1);

        malformed(null, body);
        malformed("text/xml;charset=utf-8", body);
        malformed("text/xml;charset=nowhere-1", body);
    }

    @Test
    void controlCharactersAreRefusedInAnyEncoding() {
        malformed("text/xml;charset=ISO-8859-1", answer("a\0b").getBytes(ISO_8859_1));
        malformed(null, ("<?xml version='1.0' encoding='latin1'?>" + answer("a\u001Bb")).getBytes(ISO_8859_1));
    }

    @Test
    void longAnswersAreDecoded() {
        String name = "ü€".repeat(5_000);
        byte[] body = answer(name).getBytes(Charset.forName("windows-1252"));

        assertThat(decode("text/xml;charset=windows-1252", body).value().meetingName())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-7", "nowhere-1", "IBM037"})
    void declarationOfWhatIsNotReadIsMalformed(String encoding) {
        String body = "<?xml version='1.0' encoding='" + encoding + "'?>" + answer("a");

        assertThat(malformed(null, body.getBytes(US_ASCII)))
                .hasMessageContaining(encoding)
                .hasMessageContaining("byte 0 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml?>",
                "<?xml ?>",
                "<?xml encoding='UTF-8'?>",
                "<?xml version='1.0'encoding='UTF-8'?>",
                "<?xml version='1.0' standalone='yes' encoding='UTF-8'?>",
                "<?xml version='1.0' standalone='maybe'?>",
                "<?xml version='2.0'?>",
                "<?xml version='1.0\"?>",
                "<?xml version='1.0' encoding=''?>",
                "<?xml version='1.0' encoding='1'?>",
                "<?xml version='1.0' encoding='UTF-8' ?",
                "<?xml version='1.0'>",
                "<?xml version='1.0' x='y'?>",
                "<?xml version='1.0'?><?xml version='1.0'?>",
                "<?XML version='1.0'?>",
                "<?xml\u0001version='1.0'?>",
                "<?xml version='1.0' \u00FF?>",
                "<?",
                "<?xm",
                "<?xml"
            })
    void declarationThatIsNotWellFormedIsMalformedInEverySplit(String declaration) {
        malformed(null, (declaration + answer("a")).getBytes(ISO_8859_1));
        malformed(null, declaration.getBytes(ISO_8859_1));
    }

    @Test
    void declarationsAreBound() {
        assertThat(malformed(null, ("<?xml version='1.0'" + " ".repeat(300) + "?>" + answer("a")).getBytes(US_ASCII))
                        .position())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                                | UTF-8
            application/json                    | UTF-8
            application/json;charset=utf-8      | UTF-8
            application/json;charset=ISO-8859-1 | UTF-8
            application/json;charset=ISO-8859-1 | ISO-8859-1
            text/plain; charset="windows-1252"  | windows-1252
            """)
    void jsonIsUtf8OrElseWhatTheContentTypeNames(@Nullable String contentType, String charset) {
        for (String mark : charset.equals("UTF-8") ? List.of("", "\uFEFF") : List.of("")) {
            byte[] body = (mark + TRACK.formatted("Grüße")).getBytes(Charset.forName(charset));

            assertThat(Splits.decode(() -> TextTrackDecoders.getRecordingTextTracks(with(contentType)), body)
                            .value()
                            .label())
                    .isEqualTo("Grüße");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00FC",
                "\u00C0\u0080",
                "\u00C0\u00BC",
                "\u00E0\u0080\u00AF",
                "\u00ED\u00A0\u0080",
                "\u00F4\u0090\u0080\u0080",
                "\u00E2\u0082",
                "\u00FF\u00FE"
            })
    void jsonAndWordsThatAreNotUtf8AreMalformed(String bytes) {
        byte[] track = TRACK.formatted(bytes).getBytes(ISO_8859_1);
        byte[] refusal = REFUSAL.formatted(bytes).getBytes(ISO_8859_1);
        byte[] ping = ("bbb-webhooks " + bytes + " up!").getBytes(ISO_8859_1);

        for (String contentType : new String[] {null, "application/json", "application/json;charset=nowhere-1"}) {
            AnswerContext context = with(contentType);
            assertNotUtf8(TRACK.indexOf('%'), () -> TextTrackDecoders.getRecordingTextTracks(context), track);
            assertNotUtf8(REFUSAL.indexOf('%'), () -> MeetingDecoders.getMeetings(context), refusal);
            assertNotUtf8(13, () -> HookDecoders.hooksPing(context), ping);
        }
    }

    private static <T> void assertNotUtf8(int position, Supplier<ChunkDecoder<T>> decoder, byte[] body) {
        assertThat(Splits.decode(decoder, body).failure(MalformedResponseException.class))
                .hasMessageContaining("bytes that are not UTF-8 at byte " + position + " ");
    }

    private static MalformedResponseException malformed(@Nullable String contentType, byte[] body) {
        return decode(contentType, body).failure(MalformedResponseException.class);
    }

    private static Splits.Outcome<Meeting> decode(@Nullable String contentType, byte[] body) {
        return Splits.decode(() -> MeetingDecoders.getMeetingInfo(with(contentType)), body);
    }

    private static AnswerContext with(@Nullable String contentType) {
        return new AnswerContext(OK.site(), 200, OK.limits(), OK.blotter(), List.of(), contentType);
    }

    private static String answer(String name) {
        return "<response><returncode>SUCCESS</returncode><meetingID>a</meetingID><meetingName>" + name
                + "</meetingName></response>";
    }
}
