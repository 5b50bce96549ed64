// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.ServerState;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A fleet in which one server hangs, and one dies and comes back, while the others go on being polled on time. */
final class FleetDemo {
    /** Below this, there is no other. */
    static final int LEAST_SERVERS = 3;

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration TROUBLE = Duration.ofSeconds(4);
    private static final Duration RECOVERY = Duration.ofSeconds(4);
    /** One that is down is asked soon enough for a demonstration. */
    private static final PollPlan PLAN =
            PollPlan.of(PollSchedule.every(INTERVAL).withMaxBackoff(CALM));
    /** So that one that hangs fails soon enough, too. */
    private static final PollPlan HASTY = PLAN.withDeadline(Duration.ofSeconds(1));

    private final Terminal terminal;
    private final List<SimulatedServer> healthy;
    private final SimulatedServer dying;
    private final SimulatedServer hanging;
    private final FleetDemoTable table;
    private final Instant start = Instant.now();

    FleetDemo(Terminal terminal, List<SimulatedServer> servers) {
        int last = servers.size() - 1;
        this.terminal = terminal;
        this.healthy = servers.subList(0, last - 1);
        this.dying = servers.get(last - 1);
        this.hanging = servers.get(last);
        this.table = new FleetDemoTable(terminal, INTERVAL);
    }

    void run() {
        terminal.line("");
        terminal.line("the same servers as a fleet, each polled every " + INTERVAL.toMillis() + " ms:");
        BbbFleet fleet = BbbFleet.builder(PLAN)
                .task(polled -> polled.reports().doOnNext(table::add))
                .task(this::story)
                .build();
        healthy.forEach(server -> fleet.add(server.bbbServer()));
        fleet.add(dying.bbbServer());
        fleet.add(FleetServer.of(hanging.bbbServer()).withPlan(HASTY));
        try {
            fleet.start();
            script().block();
            fleet.stop().block();
            table.print(
                    fleet.snapshot(),
                    healthy.stream().map(SimulatedServer::name).toList());
        } finally {
            fleet.disposeLater().block();
        }
    }

    private Mono<Void> script() {
        return Mono.delay(CALM, Schedulers.boundedElastic())
                .doOnNext(time -> spoil())
                .then(Mono.delay(TROUBLE, Schedulers.boundedElastic()))
                .doOnNext(time -> restart())
                .then(Mono.delay(RECOVERY))
                .then();
    }

    private void spoil() {
        tell(hanging.name() + " hangs, " + dying.name() + " dies", Instant.now());
        hanging.fault("getMeetings", Fault.hang());
        dying.stop();
        dying.closeConnections();
    }

    private void restart() {
        tell(dying.name() + " is started again", Instant.now());
        dying.restart();
    }

    private Publisher<?> story(BbbFleet fleet) {
        return fleet.events()
                .ofType(FleetEvent.ServerStateChanged.class)
                .filter(event -> event.from() != ServerState.NEW)
                .publishOn(Schedulers.boundedElastic(), 1)
                .doOnNext(this::tell);
    }

    private void tell(FleetEvent.ServerStateChanged event) {
        String change =
                Words.of(event.from()) + " -> " + Words.of(event.health().state());
        tell(event.source().server() + " " + change, event.source().at());
    }

    private void tell(String what, Instant at) {
        terminal.line("%4.1f s  %s"
                .formatted(Math.max(0, Duration.between(start, at).toMillis()) / 1000.0, what));
    }
}
