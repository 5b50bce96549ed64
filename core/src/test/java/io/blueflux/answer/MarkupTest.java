// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.MEETING_INFO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Element;
import io.blueflux.model.Meeting;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XML itself, in every split of its bytes. */
class MarkupTest {
    private static final String HEAD = "<response><returncode>SUCCESS</returncode>";
    private static final String TAIL = "</response>";
    private static final String ID = "<meetingID>a</meetingID>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '~', textBlock = """
        a<![CDATA[ <b> & ]] ]]]]><![CDATA[> ]]>c|a <b> & ]] ]]> c
        <![CDATA[]]>|
        <![CDATA[x]]]>|x]
        a<!-- no - <b> & --><!----><?pi no ?>b|ab
        &amp;&lt;&gt;&quot;&apos;|&<>"'
        &#65;&#x42;&#x1F389;&#233;|AB🎉é
        é€🎉授|é€🎉授
        ]] ]&gt; ]]&gt; a>b|]] ]> ]]> a>b
        a&#10;b|a~b
        x&#13;y|x¤y
        &amp;amp;|&amp;
        """)
    void textsAreReadAsWritten(String written, @Nullable String read) {
        String expected = read == null ? null : read.replace('~', '\n').replace('¤', '\r');

        assertThat(name(written)).isEqualTo(expected);
    }

    @Test
    void lineEndsAreLineFeeds() {
        assertThat(name("a\r\nb\rc\nd\r\r\ne")).isEqualTo("a\nb\nc\nd\n\ne");
    }

    @Test
    void onlyXmlWhiteSpaceIsTrimmed() {
        assertThat(name(" \t\r\n\u00A0a b\u202F\n ")).isEqualTo("\u00A0a b\u202F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n",
                "<?xml version=\"1.0\"?>\r\n\r\n",
                "\n<?xml version=\"1.0\"?>",
                "\uFEFF",
                "\uFEFF\n",
                "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
                "\n\r\t ",
                "<!-- hello -->\n",
                "<?xml-stylesheet href='x'?>\n<!-- -->"
            })
    void whatStandsBeforeTheRootSaysNothing(String prologue) {
        assertThat(Splits.decode(MEETING_INFO, prologue + HEAD + "<meetingName>é🎉</meetingName>" + ID + TAIL)
                        .value()
                        .meetingName())
                .isEqualTo("é🎉");
    }

    @Test
    void declaredLatin1IsRead() {
        String body =
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + HEAD + "<meetingName>é ü</meetingName>" + ID + TAIL;

        assertThat(Splits.decode(MEETING_INFO, body.getBytes(ISO_8859_1))
                        .value()
                        .meetingName())
                .isEqualTo("é ü");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE response>",
                "<!D",
                "<!DOCTYPE &",
                "<!DOCTYPE response SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE response PUBLIC \"-//x//y\" 'http://127.0.0.1:1/x.dtd'>",
                "<!DOCTYPE response [<!ENTITY x \"y\">]>",
                "<!DOCTYPE response [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE response [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>",
                "<!DOCTYPE response [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;]>"
            })
    void documentTypesAreRefused(String declaration) {
        MalformedResponseException refused = malformed(declaration + HEAD + "<meetingName>&x;</meetingName>" + TAIL);

        assertThat(refused.position()).isZero();
        assertThat(refused).hasMessageContaining("a document type declaration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&x;", "a&nbsp;b", "<![CDATA[]]>&x;"})
    void undeclaredEntitiesAreRefused(String text) {
        assertThat(malformed(HEAD + "<meetingName>" + text + "</meetingName>" + TAIL))
                .hasMessageContaining("an entity that is not declared");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x a='&y;'/>",
                "<x a=\"1\" a=\"2\"/>",
                "<x a=1/>",
                "<x a='<'/>",
                "<1st/>",
                "<a b/>",
                "<p:x/>",
                "<xmlns:x/>",
                "<x xmlns:xmlns='u'/>",
                "<x xmlns:xml='u'/>",
                "<x xmlns:a='u' xmlns:a='v'/>",
                "<x xmlns='u' xmlns='v'/>",
                "<x xmlns='<'/>",
                "<x xmlns='&y;'/>",
                "<x a:k='' a:k='' xmlns:a='u'/>",
                "<x></y>",
                "</x>",
                "<!x>",
                "<![CDATA[",
                "<!-- -- -->",
                "<?xml version='1.0'?>",
                "a & b",
                "&;",
                "&#;",
                "&#x;",
                "&#0;",
                "&#1;",
                "&#xD800;",
                "&#xFFFE;",
                "&#1114112;",
                "&#99999999999999999999;",
                "]]>",
                "a]]>",
                "]]]>",
                "a]]]>b",
                "a>]]>",
                "é]]>",
                "\u0000",
                "a\u0000b",
                "é\u0001",
                "\uFFFE"
            })
    void whatIsNotWellFormedIsMalformedInEverySplit(String content) {
        malformed(HEAD + "<meetingName>" + content + "</meetingName>" + TAIL);
        malformed(HEAD + content + TAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C3",
                "C3 28",
                "A0",
                "E2 28 A1",
                "E2 82",
                "E2 82 28",
                "E2 00 82 AC",
                "E2 82 00 AC",
                "F0 00 9F 8E 89",
                "F0 9F 00 8E 89",
                "F0 9F 8E",
                "F8 88 80 80 80",
                "FF",
                "FE",
                "ED A0 80"
            })
    void whatIsNotUtf8IsMalformedInEverySplit(String bytes) {
        String wrong = new String(bytes(bytes), ISO_8859_1);
        for (String body : List.of("<meetingName>" + wrong + "x</meetingName>", "<x a='" + wrong + "'/>", wrong)) {
            Splits.decode(MEETING_INFO, (HEAD + body + TAIL).getBytes(ISO_8859_1))
                    .failure(MalformedResponseException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0 C3", "C0 ED 20", "E2 C3", "E2 82 C3", "E2 E2 82", "F0 C3 C3 F0 9F", "F0 20 20 C3"})
    void whatIsNotUtf8AndBrokenOffIsMalformedInEverySplit(String bytes) {
        String wrong = new String(bytes(bytes), ISO_8859_1);
        for (String body : List.of("<meetingName>" + wrong, "<!-- " + wrong, "<x a='" + wrong, "<x" + wrong, wrong)) {
            Splits.decode(MEETING_INFO, (HEAD + body).getBytes(ISO_8859_1)).failure(MalformedResponseException.class);
        }
    }

    @Test
    void prefixesAndNamespacesAreAcceptedAndDropped() {
        Meeting meeting = Splits.decode(
                        MEETING_INFO,
                        "<r:response xmlns:r='urn:r' xmlns='urn:d'><r:returncode>SUCCESS</r:returncode>"
                                + "<meetingID r:x='1'>a</meetingID><z:y z:k='v' xmlns:z='urn:z'>t</z:y></r:response>")
                .value();

        assertThat(meeting.meetingId()).isEqualTo("a");
        assertThat(meeting.unknown()).containsExactly(new Element("y", Map.of("k", "v"), "t", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x xmlns=''/>",
                "<x k='&lt;' xmlns:a='é&#x1F389;&amp;\r\n' a:b=\"1\"/>",
                "<x a:k='1' b:k='2' xmlns:a='u' xmlns:b='v'/>",
                "<x xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:lang='en'/>",
                "<a:x xmlns:a='u'><a:y xmlns:a='v' a:k=''/></a:x>"
            })
    void namespacesMayBeAnything(String content) {
        assertThat(Splits.decode(MEETING_INFO, HEAD + content + "<meetingID>a</meetingID>" + TAIL)
                        .value()
                        .meetingId())
                .isEqualTo("a");
    }

    @Test
    void declarationsAreNotAmongTheAttributes() {
        Meeting meeting = Splits.decode(
                        MEETING_INFO,
                        HEAD + "<x xmlns:a='u1' k='v1' xmlns='u2' a:l='v2' xmlns:b='u3'/><y xmlns='u4'/>" + ID + TAIL)
                .value();

        assertThat(meeting.unknown())
                .containsExactly(
                        new Element("x", Map.of("k", "v1", "l", "v2"), "", List.of()),
                        new Element("y", Map.of(), "", List.of()));
    }

    @Test
    void attributeValuesAreDecoded() {
        Meeting meeting = Splits.decode(
                        MEETING_INFO, HEAD + "<x a='&lt;&#x1F389;🎉授&quot;\"é>' b=\"1\n2\r\n3\t'\" c=''/>" + ID + TAIL)
                .value();

        assertThat(meeting.unknown())
                .containsExactly(new Element("x", Map.of("a", "<🎉🎉授\"\"é>", "b", "1 2 3 '", "c", ""), "", List.of()));
    }

    private static @Nullable String name(String written) {
        return Splits.decode(MEETING_INFO, HEAD + "<meetingName>" + written + "</meetingName>" + ID + TAIL)
                .value()
                .meetingName();
    }

    private static MalformedResponseException malformed(String body) {
        return Splits.decode(MEETING_INFO, body.getBytes(UTF_8)).failure(MalformedResponseException.class);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
