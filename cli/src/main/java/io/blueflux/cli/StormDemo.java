// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.request.CreateRequest;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many meetings are created at once, as when lectures begin, and go where the load is least. */
final class StormDemo {
    private static final int MEETINGS = 60;
    private static final PollPlan PLAN = PollPlan.of(PollSchedule.every(Duration.ofMillis(500)));
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ROW = "%-8s %12s %9s";

    private final Terminal terminal;
    private final List<SimulatedServer> servers;
    private final Map<String, Integer> created = new ConcurrentHashMap<>();

    StormDemo(Terminal terminal, List<SimulatedServer> servers) {
        this.terminal = terminal;
        this.servers = servers;
    }

    void run() {
        terminal.line("");
        terminal.line(MEETINGS + " new meetings at once, each on the server that suits it best:");
        BbbFleet fleet = BbbFleet.builder(PLAN).build();
        servers.forEach(server -> fleet.add(server.bbbServer()));
        try {
            fleet.start();
            fleet.snapshots(GLANCE)
                    .filter(snapshot -> snapshot.serversIn(ServerState.NEW) == 0)
                    .blockFirst(PATIENCE);
            print(CommandPlacement.of(fleet));
        } finally {
            fleet.disposeLater().block();
        }
    }

    private void print(MeetingPlacement placement) {
        long start = System.nanoTime();
        Flux.range(1, MEETINGS)
                .flatMap(number -> create(placement, number), MEETINGS)
                .blockLast();
        long millis = (System.nanoTime() - start) / 1_000_000;
        terminal.line(ROW.formatted("server", "new meetings", "load"));
        DoubleSummaryStatistics loads = new DoubleSummaryStatistics();
        for (SimulatedServer server : servers) {
            double load = placement.load(server.name());
            loads.accept(load);
            terminal.line(ROW.formatted(server.name(), created.getOrDefault(server.name(), 0), Math.round(load)));
        }
        int all = created.values().stream().mapToInt(Integer::intValue).sum();
        terminal.line("creates=%d failed=%d spread=%.2f millis=%d"
                .formatted(all, MEETINGS - all, loads.getMax() / loads.getAverage(), millis));
    }

    private Mono<Void> create(MeetingPlacement placement, int number) {
        String meetingId = "lecture-" + number;
        CreateRequest request = CreateRequest.builder(meetingId, "Lecture " + number)
                .attendeePw("ap")
                .moderatorPw("mp")
                .build();
        return placement
                .findOrCreate(request)
                .doOnNext(placed -> created.merge(placed.server(), 1, Integer::sum))
                .onErrorComplete()
                .then();
    }
}
