// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A poll that has an end. */
@Timeout(60)
class PollOnceIT {
    private final BbbSimulator simulator = BbbSimulator.start(3);

    @TempDir
    private Path folder;

    private ServerList list;

    @BeforeEach
    void furnish() throws IOException {
        simulator.servers().forEach(server -> server.populate(2, 3));
        list = ServerList.of(folder, simulator.servers());
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void eachServerIsPolledOnceAndStatus0SaysThatAllAnswered() {
        long start = System.nanoTime();

        CommandRun run = list.run("poll --once");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.outLines())
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(line).contains("\"state\":\"up\",\"poll\":1,", "\"meetings\":2,\"participants\":6"));
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .matches(
                        "blueflux: servers=3 new=0 up=3 unstable=0 down=0 recovering=0 polls=3 failures=0 worst_lag_ms=[0-9]+");
        assertThat(simulator.servers())
                .allSatisfy(
                        server -> assertThat(server.requestCount("getMeetings")).isOne());
        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(30); // nobody waits for a rhythm
    }

    @Test
    void oneThatFailsIsARowAndStatus1() {
        simulator.server(1).fault("getMeetings", Fault.status(503));

        CommandRun run = list.run("poll --once --output json");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.out()).startsWith("[{\"server\":").endsWith("}\n]\n");
        assertThat(run.outLines())
                .filteredOn(line -> line.contains("\"server\":\"s2\""))
                .singleElement()
                .asString()
                .contains("\"state\":\"unstable\"", "503");
        assertThat(run.err()).contains("polls=3 failures=1");
    }

    @Test
    void aTableComesAtTheEnd() {
        simulator.server(1).fault("getMeetings", Fault.status(503));

        CommandRun run = list.run("poll --once --output table");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.outLines()).hasSize(6);
        assertThat(run.outLines().get(0)).startsWith("server  ");
        assertThat(run.outLines().get(1)).startsWith("s2  ").contains("unstable");
        assertThat(run.outLines().get(2)).contains("503");
        assertThat(run.outLines().get(3)).matches("s1 +up +2 +6 +[0-9]+ +[0-9]+");
        assertThat(run.outLines().get(5)).startsWith("servers=3 ");
    }

    @Test
    void csvHasARowAServer() {
        CommandRun run = list.run("poll --once --depth counters --output csv");

        assertThat(run.outLines()).hasSize(4);
        assertThat(run.outLines().get(0)).startsWith("server,state,poll,at,serverDate,startedAt,latency,lag,");
        assertThat(run.outLines().subList(1, 4))
                .allSatisfy(
                        line -> assertThat(line).matches("s[1-3],up,1,[0-9]+,[0-9]+,[0-9]+,[0-9]+,[0-9]+,true,2,6,.*"));
    }
}
