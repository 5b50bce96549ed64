// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.server.LoopbackServers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is timed gives the same. */
class PassesIT {
    private static final int SERVERS = 20;
    private static final int ATTENDEES = 16; // two meetings of eight

    @Test
    void eachWayAsksEachServerOnce() throws Exception {
        try (LoopbackServers process = LoopbackServers.plain(2, 8)) {
            List<BbbServer> servers = Addresses.plain(SERVERS, process.port());
            List<String> urls = Addresses.urls(servers);
            assertThat(total(BluefluxPass.healthy(servers))).isEqualTo(SERVERS * ATTENDEES);
            assertThat(total(ReactorNettyPass.parsing(urls))).isEqualTo(SERVERS * ATTENDEES);
            assertThat(total(ReactorNettyPass.parsingOnNio(urls))).isEqualTo(SERVERS * ATTENDEES);
            assertThat(total(new UrlConnectionPass(urls))).isEqualTo(SERVERS * ATTENDEES);
            assertThat(total(ReactorNettyPass.draining(urls))).isGreaterThan(SERVERS * 4_000);
            assertThat(process.counts().connections()).isBetween(5 * SERVERS, 10 * SERVERS);
        }
    }

    @Test
    void serversThatSpeakTlsAreFoundByName() throws Exception {
        try (LoopbackServers process = LoopbackServers.tls(2, 8)) {
            Trust trust = new Trust(process.certificate());
            assertThat(total(BluefluxPass.healthy(Addresses.tls(SERVERS, process.port()), trust)))
                    .isEqualTo(SERVERS * ATTENDEES);
            assertThat(process.counts().handshakes()).isEqualTo(SERVERS);
        }
    }

    @Test
    void aServerThatHangsCountsNothing() throws Exception {
        try (LoopbackServers process = LoopbackServers.plain(2, 8)) {
            List<BbbServer> servers = List.of(
                    Addresses.server("http://127.0.0.1:" + process.port() + "/bigbluebutton"),
                    Addresses.server("http://127.0.0.2:" + process.port() + "/hung/bigbluebutton"));
            try (Pass pass = BluefluxPass.sick(servers, Duration.ofSeconds(5))) {
                assertThat(pass.run()).isEqualTo(ATTENDEES);
            }
        }
    }

    @Test
    void eachServerHasAnAddressOfItsOwn() {
        List<String> addresses =
                IntStream.range(0, 130_000).mapToObj(Addresses::address).toList();
        assertThat(new HashSet<>(addresses)).hasSameSizeAs(addresses);
        assertThat(addresses).allMatch(address -> address.matches("127(\\.[0-9]{1,3}){3}"));
    }

    private static long total(Pass pass) throws Exception {
        try (pass) {
            return pass.run();
        }
    }
}
