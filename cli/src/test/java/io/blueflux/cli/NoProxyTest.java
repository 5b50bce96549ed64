// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.HostAndPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                            | bbb.example.org | true",
                "a.org, *                     | bbb.example.org | true",
                "example.org                  | example.org     | true",
                "example.org                  | bbb.example.org | true",
                "example.org                  | a.b.example.org | true",
                "example.org                  | badexample.org  | false",
                "example.org                  | example.org.uk  | false",
                ".example.org                 | bbb.example.org | true",
                ".example.org                 | example.org     | true",
                "Example.ORG.                 | BBB.example.org. | true",
                "org                          | bbb.example.org | true",
                "other.org,example.org        | bbb.example.org | true",
                "other.org  example.org       | bbb.example.org | true",
                ",, ,                         | bbb.example.org | false",
                ".                            | bbb.example.org | false",
                "bbb_1                        | bbb_1:8080      | true",
                "example.org:8080             | bbb.example.org:8080 | true",
                "example.org:8080             | bbb.example.org | false",
                "example.org:80               | bbb.example.org | true",
                "example.org:port             | bbb.example.org | false",
                "localhost                    | 127.0.0.1       | false",
                "127.0.0.1                    | localhost       | false",
                "127.0.0.1                    | 127.0.0.1:8090  | true",
                "127.0.0.1:8090               | 127.0.0.1:8090  | true",
                "127.0.0.1:8091               | 127.0.0.1:8090  | false",
                "0.0.1                        | 127.0.0.1       | false",
                ".0.0.1                       | 127.0.0.1       | false",
                "10.0.0.0/8                   | 10.20.30.40     | true",
                "10.0.0.0/8                   | 11.20.30.40     | false",
                "192.168.128.0/17             | 192.168.129.1   | true",
                "192.168.128.0/17             | 192.168.127.255 | false",
                "0.0.0.0/0                    | 8.8.8.8         | true",
                "10.0.0.0/33                  | 10.0.0.0        | false",
                "10.0.0.0/999                 | 10.0.0.0        | false",
                "10.0.0/8                     | 10.0.0.1        | false",
                "10.0.0.0/8                   | h.10.0.0.1.org  | false",
                "::1                          | [::1]:8080      | true",
                "0:0:0:0:0:0:0:1              | [::1]           | true",
                "[::1]                        | [::1]           | true",
                "[::1]:8080                   | [::1]:8080      | true",
                "[::1]:8080                   | [::1]:8081      | false",
                "fd00::/8                     | [fd12::7]       | true",
                "fd00::/8                     | [fe80::7]       | false",
                "fd00::/8                     | 10.0.0.1        | false",
                "::/0                         | [2001:db8::1]   | true",
            })
    void serversAreMatchedAsCurlDoes(String list, String server, boolean covered) {
        assertThat(NoProxy.of(list).covers(HostAndPort.of(server).in("http"))).isEqualTo(covered);
    }

    @Test
    void anEmptyListCoversNothing() {
        assertThat(NoProxy.of("").covers(HostAndPort.of("h").in("https"))).isFalse();
    }
}
