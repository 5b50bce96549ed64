// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import java.time.Clock;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A fleet whose time and clients are a test's, for the tests of other packages. */
public final class FleetForTests {
    private FleetForTests() {}

    /** Builds a fleet. */
    public static BbbFleet of(PollPlan plan, Scheduler timer, Clock clock, Function<BbbServer, BbbClient> clients) {
        return BbbFleet.builder(plan)
                .timer(timer)
                .clock(clock)
                .clientSource(new ClientSource() {
                    @Override
                    public BbbClient client(BbbServer server) {
                        return clients.apply(server);
                    }

                    @Override
                    public Mono<Void> dispose() {
                        return Mono.empty();
                    }
                })
                .build();
    }
}
