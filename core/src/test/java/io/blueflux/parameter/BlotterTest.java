// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlotterTest {
    private static final Blotter PLAIN = Blotter.of(SharedSecret.of("639259d4-9dd8-4b25"), RequestParameters.NONE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        GET /api/create?name=x&checksum=abc123&x=1 | GET /api/create?name=x&checksum=***&x=1
        checksum=abc123 HTTP/1.1 | checksum=*** HTTP/1.1
        href="/join?sessionToken=abc123" x | href="/join?sessionToken=***" x
        ?a=1&amp;password=abc123&amp;b=2 | ?a=1&amp;password=***&amp;b=2
        <url>https://h/?sessionToken=abc123</url> | <url>https://h/?sessionToken=***</url>
        attendeePW="abc 123" y | attendeePW="***" y
        MODERATORPW='abc 123' y | MODERATORPW='***' y
        <moderatorPW>abc 123</moderatorPW><x>1</x> | <moderatorPW>***</moderatorPW><x>1</x>
        <attendeePW><![CDATA[a</b]]></attendeePW> | <attendeePW>***</attendeePW>
        <session_token>abc123</session_token> | <session_token>***</session_token>
        <auth_token>abc123 | <auth_token>***
        <auth_token>abc123< | <auth_token>***
        <auth_token>abc123</ | <auth_token>***</
        {"password":"abc123","x":1} | {"password":"***","x":1}
        {"password" : "abc\\"123","x":1} | {"password" : "***","x":1}
        {"password":123,"x":1} | {"password":***,"x":1}
        {"password":"abc12 | {"password":"***
        {\\"password\\":\\"abc123\\",\\"x\\":1} | {\\"password\\":\\"***\\",\\"x\\":1}
        url=https%3A%2F%2Fh%3Fchecksum%3Dabc123%26x%3D1 | url=https%3A%2F%2Fh%3Fchecksum%3D***%26x%3D1
        url=https%3A%2F%2Fh%3Fchecksum%3Dabc123&y=2 | url=https%3A%2F%2Fh%3Fchecksum%3D***&y=2
        replaceSessionToken=abc123&configToken=abc123 | replaceSessionToken=***&configToken=***
        """)
    void valueBehindTheNameOfASecretIsBlotted(String text, String blotted) {
        assertThat(PLAIN.blot(text)).isEqualTo(blotted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the password is wrong",
                "<message>You did not pass the checksum security check</message>",
                "<messageKey>checksumError</messageKey>",
                "checksum=",
                "checksum=&x=1",
                "<password></password>",
                "<password/>",
                "{\"password\":\"\"}"
            })
    void textWithoutSecretsStays(String text) {
        assertThat(PLAIN.blot(text)).isEqualTo(text);
    }

    @Test
    void sharedSecretIsBlotted() {
        assertThat(PLAIN.blot("x639259d4-9dd8-4b25y 639259d4-9dd8-4b25")).isEqualTo("x***y ***");
    }

    @Test
    void valuesOfTheRequestAreBlottedWhereverTheyStand() {
        Blotter blotter = blotter("attendeePW", "p&ss w+rd/é", "moderatorPW", "m0d3rat0r");

        assertThat(blotter.blot("you sent p&ss w+rd/é and m0d3rat0r")).isEqualTo("you sent *** and ***");
        assertThat(blotter.blot("q=p%26ss+w%2Brd%2F%C3%A9;")).isEqualTo("q=***;");
        assertThat(blotter.blot("q=p%26ss%20w%2brd%2f%c3%a9;")).isEqualTo("q=***;");
        assertThat(blotter.blot("<x>p&amp;ss w+rd/é</x>")).isEqualTo("<x>***</x>");
        assertThat(blotter.blot("attendeePW=p&ss w+rd/é&x=1")).isEqualTo("attendeePW=***&x=1");
    }

    @Test
    void shortValueIsBlottedAsAWholeWordOnly() {
        Blotter blotter = blotter("attendeePW", "ap");

        assertThat(blotter.blot("ap, map, apt, <x>ap</x> ap")).isEqualTo("***, map, apt, <x>***</x> ***");
        assertThat(blotter.blot("attendeePW=ap")).isEqualTo("attendeePW=***");
    }

    @Test
    void secretThatIsANameOfASecretDoesNotUncoverAnother() {
        Blotter blotter = blotter("attendeePW", "sessionToken", "moderatorPW", "password");

        assertThat(blotter.blot("sessionToken=abc123 <password>abc123</password>"))
                .doesNotContain("abc123");
    }

    @Test
    void overlappingSecretsAreBlottedWhole() {
        assertThat(blotter("attendeePW", "abcd", "moderatorPW", "cdef").blot("abcdef"))
                .isEqualTo("***");
    }

    @Test
    void otherValuesOfTheRequestStay() {
        Blotter blotter = blotter("name", "Room", "attendeePW", "", "userdata-x", "y1234");

        assertThat(blotter.blot("Room y1234")).isEqualTo("Room y1234");
    }

    @Test
    void blottingTwiceChangesNothing() {
        Blotter blotter = blotter("attendeePW", "s3cr3t");
        String once = blotter.blot("attendeePW=s3cr3t {\"password\":\"s3cr3t\"} <checksum>x</checksum>");

        assertThat(blotter.blot(once)).isEqualTo(once);
    }

    @Test
    void everyCutOfATextIsBlotted() {
        String text =
                "{\"password\":\"SSSSSS\"} <auth_token>SSSSSS</auth_token> ?checksum=SSSSSS&x password%3DSSSSSS%26";

        for (int length = 0; length <= text.length(); length++) {
            assertThat(PLAIN.blot(text.substring(0, length))).doesNotContain("SS");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "password=",
                "password=\"",
                "<password>",
                "</password>",
                "\"password\":",
                "\"password\"   ",
                "password%3D",
                "password%3Dx",
                "password%3D ",
                "<password><![CDATA[",
                "password\\\\",
                "\\",
                "\"",
                "%26",
                " "
            })
    void hugeTextsDoNotOverflow(String piece) {
        String text = piece.repeat(500_000 / piece.length());

        assertThat(PLAIN.blot(text)).hasSizeLessThanOrEqualTo(2 * text.length());
        assertThat(PLAIN.blot("password=" + text)).isNotNull();
        assertThat(PLAIN.blot("{\"password\":\"" + text)).isNotNull();
    }

    @Test
    void randomTextsNeverThrow() {
        String[] pieces = {
            "password", "=", "\"", "'", ":", "<", ">", "</", "%3D", "%26", "\\", "&", " ", "x", "\ud800", "\u0000"
        };
        Random random = new Random(42);
        Blotter blotter = blotter("attendeePW", "xx", "moderatorPW", "$1\\E(");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(blotter.blot(text.toString())).isNotNull();
        }
    }

    private static Blotter blotter(String... namesAndValues) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Blotter.of(SharedSecret.of("639259d4-9dd8-4b25"), RequestParameters.of(ApiCall.CREATE, given));
    }

    @Test
    void aTenantKeyIsBlottedInPathsAndLeavesWordsAlone() {
        BbbServer server = BbbServer.of("https://bbb.example.org/b/empty/bigbluebutton", "shared-secret-1");

        String text = Blotter.of(server, RequestParameters.NONE)
                .blot("the body is empty; asked for /b/empty/bigbluebutton/api?u=%2Fb%2Fempty");

        assertThat(text).isEqualTo("the body is empty; asked for /***/***/bigbluebutton/api?u=%2F***%2F***");
    }
}
