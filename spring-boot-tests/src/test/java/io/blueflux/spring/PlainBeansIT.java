// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static io.blueflux.support.Eventually.eventually;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.ServerState;
import io.blueflux.reactor.BbbClient;
import io.blueflux.support.NewThreads;
import io.blueflux.testkit.BbbSimulator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Clients and fleets that are plain beans, without the starter, are closed along with the context. */
class PlainBeansIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void aContextLeavesNoThreadNoConnectionAndNoPoll() throws InterruptedException {
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            NewThreads threads = new NewThreads("blueflux-http", "blueflux-fleet");
            try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
                context.registerBean(
                        "client",
                        BbbClient.class,
                        () -> BbbClient.create(simulator.server(0).bbbServer()));
                context.registerBean(
                        "fleet",
                        BbbFleet.class,
                        () -> BbbFleet.builder(Duration.ofMillis(500)).build().start());
                context.refresh();
                context.getBean(BbbClient.class).getMeetings().collectList().block(LONG);
                BbbFleet fleet = context.getBean(BbbFleet.class);
                fleet.replaceAll(List.of(FleetServer.of(simulator.server(0).bbbServer())));
                fleet.snapshots(Duration.ofMillis(10))
                        .filter(now -> now.serversIn(ServerState.UP) == 1)
                        .blockFirst(LONG);
            }
            threads.end();
            eventually("no connection is left", () -> simulator.server(0).openConnections() == 0);
        }
    }
}
