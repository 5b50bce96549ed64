// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(run.outLines().subList(1, 7))
                .allSatisfy(line -> assertThat(line).matches("s[1-6] +ok +7 +21 +[0-9]+ +[0-9]+"));
        assertThat(run.outLines().get(7)).matches("servers=6 meetings=42 infos=42 failed=0 millis=[0-9]+");
        stormIsShown(run.outLines().subList(8, 18));
        fleetIsShown(run.outLines().subList(18, run.outLines().size()));
    }

    private static void stormIsShown(List<String> lines) {
        assertThat(lines.get(0)).isEmpty();
        assertThat(lines.get(1)).startsWith("60 new meetings at once");
        assertThat(lines.subList(3, 9)).allSatisfy(line -> assertThat(line).matches("s[1-6] +[0-9]+ +[1-9][0-9]*"));
        assertThat(lines.get(9)).matches("creates=60 failed=0 spread=1\\.[0-9][0-9] millis=[0-9]+");
    }

    private static void fleetIsShown(List<String> lines) {
        assertThat(lines).anySatisfy(line -> assertThat(line).endsWith("s  s6 hangs, s5 dies"));
        assertThat(lines).anySatisfy(line -> assertThat(line).endsWith("s  s5 unstable -> down"));
        assertThat(lines).anySatisfy(line -> assertThat(line).endsWith("s  s5 is started again"));
        assertThat(lines).anySatisfy(line -> assertThat(line).endsWith("s  s5 down -> recovering"));
        List<String> rows = lines.subList(lines.size() - 7, lines.size() - 1);
        assertThat(rows.subList(0, 4))
                .allSatisfy(line -> assertThat(line).matches("s[1-4] +up +[0-9]+ +0 +[0-9]+ +[0-9]+"));
        assertThat(rows.get(4)).matches("s5 +(recovering|up) +[0-9]+ +[1-9][0-9]* +[0-9]+ +[0-9]+");
        assertThat(rows.get(5)).matches("s6 +(unstable|down) +[0-9]+ +[1-9][0-9]* +[0-9]+ +[0-9]+");
        assertThat(lines.get(lines.size() - 1))
                .matches("servers=6 polls=[0-9]+ healthy=4 healthy_missed=[0-9]+ healthy_worst_lag_ms=[0-9]+"
                        + " \\(missed: intervals of 500 ms in which no poll of the server began\\)");
    }

    @Test
    void emptyServersAreNoFailure() {
        CommandRun run = CommandRun.of("demo", "--servers", "1", "--meetings", "0");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).hasSize(3);
        assertThat(run.outLines().get(2)).startsWith("servers=1 meetings=0 infos=0 failed=0 millis=");
    }
}
