// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MeetingsIT {
    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer server = simulator.server(0);

    @BeforeEach
    void populate() {
        server.populate(10, 2);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void theListIsOneMeetingALine() {
        CommandRun run = CommandRun.against(server, "meetings");

        assertThat(run.status()).isZero();
        assertThat(ids(run)).isEqualTo(rooms());
        assertThat(run.err()).endsWith(" meetings=10" + System.lineSeparator());
        assertThat(server.requestCount("getMeetingInfo")).isZero();
    }

    @Test
    void withInfoEachMeetingIsAskedForAndOrderCanBeKept() {
        CommandRun run = CommandRun.against(server, "meetings", "--info", "--ordered", "--concurrency", "3");

        assertThat(run.status()).isZero();
        assertThat(ids(run)).isEqualTo(rooms());
        assertThat(run.err()).endsWith(" meetings=10 infos=10 failed=0 gone=0" + System.lineSeparator());
        assertThat(server.requestCount("getMeetingInfo")).isEqualTo(10);
        assertThat(server.maxInFlight("getMeetingInfo")).isLessThanOrEqualTo(3);
    }

    @Test
    void someInfosThatFailMakeStatus1AndALineEach() {
        server.faultNext(2, "getMeetingInfo", Fault.status(503));

        CommandRun run = CommandRun.against(server, "meetings", "--info");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.outLines()).hasSize(8);
        assertThat(run.errLines()).hasSize(3);
        assertThat(run.errLines().subList(0, 2))
                .allSatisfy(line -> assertThat(line)
                        .startsWith("blueflux: call=getMeetingInfo server=")
                        .contains("status=503")
                        .contains(" meetingID=\"room-"));
        assertThat(run.err()).endsWith(" meetings=10 infos=8 failed=2 gone=0" + System.lineSeparator());
    }

    @Test
    void meetingsThatAreGoneWhenAskedForAreCounted() {
        server.faultNext(3, "getMeetingInfo", Fault.failed("notFound"));

        CommandRun run = CommandRun.against(server, "meetings", "--info");

        assertThat(run.status()).isZero();
        assertThat(run.err()).endsWith(" meetings=10 infos=7 failed=0 gone=3" + System.lineSeparator());
    }

    @Test
    void optionsOfInfoAreRefusedWithoutIt() {
        CommandRun concurrency = CommandRun.against(server, "meetings", "--concurrency", "3");
        CommandRun ordered = CommandRun.against(server, "meetings", "--ordered");

        assertThat(concurrency.status()).isEqualTo(2);
        assertThat(concurrency.errLines()).containsExactly("blueflux: --concurrency is for --info");
        assertThat(ordered.status()).isEqualTo(2);
        assertThat(ordered.errLines()).containsExactly("blueflux: --ordered is for --info");
        assertThat(server.requestCount("getMeetings")).isZero();
    }

    @Test
    void aListThatFailsHasItsOwnStatus() {
        server.fault("getMeetings", Fault.truncated());

        CommandRun run = CommandRun.against(server, "meetings", "--info");

        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("call=getMeetings").contains("error=malformed");
    }

    private static List<String> ids(CommandRun run) {
        return run.outLines().stream()
                .map(line -> line.replaceFirst(".*\"meetingID\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    private static List<String> rooms() {
        return IntStream.range(0, 10).mapToObj(i -> "room-" + i).toList();
    }
}
