// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetTask;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Meters of a fleet, for {@link io.blueflux.fleet.BbbFleetBuilder#task}. They are registered when the fleet starts and removed
 * when it stops; those of a server come and go with it. Servers are told apart by name, never by URL. The file
 * {@code docs/metrics.md} has a table of all.
 */
public final class FleetMeters implements FleetTask {
    private static final int MAX_SERVERS = 2_000;

    private final MeterRegistry registry;
    private final int maxServers;

    private FleetMeters(MeterRegistry registry, int maxServers) {
        this.registry = registry;
        this.maxServers = maxServers;
    }

    /**
     * Registers with a registry, with meters of their own for up to 2,000 servers.
     *
     * @param registry where
     * @return a task for one fleet
     */
    public static FleetMeters of(MeterRegistry registry) {
        return new FleetMeters(Objects.requireNonNull(registry, "registry"), MAX_SERVERS);
    }

    /**
     * Bounds how many servers have meters of their own; the sums hold all servers anyway.
     *
     * @param servers at least 0; who comes first has them
     * @return a copy
     * @throws IllegalArgumentException if it is below 0
     */
    public FleetMeters withMaxServers(int servers) {
        if (servers < 0) {
            throw new IllegalArgumentException("maxServers must be at least 0, not " + servers);
        }
        return new FleetMeters(registry, servers);
    }

    @Override
    public Publisher<?> run(BbbFleet fleet) {
        Objects.requireNonNull(fleet, "fleet");
        return Flux.defer(() -> {
            FleetGauges gauges = new FleetGauges(registry, fleet);
            PollMeters polls = new PollMeters(registry, maxServers);
            return Flux.merge(
                            fleet.events().doOnNext(polls::event),
                            fleet.reports()
                                    .doOnNext(report -> polls.report(
                                            report,
                                            fleet.isPolledHere(report.server().name()))))
                    .doFinally(end -> {
                        gauges.close();
                        polls.close();
                    });
        });
    }
}
