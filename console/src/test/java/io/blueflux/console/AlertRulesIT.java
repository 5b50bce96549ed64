// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What promtool says to the shipped alerts. */
class AlertRulesIT {
    private static final Path SCENES = Path.of("src", "test", "resources", "alerts-test.yaml");

    @BeforeAll
    static void promtoolIsThere() {
        PrometheusServer.assumeThere("promtool");
    }

    @Test
    void theRulesAreWellFormed() throws Exception {
        assertThat(promtool("check", AlertRules.FILE)).contains("SUCCESS");
    }

    @Test
    void eachAlertFiresForWhatItSaysAndForNothingLess() throws Exception {
        assertThat(promtool("test", SCENES)).contains("SUCCESS");
    }

    private static String promtool(String does, Path file) throws Exception {
        Process process = new ProcessBuilder("promtool", does, "rules", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
