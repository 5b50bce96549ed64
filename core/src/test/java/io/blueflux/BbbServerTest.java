// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BbbServerTest {
    private static final String SECRET = "639259d4-9dd8";

    @ParameterizedTest
    @CsvSource({
        "https://bbb.example.org/bigbluebutton, https://bbb.example.org/bigbluebutton, bbb.example.org",
        "https://bbb.example.org/bigbluebutton/, https://bbb.example.org/bigbluebutton, bbb.example.org",
        "https://bbb.example.org/bigbluebutton/api, https://bbb.example.org/bigbluebutton, bbb.example.org",
        "https://bbb.example.org/bigbluebutton/api/, https://bbb.example.org/bigbluebutton, bbb.example.org",
        "' https://bbb.example.org/bigbluebutton/api/\n', https://bbb.example.org/bigbluebutton, bbb.example.org",
        "https://h/bbb/KEY-1/bigbluebutton/api/, https://h/bbb/KEY-1/bigbluebutton, h",
        "https://h/api/api/bigbluebutton, https://h/api/api/bigbluebutton, h",
        "https://h/myapi, https://h/myapi, h",
        "https://h/create, https://h/create, h",
        "https://h/api/created, https://h/api/created, h",
        "http://h:8090/api, http://h:8090, h:8090",
        "HTTPS://Host.Example.ORG:443/x, https://Host.Example.ORG:443/x, Host.Example.ORG:443",
        "http://h, http://h, h",
        "http://h///, http://h, h",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080, 127.0.0.1:8080",
        "https://[2001:db8::1]:8443/bigbluebutton/, https://[2001:db8::1]:8443/bigbluebutton, [2001:db8::1]:8443",
        "https://[::1]/api, https://[::1], [::1]",
        "http://bbb_web:8080/bigbluebutton, http://bbb_web:8080/bigbluebutton, bbb_web:8080",
        "http://bbb_1/api/, http://bbb_1, bbb_1",
        "http://_bbb/x, http://_bbb/x, _bbb",
        "https://bbb-1.de_x.example, https://bbb-1.de_x.example, bbb-1.de_x.example",
        "https://bücher.example/bigbluebutton, https://xn--bcher-kva.example/bigbluebutton, xn--bcher-kva.example",
        "https://konferenz.BÜCHER.example.:8443, https://konferenz.xn--bcher-kva.example.:8443, konferenz.xn--bcher-kva.example.:8443",
        "https://bücher.example/tenänt, https://xn--bcher-kva.example/ten%C3%A4nt, xn--bcher-kva.example",
        "https://пример.испытание/x, https://xn--e1afmkfd.xn--80akhbyknj4f/x, xn--e1afmkfd.xn--80akhbyknj4f",
        "https://例え。テスト/x, https://xn--r8jz45g.xn--zckzah/x, xn--r8jz45g.xn--zckzah",
        "https://xn--bcher-kva.example, https://xn--bcher-kva.example, xn--bcher-kva.example",
        "https://h/a%2Fb/, https://h/a%2Fb, h",
        "https://h/bőr/🎉/, https://h/b%C5%91r/%F0%9F%8E%89, h"
    })
    void everyPastedFormIsTheSameServer(String pasted, URI baseUrl, String name) {
        BbbServer server = BbbServer.of(pasted, SECRET);

        assertThat(server.baseUrl()).isEqualTo(baseUrl);
        assertThat(server.name()).isEqualTo(name);
        assertThat(server.algorithm()).isEqualTo(ChecksumAlgorithm.SHA256);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pw@h/KEY-1/, must not hold user information",
        "https://user@h/KEY-1/, must not hold user information",
        "https://h/KEY-1/?a=b, must not have a query",
        "https://h/KEY-1/api/api, must end before /api: it ends with /api/api",
        "https://h/KEY-1/api//api/, must end before /api: it ends with /api/api",
        "https://h/KEY-1/?, must not have a query",
        "https://h/KEY-1/#x, must not have a fragment",
        "ftp://h/KEY-1/, must start with http",
        "h/KEY-1, must start with http",
        "//h/KEY-1, must start with http",
        "mailto:KEY-1, must start with http",
        "https:///KEY-1, ''",
        "https:/KEY-1, must name a host",
        "https:KEY-1, must name a host",
        "https://-bbb.example.org/KEY-1, must name a host",
        "https://a_b-/KEY-1, must name a host",
        "https://a_b..c/KEY-1, must name a host",
        "https://.a_b/KEY-1, must name a host",
        "https://a_b%2Fc/KEY-1, must name a host",
        "https://a_b!c/KEY-1, must name a host",
        "https://1.2.3/KEY-1, must name a host",
        "https://１.２.３.４/KEY-1, must name a host",
        "https://a_b.1/KEY-1, must name a host",
        "https://user:pw@a_b/KEY-1, must not hold user information",
        "https://user:pw@bücher.example/KEY-1, must not hold user information",
        "https://a_b:0/KEY-1, must have a port of 1 to 65535",
        "https://a_b:65536/KEY-1, must have a port of 1 to 65535",
        "https://a_b:123456/KEY-1, must have a port of 1 to 65535",
        "https://a_b:x/KEY-1, must name a host",
        "https://a_b:1:2/KEY-1, must name a host",
        "https://straße.example/KEY-1, must name its host as xn--",
        "https://ℂ℀.example/KEY-1, must name a host",
        "https://bü­.🎉🫠.example/KEY-1, must name its host as xn--",
        "https://h:0/KEY-1, must have a port of 1 to 65535",
        "https://h:65536/KEY-1, must have a port of 1 to 65535",
        "https://h:x/KEY-1, must name a host",
        "https://h/KEY-1/api/getMeetings, must end before /api: it ends with the call getMeetings",
        "https://h/KEY-1/bigbluebutton/api/create/, must end before /api: it ends with the call create",
        "https://h/KEY-1/API/GETMEETINGS, must end before /api: it ends with the call getMeetings",
        "https://h/KEY-1/api/hooks/list, must end before /api: it ends with the call hooks/list",
        "https://h/KEY-1/api/join/api, must end before /api: it ends with the call join",
        "https://h/KEY-1 x, is not a URL",
        "https://h/KEY-1/%zz, is not a URL",
        "https://[::1/KEY-1, is not a URL",
        "'', must start with http"
    })
    void whatCannotBeABaseUrlIsRefusedWithoutBeingPrinted(String url, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BbbServer.of(url, SECRET))
                .withMessageStartingWith("base URL ")
                .withMessageContaining(rule)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .doesNotContain("KEY-1")
                        .doesNotContain("user:")
                        .doesNotContain("pw@"))
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\uFEFF", "\u00A0", "\u200B", "\u2060", "\u202E", "\u3000", "\u2028", "\u00AD", "\u200D \n"})
    void whatIsNotSeenAroundAUrlIsTrimmed(String hidden) {
        assertThat(BbbServer.of(hidden + "https://h/x/api" + hidden, SECRET).baseUrl())
                .isEqualTo(URI.create("https://h/x"));
        assertThat(HostAndPort.of(hidden + "h_1:80" + hidden)).isEqualTo(new HostAndPort("h_1", 80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\u200B", "\u2060", "\u202E", "\u00AD", "\u200D"})
    void whatIsNotSeenWithinAPathIsNamed(String hidden) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BbbServer.of("https://h/KEY-1" + hidden + "/api", SECRET))
                .withMessage("base URL must not hold a character that cannot be seen: U+%04X", (int) hidden.charAt(0));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> BbbServer.of("https://h", missing()))
                .withMessage("secret");
        assertThatNullPointerException()
                .isThrownBy(() -> BbbServer.of(missing(), SECRET))
                .withMessage("baseUrl");
        assertThatNullPointerException()
                .isThrownBy(() -> SharedSecret.of(missing()))
                .withMessage("secret");
    }

    /** As of a property that is not set. */
    @SuppressWarnings("NullAway")
    private static String missing() {
        return null;
    }

    @Test
    void halfCharactersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BbbServer.of("https://h/KEY-1\uD83C/", SECRET))
                .withMessage("base URL must not hold half characters");
    }

    @Test
    void constructorNormalisesToo() {
        BbbServer server = new BbbServer(
                "one", URI.create("https://h/bigbluebutton/api/"), SharedSecret.of(SECRET), ChecksumAlgorithm.SHA1);

        assertThat(server.baseUrl()).isEqualTo(URI.create("https://h/bigbluebutton"));
        assertThat(server).isEqualTo(server.withName("one")).hasSameHashCodeAs(server.withName("one"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BbbServer(
                        "one", URI.create("https://u@h/"), SharedSecret.of(SECRET), ChecksumAlgorithm.SHA1));
    }

    @Test
    void nameAndAlgorithmThatAreMissingAreTheDefaults() {
        URI url = URI.create("https://host.example:8443/KEY-1/api");
        BbbServer bound = new BbbServer(null, url, SharedSecret.of(SECRET), null);

        assertThat(bound).isEqualTo(BbbServer.of(url.toString(), SECRET));
        assertThat(bound.name()).isEqualTo("host.example:8443");
        assertThat(bound.algorithm()).isEqualTo(ChecksumAlgorithm.SHA256);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BbbServer(null, URI.create("https://u@h/"), SharedSecret.of(SECRET), null));
        assertThatNullPointerException()
                .isThrownBy(() -> bound.withName(missing()))
                .withMessage("name");
    }

    @Test
    void copiesDifferInOnePart() {
        BbbServer server = BbbServer.of("https://h/KEY-1", SECRET);

        assertThat(server.withName("two").name()).isEqualTo("two");
        assertThat(server.withAlgorithm(ChecksumAlgorithm.SHA512).algorithm()).isEqualTo(ChecksumAlgorithm.SHA512);
        assertThat(server.withSecret(SharedSecret.of("other")).secret()).isEqualTo(SharedSecret.of("other"));
        assertThat(server.withName("two").baseUrl()).isEqualTo(server.baseUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void blankNameIsRefused(String name) {
        BbbServer server = BbbServer.of("https://h", SECRET);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.withName(name))
                .withMessageContaining("name");
    }

    @Test
    void printsNothingButTheName() {
        assertThat(BbbServer.of("https://h:1/KEY-1", SECRET)).hasToString("h:1");
        assertThat(BbbServer.of("https://h:1/KEY-1", SECRET).withName("tenant one"))
                .hasToString("tenant one");
    }

    @Test
    void emptySecretIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BbbServer.of("https://h", " \n"))
                .withMessage("secret must not be empty");
    }
}
