// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.cli.ConsoleSettings;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.spring.ServerSource;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * A simulated fleet on loopback in which things happen. Meetings come and go, people join and leave; in each round of 40 s the last
 * server but one dies and comes back, and the last one hangs for a while.
 */
final class DemoFleet implements ServerSource, DisposableBean {
    static final int SERVERS = 6;

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(500);
    private static final long ROUND = Duration.ofSeconds(40).dividedBy(STEP);
    private static final long DIES = Duration.ofSeconds(8).dividedBy(STEP);
    private static final long HANGS = Duration.ofSeconds(10).dividedBy(STEP);
    private static final long RETURNS = Duration.ofSeconds(20).dividedBy(STEP);
    private static final long ANSWERS = Duration.ofSeconds(24).dividedBy(STEP);

    private final ConsoleSettings settings;
    private final BbbSimulator simulator =
            BbbSimulator.builder().servers(SERVERS).separatePorts().build();
    private final DemoPeople people = new DemoPeople();
    private Disposable story = Disposables.disposed();

    DemoFleet(ConsoleSettings settings) {
        this.settings = settings;
    }

    /** Starts the simulator; its servers are polled often enough for a demonstration, also when they are down. */
    @Override
    public Flux<? extends Collection<FleetServer>> servers() {
        return Flux.defer(() -> {
            List<SimulatedServer> all = simulator.start().servers();
            people.movedIn(all);
            story = Flux.interval(STEP)
                    .onBackpressureDrop()
                    .publishOn(Schedulers.boundedElastic(), 1) // a server's end may be waited for
                    .subscribe(step -> happen(all, step));
            PollPlan plan = PollPlan.of(PollSchedule.every(settings.interval())
                            .withMaxBackoff(settings.interval().multipliedBy(2)))
                    .withDeadline(DEADLINE)
                    .withDepth(settings.depth());
            return Flux.just(all.stream()
                            .map(server -> new FleetServer(server.bbbServer(), plan))
                            .toList())
                    .concatWith(Flux.never());
        });
    }

    private void happen(List<SimulatedServer> all, long step) {
        SimulatedServer hanging = all.get(SERVERS - 1);
        SimulatedServer dying = all.get(SERVERS - 2);
        long now = step % ROUND;
        if (now == HANGS) {
            hanging.fault("getMeetings", Fault.hang());
        } else if (now == DIES) {
            dying.stop();
            dying.closeConnections();
        } else if (now == RETURNS) {
            dying.restart();
        } else if (now == ANSWERS) {
            hanging.clearFaults();
        }
        people.move(all, step);
    }

    @Override
    public void destroy() {
        story.dispose();
        simulator.close();
    }
}
