// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** What is asked of each server of a list. */
@Timeout(60)
class EachServerIT {
    private final BbbSimulator simulator = BbbSimulator.start(3);

    @TempDir
    private Path folder;

    private ServerList list;

    @BeforeEach
    void furnish() throws IOException {
        simulator.servers().forEach(server -> server.populate(2, 1).populateRecordings(2));
        list = ServerList.of(folder, simulator.servers());
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "meetings, getMeetings, meetings=6",
        "meetings --info, getMeetings, meetings=6 infos=6 failed=0 gone=0",
        "recordings, getRecordings, recordings=6"
    })
    void eachRowSaysItsServer(String command, String call, String sums) {
        CommandRun run = list.run(command + " --all");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.outLines()).hasSize(6);
        for (String server : new String[] {"s1", "s2", "s3"}) {
            assertThat(run.outLines())
                    .filteredOn(line -> line.startsWith("{\"server\":\"" + server + "\","))
                    .hasSize(2);
        }
        assertThat(run.errLines()).containsExactly("blueflux: call=" + call + " servers=3 unanswered=0 " + sums);
    }

    @Test
    void eachServerIsProbed() {
        CommandRun run = list.run("probe --all");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.outLines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("\"strongest\":\"sha512\""));
        assertThat(run.errLines()).containsExactly("blueflux: call=probe servers=3 unanswered=0");
    }

    @ParameterizedTest
    @CsvSource({"meetings, status=502", "meetings --info, html", "recordings, html", "probe, reset"})
    void oneThatFailsIsARowAndTheOthersGoOn(String command, String fault) {
        simulator.server(1).fault("*", Fault.parse(fault));

        CommandRun run = list.run(command + " --all");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.outLines())
                .filteredOn(line -> line.startsWith("{\"server\":\"s2\","))
                .singleElement()
                .asString()
                .contains("\"error\":\"");
        assertThat(run.outLines())
                .filteredOn(line -> line.startsWith("{\"server\":\"s1\","))
                .isNotEmpty()
                .noneMatch(line -> line.contains("\"error\""));
        assertThat(run.outLines())
                .filteredOn(line -> line.startsWith("{\"server\":\"s3\","))
                .isNotEmpty();
        assertThat(run.errLines()).singleElement().asString().contains(" servers=3 unanswered=1");
        assertThat(run.out() + run.err()).doesNotContain(simulator.server(1).secretText(), "checksum=");
    }

    @Test
    void oneThatHangsEndsByTheTimeoutAndIsARow() {
        simulator.server(2).fault("getMeetings", Fault.hang());

        CommandRun run = list.run("meetings --all --timeout 1500ms");

        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.outLines())
                .hasSize(5)
                .filteredOn(line -> line.contains("\"error\""))
                .singleElement()
                .asString()
                .startsWith("{\"server\":\"s3\",\"error\":\"getMeetings on s3: ");
    }

    @Test
    void aRowOfCsvOrATableSaysTheErrorToo() {
        simulator.server(1).fault("getMeetings", Fault.status(502));

        assertThat(list.run("meetings --all --output csv").out())
                .startsWith("server,meetingID,participantCount,")
                .contains("\r\ns1,room-0,1,")
                .containsPattern("\r\ns2,,,[,]*\"?getMeetings on s2: HTTP status 502");
        assertThat(list.run("meetings --all --output table").outLines())
                .anySatisfy(line ->
                        assertThat(line).matches("server +meetingID +people +video +created \\(UTC\\) +meetingName"))
                .anySatisfy(line -> assertThat(line).matches("s1 +room-0 +1 +2 [0-9-]+ [0-9:]+ Algebra.*"))
                .anySatisfy(line -> assertThat(line).matches("s2 +failed: HTTP status 502.*"));
    }

    @Test
    void oneServerOfTheListMayBeNamed() {
        CommandRun run = list.run("meetings --server s2");

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{\"meetingName\":"));
        assertThat(run.err()).contains("call=getMeetings server=s2 meetings=2");
    }

    @Test
    void whichOfSeveralIsNotGuessed() {
        CommandRun run = list.run("meetings");
        CommandRun both = list.run("meetings --all --server s1");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errLines())
                .containsExactly("blueflux: the list has 3 servers: name one with --server, or ask each with --all");
        assertThat(both.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(both.err()).contains("--server and --all exclude one another");
    }

    @Test
    void theOnlyServerOfAListNeedsNoName() throws IOException {
        CommandRun run =
                ServerList.of(folder, simulator.servers().subList(0, 1)).run("meetings");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.outLines()).hasSize(2);
    }

    @Test
    void sixteenServersAreAskedAtOnce() throws IOException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        // counted down before the answer leaves, since the next server may be asked when it is there
        Mono<Long> due = Mono.delay(Duration.ofMillis(200))
                .doOnSubscribe(call -> most.accumulateAndGet(now.incrementAndGet(), Math::max))
                .doOnTerminate(now::decrementAndGet)
                .doOnCancel(now::decrementAndGet);
        try (BbbSimulator many = BbbSimulator.start(40)) {
            many.servers().forEach(server -> server.populate(1, 0).fault("getMeetings", Fault.hold(due)));

            CommandRun run = ServerList.of(folder, many.servers()).run("meetings --all --output csv");

            assertThat(run.outLines()).hasSize(41);
            assertThat(many.servers())
                    .allSatisfy(server -> assertThat(run.out()).contains("\n" + server.name() + ","));
            assertThat(most).hasValueBetween(2, 16);
        }
    }
}
