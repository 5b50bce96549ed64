// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndPortTest {
    @ParameterizedTest
    @CsvSource({
        "Bbb.example.org, Bbb.example.org, -1",
        "bbb_web:8080, bbb_web, 8080",
        "bücher.example:1, xn--bcher-kva.example, 1",
        "[::1]:8, [::1], 8",
        "127.0.0.1, 127.0.0.1, -1"
    })
    void hostsAreReadWithAndWithoutAPort(String text, String host, int port) {
        assertThat(HostAndPort.of(text)).isEqualTo(new HostAndPort(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a?b", "a#b", "http://a", "a b", "[::1", ":80", "*.example.org"})
    void allElseIsNoHost(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostAndPort.of(text))
                .withMessageStartingWith("must ");
    }

    @Test
    void whatNoResolverTakesIsNoHost() {
        String label = "h".repeat(63);
        assertThat(HostAndPort.of(label + "." + label).host()).hasSize(127);
        assertThat(HostAndPort.of("[fe80::1%25eth0]").port()).isEqualTo(-1);
        for (String host :
                List.of(label + "h", "a." + label + "h.org", "a_b." + label + "h", (label + ".").repeat(5) + "h")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HostAndPort.of(host))
                    .withMessageStartingWith("must name a host");
        }
    }

    @Test
    void equalAddressesCompareEqualOnceNormalised() {
        HostAndPort spelt = HostAndPort.of(URI.create("HTTPS://Bbb_1.Example/x"));

        assertThat(spelt.in("HTTPS"))
                .isEqualTo(HostAndPort.of("bbb_1.example:443").in("https"));
        assertThat(spelt.in("http").port()).isEqualTo(80);
        assertThat(spelt).hasToString("Bbb_1.Example");
    }

    @Test
    void hugeHostsAreRefusedInTime() {
        for (String host :
                new String[] {"a_".repeat(50_000), "ü".repeat(50_000), "a_b.".repeat(20_000), "_".repeat(60_000) + "-"
                }) {
            assertThatIllegalArgumentException().isThrownBy(() -> HostAndPort.of(host));
        }
    }
}
