// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.blueflux.fuzz.Choices;
import io.blueflux.fuzz.Faults;
import java.util.List;

/** What users paste as addresses, broken. Regression tests unless JAZZER_FUZZ is set. */
class AddressFuzzTest {
    private static final String SECRET = "639259d4-made-up";
    private static final String KEY = "t3nant";
    private static final Faults FAULTS = Faults.ofWords(
            "/ // : ? # @ [ ] % %2F %zz . .. - _ xn-- xn--bcher-kva ü ß 。 １ \uFEFF \u200B \u202E \uD83D"
                    + " http:// https:// HTTPS ftp: /api /api/create user:pw@ :0 :65535 :65536 :00080 :+1 [::1] [::1%25eth0] [v1.a] 127.0.0.1 0x7f 1 \\ ^ | \" <");
    private static final List<String> URLS = List.of(
            "https://bbb.example.org/bigbluebutton/api/",
            "http://bbb_web:8080/bbb/" + KEY + "/x",
            "https://bücher.example:443/" + KEY,
            "http://[2001:db8::1]:8443/" + KEY + "/bigbluebutton");

    @FuzzTest(maxDuration = "60s")
    void serversAreReadAsTheyPrintOrRefusedWithoutTheirUrl(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        String url = FAULTS.in(choices.of(URLS), choices);
        try {
            BbbServer server = BbbServer.of(url, SECRET);
            assertThat(BbbServer.of(server.baseUrl().toString(), SECRET)).isEqualTo(server);
            assertThat(server.baseUrl().toString()).matches("https?://[!-~]+").doesNotEndWith("/");
            assertThat(server).hasToString(HostAndPort.of(server.baseUrl()).toString());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasNoCause().message().startsWith("base URL ").doesNotContain(KEY, SECRET);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void hostsAreReadAsTheyPrintOrRefused(FuzzedDataProvider data) {
        Choices choices = Choices.of(data);
        String text = FAULTS.in(
                choices.of(List.of("bbb.example.org", "bbb_web:8080", "[::1]:80", "bücher.example")), choices);
        try {
            HostAndPort address = HostAndPort.of(text);
            assertThat(HostAndPort.of(address.toString())).isEqualTo(address);
            assertThat(address.in("https").port()).isBetween(1, 65_535);
            assertThat(address.host()).matches("[!-~]+").doesNotContainPattern("[/?#@]");
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasNoCause().message().startsWith("must ").doesNotContain("example", "bbb_web", "cher");
        }
    }

    @FuzzTest(maxDuration = "60s")
    void secretsAreTakenWholeOrRefusedUnseen(FuzzedDataProvider data) {
        String text = FAULTS.in(SECRET, Choices.of(data));
        try {
            SharedSecret secret = SharedSecret.of(text);
            assertThat(secret).hasToString("***");
            assertThat(secret.blot(PrintableText.trimmed(text), "*")).isEqualTo("*");
        } catch (IllegalArgumentException refused) {
            assertThat(refused)
                    .hasNoCause()
                    .message()
                    .startsWith("secret must not ")
                    .doesNotContain("639259d4");
        }
    }
}
