// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.SimulatorProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ProbeIT {
    @ParameterizedTest
    @EnumSource(SimulatorProfile.class)
    void theReportIsForPeopleAndKeepsTheSecrets(SimulatorProfile profile) {
        try (BbbSimulator simulator =
                BbbSimulator.builder().profile(profile).build().start()) {
            SimulatedServer server = simulator.server(0);

            CommandRun run = CommandRun.against(server, "probe");

            assertThat(run.status()).isZero();
            assertThat(run.outLines().get(0)).startsWith("BBB: ");
            assertThat(run.out())
                    .contains("\nseen: a call signed with SHA-256 was answered\n")
                    .doesNotContain(server.secretText())
                    .doesNotContainIgnoringCase("checksum=");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void theJsonIsOneObject() {
        try (BbbSimulator simulator = BbbSimulator.builder()
                .algorithms(ChecksumAlgorithm.SHA1, ChecksumAlgorithm.SHA256)
                .build()
                .start()) {
            SimulatedServer server = simulator.server(0);

            CommandRun run = CommandRun.against(server, "probe", "--output", "jsonl");

            assertThat(run.status()).isZero();
            assertThat(run.outLines())
                    .singleElement()
                    .asString()
                    .startsWith("{\"oldest\":\"3.0\",\"balancer\":\"unknown\",\"checksums\":{\"sha1\":\"yes\","
                            + "\"sha256\":\"yes\",\"sha384\":\"no\",\"sha512\":\"no\"},\"strongest\":\"sha256\","
                            + "\"formPost\":\"yes\",\"paging\":\"unknown\",\"hooks\":\"unknown\","
                            + "\"hooksAlgorithm\":\"sha256\",\"urlBudget\":8000,\"findings\":[{\"kind\":\"seen\",")
                    .contains("{\"kind\":\"guessed\",\"text\":\"BBB 3.0 or later, from the element ")
                    .doesNotContain(server.secretText());
        }
    }

    @Test
    void aWrongSecretIsAFinding() {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            CommandRun run = CommandRun.of(
                    Map.of("BLUEFLUX_SECRET", "wrong-s3cr3t"),
                    "probe",
                    "--url",
                    simulator.server(0).url());

            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .contains("a call signed with SHA-256 was refused")
                    .doesNotContain("wrong-s3cr3t");
        }
    }

    @Test
    void nobodyThereIsStatus3() {
        CommandRun run = CommandRun.of(Map.of("BLUEFLUX_SECRET", "s"), "probe", "--url=http://127.0.0.1:19");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).singleElement().asString().contains("error=transport kind=connect-failed");
    }
}
