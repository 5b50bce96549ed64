// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.FanOut;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** The main jobs, shown on simulated servers. */
@Command(
        name = "demo",
        description = {
            "Starts simulated servers on loopback, asks all of them at once for their meetings, and for the info of each "
                    + "meeting while the lists are still arriving; over real sockets.",
            "Then creates 60 meetings at once, each on the server that suits it best; with fewer than three servers it does not.",
            "Then polls them for ten seconds as a fleet, in which one hangs, and one dies and comes back; with fewer than "
                    + "three servers it does not either.",
            "Prints tables and the sums."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration SHUTDOWN = Duration.ofSeconds(2);
    private static final Duration TICK = Duration.ofMillis(100);

    private final Terminal terminal;

    @Option(
            names = "--servers",
            paramLabel = "N",
            converter = NumberConverter.BusyServers.class,
            description = "How many servers, 1 to 100; 5 by default.")
    private int servers = 5;

    @Option(
            names = "--meetings",
            paramLabel = "M",
            converter = NumberConverter.Items.class,
            description = "How many meetings each has, 0 to 10000; 20 by default.")
    private int meetings = 20;

    @Option(
            names = "--attendees",
            paramLabel = "A",
            converter = NumberConverter.Attendees.class,
            description = "How many attendees a meeting has, 0 to 1000; 8 by default.")
    private int attendees = 8;

    @Option(
            names = "--concurrency",
            paramLabel = "C",
            converter = NumberConverter.Concurrency.class,
            description = "How many infos are asked of a server at once, 1 to 1000; 16 by default.")
    private int concurrency = FanOut.DEFAULT.concurrency();

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandException.atMost(
                SimulateCommand.MOST_ATTENDEES, "--servers × --meetings × --attendees", servers, meetings, attendees);
        try (BbbSimulator simulator =
                BbbSimulator.builder().servers(servers).separatePorts().build().start()) {
            simulator.servers().forEach(server -> server.populate(meetings, attendees));
            int status = ask(simulator.servers());
            if (servers >= FleetDemo.LEAST_SERVERS) {
                new StormDemo(terminal, simulator.servers()).run();
                new FleetDemo(terminal, simulator.servers()).run();
            }
            return status;
        }
    }

    private int ask(List<SimulatedServer> fleet) {
        LoopResources loops = LoopResources.create("blueflux-demo", LoopResources.DEFAULT_IO_WORKER_COUNT, true);
        ConnectionProvider pool = ConnectionProvider.create("blueflux-demo", concurrency + 1); // for each server
        List<BbbClient> clients = fleet.stream()
                .map(server -> BbbClient.builder(server.bbbServer())
                        .loopResources(loops)
                        .connectionProvider(pool)
                        .build())
                .toList();
        try {
            long start = System.nanoTime();
            List<ServerTally> tallies = measured(clients);
            DemoTable.print(terminal, tallies, (System.nanoTime() - start) / 1_000_000);
            return tallies.stream().allMatch(ServerTally::isSound) ? ExitStatus.OK : ExitStatus.FAILED;
        } finally {
            pool.disposeLater()
                    .then(loops.disposeLater(Duration.ZERO, SHUTDOWN))
                    .block();
        }
    }

    /** The main job: each server streams its meetings, and each meeting's info is asked for as it is listed. */
    private List<ServerTally> measured(List<BbbClient> clients) {
        FanOut fanOut = FanOut.DEFAULT.withConcurrency(concurrency);
        AtomicLong arrived = new AtomicLong();
        Disposable progress = terminal.interactive() ? progress(arrived) : Disposables.disposed();
        try {
            return Flux.fromIterable(clients)
                    .flatMapSequential(
                            client -> ServerTally.of(
                                    client.server().name(),
                                    client.getMeetingsWithInfo(fanOut).doOnNext(result -> arrived.incrementAndGet())),
                            clients.size())
                    .collectList()
                    .blockOptional()
                    .orElseThrow();
        } finally {
            progress.dispose();
        }
    }

    private Disposable progress(AtomicLong arrived) {
        long all = (long) servers * meetings;
        return Flux.interval(Duration.ZERO, TICK)
                .doOnNext(tick -> terminal.err().printf("\r%d of %d meetings", arrived.get(), all))
                .doOnCancel(() -> terminal.err().printf("\r%40s\r", ""))
                .subscribe();
    }
}
