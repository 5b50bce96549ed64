// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DemoIT {
    @Test
    void theFleetIsAskedAndShown() {
        CommandRun run =
                CommandRun.of("demo", "--servers", "6", "--meetings", "7", "--attendees", "3", "--concurrency", "2");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines()).hasSize(8);
        assertThat(run.outLines().subList(1, 7))
                .allSatisfy(line -> assertThat(line).matches("s[1-6] +ok +7 +21 +[0-9]+ +[0-9]+"));
        assertThat(run.outLines().get(7)).matches("servers=6 meetings=42 infos=42 failed=0 millis=[0-9]+");
    }

    @Test
    void emptyServersAreNoFailure() {
        CommandRun run = CommandRun.of("demo", "--servers", "1", "--meetings", "0");

        assertThat(run.status()).isZero();
        assertThat(run.outLines().get(2)).startsWith("servers=1 meetings=0 infos=0 failed=0 millis=");
    }
}
