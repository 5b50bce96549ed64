// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.MEETING_INFO;
import static io.blueflux.answer.Contexts.RECORDINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.MalformedResponseException;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is well-formed is what the JDK's parser takes, and what is not is told in the same words in every split. */
class DifferentialTest {
    private static final String HEAD = "<response><returncode>SUCCESS</returncode><meetingID>a</meetingID>";
    private static final String TAIL = "</response>";
    private static final List<String> ALPHABET =
            List.of("<", ">", "/", "&", "#", "x", ";", "'", "=", "?", "!", "-", "[", "]", " ", ":", "5", "a");
    private static final List<String> TOKENS = Stream.of(
                    "< </ > /> = ' \" & # x &# &#x ; 65 0 xml xmlns p p: q : 5 - -- <!-- --> <?t ?> ? <![CDATA[ ]]> ] a a='1' "
                            + "xmlns:p='u' xmlns:p='' xmlns='v' <p:a> </p:a> <a> </a> <a/> é &amp; &lt &#65; &#x41; &#x; &#; &x; "
                            + "! [ <! · b=\"&#65;&#x;\" . xml:lang='e' xmlns:xml='u' <xml:a/> <meetingName> </meetingName> % _ "
                            + "xmlns:xml='http://www.w3.org/XML/1998/namespace' xmlns:q='http://www.w3.org/XML/1998/namespace' "
                            + "xmlns:q='http://www.w3.org/2000/xmlns/' xmlns:5='u' \u0001 &#0; &#xD800; &#xFFFE; &#x10FFFF; &#x110000; "
                            + "<xml:/> <p:5/> <p:a:b/> <?a b?> <a\0>")
            .flatMap(tokens -> Stream.concat(Stream.of(" ", "\t", "\r", "\n"), Stream.of(tokens.split(" "))))
            .toList();
    private static final List<String> FORMS = List.of(
            "%s",
            "<meetingName>%s</meetingName>",
            "<metadata>%s</metadata>",
            "<x %s/>",
            "<x a='%s'/>",
            "<%s>",
            "<a%s></a>",
            "</%s>",
            "&%s;",
            "<!--%s-->",
            "<?t %s?>");

    private static final String RECORDING_HEAD =
            "<response><returncode>SUCCESS</returncode><recordings><recording><recordID>a</recordID>";
    private static final String RECORDING_TAIL = "</recording></recordings></response>";
    private static final List<String> RECORDING_FORMS = Stream.concat(
                    FORMS.stream(),
                    Stream.of(
                            "<name>%s</name>",
                            "<state>%s</state><size>1</size>",
                            "<metadata><k>%s</k><k>v</k></metadata>",
                            "<metadata><k%s>v</k></metadata>",
                            "<playback><format><url>%s</url></format></playback>",
                            "<playback><format><type>%s",
                            "<playback%s><format></format></playback>",
                            image("<image %s/>"),
                            image("<image%s>u</image>"),
                            image("<image alt='%s'>u</image>"),
                            image("<image width=\"1\" alt=\"%s\" height=\"1\">u</image>"),
                            image("<image alt='1'%sheight='2'>u</image>"),
                            image("<image alt='1'>%s</image>"),
                            image("<image alt='1'>u</image%s>")))
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml:/>",
                "<p:5/>",
                "<p:5 xmlns:p='u'/>",
                "<p:a:b xmlns:p='u'/>",
                "<x p:5='' xmlns:p='u'/>",
                "<x xml:5=''/>",
                "<x xmlns:p=''/>",
                "<x xmlns:5='u'/>",
                "<x xmlns:q='http://www.w3.org/XML/1998/namespace'/>",
                "<x xmlns='http://www.w3.org/2000/xmlns/'/>",
                "<x a='&#65;&#x;'/>",
                "<x a='&#x;'/>",
                "<x a='&#;'/>",
                "<x xmlns:p='&#65;&#x;'/>",
                "&#;",
                "&#x;",
                "a&#;b",
                "a&#x;b",
                "&#65;&#x;",
                "<a></a\0>",
                "<?\u0001?>"
            })
    void knownSlipsAreRefused(String content) {
        check(content);
        assertThat(Splits.decode(MEETING_INFO, HEAD + content + TAIL).error())
                .isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void targetsHaveNoColon() {
        for (String target : List.of("p:x", "p:", "p:5", ":", "xml:x")) {
            Splits.decode(MEETING_INFO, HEAD + "<?" + target + " ?>" + TAIL).failure(MalformedResponseException.class);
        }
    }

    @Test
    void allShortContents() {
        for (String form : List.of("%s", "<x a='%s'/>", "<%s>", "&%s;")) {
            for (String first : ALPHABET) {
                for (String second : ALPHABET) {
                    check(form.formatted(first + second));
                }
            }
        }
    }

    @Test
    void randomContents() {
        Random random = new Random(20);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder content = new StringBuilder();
            for (int count = 1 + random.nextInt(6); count > 0; count--) {
                content.append(TOKENS.get(random.nextInt(TOKENS.size())));
            }
            check(FORMS.get(random.nextInt(FORMS.size())).formatted(content.toString()));
        }
    }

    @Test
    void allShortContentsOfRecordings() {
        for (String form : List.of(image("<image alt='%s'>u</image>"), image("<image %s>u</image>"), "<url>%s</url>")) {
            for (String first : ALPHABET) {
                for (String second : ALPHABET) {
                    checkRecording(form.formatted(first + second));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void randomContentsOfRecordings(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder content = new StringBuilder();
            for (int count = 1 + random.nextInt(4); count > 0; count--) {
                content.append(TOKENS.get(random.nextInt(TOKENS.size())));
            }
            checkRecording(
                    RECORDING_FORMS.get(random.nextInt(RECORDING_FORMS.size())).formatted(content.toString()));
        }
    }

    private static String image(String form) {
        return "<playback><format><preview><images>" + form + "</images></preview></format></playback>";
    }

    private void check(String content) {
        check(MEETING_INFO, content, HEAD + content + TAIL);
    }

    private void checkRecording(String content) {
        check(RECORDINGS, content, RECORDING_HEAD + content + RECORDING_TAIL);
    }

    private <T> void check(Supplier<ChunkDecoder<T>> decoders, String content, String answer) {
        byte[] body = answer.getBytes(UTF_8);
        Splits.Outcome<T> ours = Splits.decodeInFew(decoders, body, new Random(body.length));
        if (!SecondOpinion.differsOnColons(body)) {
            assertThat(ours.error() == null)
                    .as("%s: %s", content, ours.problem())
                    .isEqualTo(DomReader.root(body) != null);
        }
    }
}
