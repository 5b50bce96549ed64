// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.COUNTERS;
import static io.blueflux.answer.Contexts.MEETINGS;
import static io.blueflux.answer.Contexts.MEETING_INFO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.MalformedResponseException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no characters, or none that XML allows, wherever they stand and however they are split. */
class Utf8Test {
    private static final String HEAD = "<response><returncode>SUCCESS</returncode><meetingID>a</meetingID>";
    private static final List<String> PLACES = List.of(
            "<meetingName>A%sB</meetingName>",
            "<meetingName>%s</meetingName>",
            "<meetingName>\u00C5\u0081%s\u00C5\u0081</meetingName>",
            "<meetingName><![CDATA[a%sb]]></meetingName>",
            "<x a='1%s2'/>",
            "<x a='%s' b=''/>",
            "<x xmlns:p='u%s'/>",
            "<x n%sn=''/>",
            "<n%sn/>",
            "<n%sn></n%1$sn>",
            "<meetingName>a</meetingName%s>",
            "<%s/>",
            "<!-- a%sb -->",
            "<?pi a%sb?>",
            "<?p%si?>",
            "<metadata><k>a%sb</k></metadata>",
            "<metadata>%s</metadata>",
            "%s",
            "&a%sb;");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C0 80",
                "C1 BF",
                "C0 BC",
                "C0 9B",
                "E0 80 80",
                "E0 80 BC",
                "E0 9F BF",
                "F0 80 80 80",
                "F0 80 80 BC",
                "F0 8F BF BF",
                "F4 90 80 80",
                "F5 80 80 80",
                "F7 BF BF BF",
                "F8 88 80 80 80",
                "FC 84 80 80 80 80",
                "FE",
                "FF",
                "ED A0 80",
                "ED BF BF",
                "ED A0 BD ED B8 80",
                "80",
                "BF",
                "C3",
                "C3 C3",
                "E2 82",
                "E2 82 E2",
                "F0 9F",
                "F0 9F 8E",
                "F0 9F 8E F0",
                "C3 28",
                "E2 28 A1",
                "00",
                "01",
                "08",
                "0B",
                "0C",
                "0E",
                "1B",
                "1F",
                "EF BF BE",
                "EF BF BF"
            })
    void whatIsNoCharacterIsRefusedWhereItStands(String hex) {
        String wrong = new String(HexFormat.ofDelimiter(" ").parseHex(hex), ISO_8859_1);
        for (String place : PLACES) {
            byte[] body = (HEAD + place.formatted(wrong) + "</response>").getBytes(ISO_8859_1);
            assertThat(malformed(body).position()).as(place).isEqualTo(indexOf(body, wrong));
        }
    }

    @Test
    void nulInAnEndTagDoesNotMatch() {
        byte[] body = ("<response><returncode>SUCCESS</returncode><meetings><meeting><attendees><attendee>"
                        + "<userID>1</userID></attendee\0s></meeting></meetings></response>")
                .getBytes(UTF_8);

        assertThat(Splits.decode(MEETINGS, body)
                        .failure(MalformedResponseException.class)
                        .position())
                .isEqualTo(indexOf(body, "\0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C3", "E2", "E2 82", "F0", "F0 9F", "F0 9F 8E"})
    void characterThatTheEndCutsIsMalformed(String hex) {
        for (String place : List.of("<meetingName>", "<!-- ", "<x a='", "<x", "", "<?pi ")) {
            byte[] body = (HEAD + place + new String(HexFormat.ofDelimiter(" ").parseHex(hex), ISO_8859_1))
                    .getBytes(ISO_8859_1);
            assertThat(malformed(body).position()).as(place).isEqualTo(body.length);
        }
    }

    @Test
    void whatIsAllowedIsRead() {
        String name =
                "\u0080\u0085\u009F\u00FF\u0100\u07FF\u0800\uD7FF\uE000\uFFFD\uD800\uDC00\uD83F\uDFFE\uDBFF\uDFFF\u007F\tx";

        assertThat(Splits.decode(MEETING_INFO, HEAD + "<meetingName>" + name + "</meetingName></response>")
                        .value()
                        .meetingName())
                .isEqualTo(name);
    }

    @Test
    void whatFollowsTheRootMayBeAnything() {
        byte[] body = (HEAD + "</response>\0ÿ").getBytes(ISO_8859_1);

        assertThat(Splits.decode(MEETING_INFO, body).value().meetingId()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF", "C3", "C0 80", "E2 82", "F0 9F 8E", "F0 9F 8E 41", "ED A0 80", "00", "80 80"})
    void attendeesThatAreSkippedMayBeAnything(String hex) {
        String wrong = new String(HexFormat.ofDelimiter(" ").parseHex(hex), ISO_8859_1);
        byte[] body =
                ("<response><returncode>SUCCESS</returncode><meetings><meeting><meetingID>a</meetingID><attendees>"
                                + "<attendee><fullName>" + wrong + "</fullName></attendee>" + wrong
                                + "</attendees></meeting></meetings></response>")
                        .getBytes(ISO_8859_1);

        assertThat(Splits.decode(COUNTERS, body).value().meetingId()).isEqualTo("a");
        assertThat(Splits.decode(MEETINGS, body).problem()).isNotEmpty();
    }

    private static MalformedResponseException malformed(byte[] body) {
        return Splits.decode(MEETING_INFO, body).failure(MalformedResponseException.class);
    }

    private static int indexOf(byte[] body, String bytes) {
        return new String(body, ISO_8859_1).indexOf(bytes);
    }
}
