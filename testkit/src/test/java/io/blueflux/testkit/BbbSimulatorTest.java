// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BbbSimulatorTest {
    @Test
    void serversOnOnePortHaveTheirOwnSecretsMeetingsAndFaults() {
        try (BbbSimulator simulator = BbbSimulator.builder().servers(5).build().start()) {
            Set<String> secrets = new HashSet<>();
            simulator.servers().forEach(server -> {
                secrets.add(server.secretText());
                server.createMeeting("only-on-" + server.name());
            });
            simulator.server(1).fault("*", Fault.status(503));
            assertThat(secrets).hasSize(5);
            assertThat(Wire.texts(Wire.get(simulator.server(0), "getMeetings", ""), "meetingID"))
                    .containsExactly("only-on-s1");
            assertThat(Wire.get(simulator.server(1), "getMeetings", "").statusCode())
                    .isEqualTo(503);
            assertThat(Wire.texts(Wire.get(simulator.server(4), "getMeetings", ""), "meetingID"))
                    .containsExactly("only-on-s5");
            assertThat(simulator.server(4).requestCount("getMeetings")).isOne();
            assertThat(simulator.server(2).requestCount("*")).isZero();
        }
    }

    @Test
    void describesItsServersAsClientsKnowThem() {
        try (BbbSimulator simulator = BbbSimulator.start(2)) {
            SimulatedServer second = simulator.server(1);
            assertThat(second.bbbServer().name()).isEqualTo("s2");
            assertThat(second.bbbServer().baseUrl()).hasToString(second.url());
            assertThat(second.url()).matches("http://127\\.0\\.0\\.1:\\d+/s2/bigbluebutton");
        }
    }

    @Test
    void serverWithAPortOfItsOwnStopsAndListensAgainWithItsMeetings() {
        try (BbbSimulator simulator =
                BbbSimulator.builder().servers(2).separatePorts().build().start()) {
            SimulatedServer one = simulator.server(0);
            one.createMeeting("room");
            String url = one.url();
            assertThat(Wire.get(one, "getMeetings", "").statusCode()).isEqualTo(200);
            one.stop();
            assertThat(one.openConnections()).isZero();
            assertThatThrownBy(() -> Wire.get(one, "getMeetings", "")).hasCauseInstanceOf(IOException.class);
            assertThat(Wire.get(simulator.server(1), "getMeetings", "").statusCode())
                    .isEqualTo(200);
            one.restart();
            assertThat(one.url()).isEqualTo(url);
            assertThat(Wire.texts(Wire.get(one, "getMeetings", ""), "meetingID"))
                    .containsExactly("room");
        }
    }

    @Test
    void serverOnASharedPortCannotBeStopped() {
        try (BbbSimulator simulator = BbbSimulator.start(2)) {
            assertThatThrownBy(simulator.server(0)::stop).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingFreesThreadsAndPortsAndIsRepeatable() throws InterruptedException {
        BbbSimulator simulator = BbbSimulator.start(1);
        SimulatedServer server = simulator.server(0).fault("getMeetings", Fault.hang());
        var hanging = Wire.getLater(server, "getMeetings", "");
        assertThat(Wire.get(server, "isMeetingRunning", "meetingID=room").statusCode())
                .isEqualTo(200);
        simulator.close();
        simulator.close();
        assertThat(hanging).failsWithin(Duration.ofMinutes(1));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("blueflux-simulator")) {
                thread.join(10_000); // its loop is closed just before it has ended
                assertThat(thread.isAlive()).isFalse();
            }
        }
        assertThatThrownBy(() -> Wire.get(server, "getMeetings", "")).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(simulator::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hasNoAddressBeforeItIsStarted() {
        try (BbbSimulator simulator = BbbSimulator.builder().build()) {
            assertThatThrownBy(simulator.server(0)::url).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void takenPortIsReportedAndNothingStays() {
        try (BbbSimulator first = BbbSimulator.start(1)) {
            int port = URI.create(first.server(0).url()).getPort();
            BbbSimulator second = BbbSimulator.builder().port(port).build();
            assertThatThrownBy(second::start).isInstanceOf(IllegalStateException.class);
            HttpResponse<String> still = Wire.get(first.server(0), "getMeetings", "");
            assertThat(still.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void seedMakesSecretsRepeatable() {
        String first = BbbSimulator.builder().seed(7).build().server(0).secretText();
        assertThat(BbbSimulator.builder().seed(7).build().server(0).secretText())
                .isEqualTo(first);
        assertThat(BbbSimulator.builder().seed(8).build().server(0).secretText())
                .isNotEqualTo(first);
    }

    @Test
    void secretsAreNotPrinted() {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            SimulatedServer server = simulator.server(0);
            Wire.get(server, "create", "meetingID=room&name=Room&attendeePW=hidden-a&moderatorPW=hidden-m");
            assertThat(server + " " + server.requests() + server.meetings())
                    .doesNotContain("hidden-")
                    .doesNotContain(server.secretText())
                    .doesNotContain("checksum");
        }
    }
}
