// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.HostAndPort;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyUrlTest {
    @ParameterizedTest
    @CsvSource({
        "proxy.example.org, proxy.example.org:1080",
        "proxy.example.org:3128, proxy.example.org:3128",
        "http://proxy_1/, proxy_1:1080",
        "HTTP://ann:passw0rd@proxy:80, proxy:80",
        "ann@proxy:80, proxy:80",
        "@proxy:80, proxy:80",
        "ann:p@ss:w@proxy:80, proxy:80",
        "socks5h://[::1]:9050, [::1]:9050",
        " http://proxy:80 , proxy:80",
    })
    void aProxyIsReadAndPrintedWithoutItsUser(String text, String address) {
        assertThat(ProxyUrl.of("--proxy", text)).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://ann:passw0rd@h:443 | must begin with http://, socks5:// or socks5h://, not https://",
                "socks4a://h:1080           | must begin with http://, socks5:// or socks5h://, not socks4a://",
                "ftp://h                    | not ftp://",
                "passw0rd passw0rd://h      | must begin with http://, socks5:// or socks5h://",
                "http://                    | must be a host or host:port",
                "http://h:99999             | must ",
                "http://h:x                 | must ",
                "http://h/passw0rd          | must be [http://][USER:PASSWORD@]HOST:PORT",
                "http://h?passw0rd          | must be a host or host:port",
                "http://ann:passw0rd/x@h:80 | a / in the password is written %2F",
                "http://ann:passw0rd%zz@h   | must have a % in user and password written %25",
                "http://ann:passw0rd%@h     | must have a % in user and password written %25",
                "http:/h                    | must ",
                "socks5://ann@h             | a password of 1 to 255 ASCII characters for SOCKS",
                "socks5://ann:passw0rd%C3%BC@h | ASCII",
            })
    void whatIsNoProxyIsRefusedByItsRuleWithoutThePassword(String text, String rule) {
        Map<String, String> secret = Map.of(ServerOptions.SECRET_VARIABLE, "s3cr3t");
        CommandRun option = CommandRun.of(secret, "call", "getMeetings", "--url=http://h", "--proxy=" + text);
        CommandRun variable = CommandRun.of(
                Map.of(ServerOptions.SECRET_VARIABLE, "s3cr3t", "all_proxy", text), "probe", "--url=https://h");

        isRefused(option, "blueflux: the proxy of --proxy must ", rule);
        isRefused(variable, "blueflux: the proxy of all_proxy ", rule);
    }

    @Test
    void noOddValueIsAFaultOfTheCommand() {
        for (String value : OddValuesIT.VALUES) {
            assertThat(NoProxy.of(value).covers(new HostAndPort("127.0.0.1", 80)))
                    .isEqualTo(value.equals("*"));
            try {
                assertThat(ProxyUrl.of("--proxy", value).toString()).matches("[^@/]+:[0-9]+");
            } catch (CommandException refused) {
                assertThat(refused.status()).isEqualTo(2);
            }
        }
    }

    @Test
    void aProxyThatIsNotNeededIsNotLookedAt() {
        Map<String, String> environment =
                Map.of(ServerOptions.SECRET_VARIABLE, "s3cr3t", "https_proxy", "ftp://h", "no_proxy", "127.0.0.1");

        CommandRun run = CommandRun.of(environment, "call", "getMeetings", "--url=https://127.0.0.1:19/b");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("the server refused it");
    }

    private static void isRefused(CommandRun run, String start, String rule) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith(start)
                .contains(rule)
                .doesNotContain("passw0rd");
    }
}
