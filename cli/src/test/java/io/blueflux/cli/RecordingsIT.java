// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedRecording;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.SimulatorProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class RecordingsIT {
    private static final String LINE_END = System.lineSeparator();

    @ParameterizedTest
    @EnumSource(SimulatorProfile.class)
    void allRecordingsAreOneALineOfWhateverServer(SimulatorProfile profile) {
        try (BbbSimulator simulator = simulator(profile)) {
            SimulatedServer server = simulator.server(0);

            CommandRun run = CommandRun.against(server, "recordings", "--page-size", "3");

            assertThat(run.status()).isZero();
            assertThat(ids(run)).containsExactlyInAnyOrderElementsOf(ids(server));
            assertThat(run.errLines()).singleElement().asString().endsWith(" recordings=7");
        }
    }

    @Test
    void thePagesAreOfTheSizeAskedFor() {
        try (BbbSimulator simulator = simulator(SimulatorProfile.BBB_3_0)) {
            SimulatedServer server = simulator.server(0);

            CommandRun.against(server, "recordings", "--page-size", "3", "-p", "offset=1");

            assertThat(server.requests())
                    .extracting(request -> request.parameter("offset") + "+" + request.parameter("limit"))
                    .containsExactly("1+3", "4+3");
        }
    }

    @Test
    void theParametersChoose() {
        try (BbbSimulator simulator = simulator(SimulatorProfile.BBB_3_0)) {
            SimulatedServer server = simulator.server(0);
            String one = ids(server).get(4);

            CommandRun run = CommandRun.against(server, "recordings", "-p", "recordID=" + one);

            assertThat(ids(run)).containsExactly(one);
            assertThat(run.err()).endsWith(" recordings=1" + LINE_END);
        }
    }

    @Test
    void aPageThatFailsInPassingIsAskedForAgain() {
        try (BbbSimulator simulator = simulator(SimulatorProfile.BBB_3_0)) {
            SimulatedServer server = simulator.server(0);
            server.faultNext(1, "getRecordings", Fault.status(503));

            CommandRun run = CommandRun.against(server, "recordings");

            assertThat(run.status()).isZero();
            assertThat(run.outLines()).hasSize(7);
            assertThat(server.requestCount("getRecordings")).isEqualTo(2);
        }
    }

    @Test
    void whatCameBeforeAnErrorIsPrinted() {
        try (BbbSimulator simulator = simulator(SimulatorProfile.BBB_3_0)) {
            SimulatedServer server = simulator.server(0);
            server.faultWhen(request -> "3".equals(request.parameter("offset")), Fault.failed("someKey"));

            CommandRun run = CommandRun.against(server, "recordings", "--page-size", "3");

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.outLines()).hasSize(3);
            assertThat(run.errLines())
                    .singleElement()
                    .asString()
                    .startsWith("blueflux: call=getRecordings server=")
                    .contains(" messageKey=someKey ");
        }
    }

    @Test
    void aReaderWhoHasEnoughEndsTheWalk() {
        try (BbbSimulator simulator = simulator(SimulatorProfile.BBB_3_0)) {
            SimulatedServer server = simulator.server(0);
            OutputStream gone = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("Broken pipe");
                }
            };

            CommandRun run = CommandRun.writingTo(
                    gone, CommandRun.secretOf(server), CommandRun.withUrl(server, "recordings", "--page-size", "2"));

            assertThat(run.status()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(server.requestCount("getRecordings")).isEqualTo(1);
        }
    }

    private static BbbSimulator simulator(SimulatorProfile profile) {
        BbbSimulator simulator = BbbSimulator.builder().profile(profile).build().start();
        simulator.server(0).populateRecordings(7);
        return simulator;
    }

    private static List<String> ids(CommandRun run) {
        return run.outLines().stream()
                .map(line -> line.replaceFirst("\\{\"recordID\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    private static List<String> ids(SimulatedServer server) {
        return server.recordings().stream().map(SimulatedRecording::recordId).toList();
    }
}
