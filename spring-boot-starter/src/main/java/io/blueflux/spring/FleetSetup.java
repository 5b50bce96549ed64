// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static io.blueflux.spring.InvalidPropertyException.checked;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.BbbFleetBuilder;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import java.time.Duration;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Begins to build a fleet as the configuration says. */
final class FleetSetup {
    /** What the context's end waits for polls in flight. */
    private static final Duration DRAIN = Duration.ofSeconds(1);

    /** That of a client, beside which a poll's connections are few. */
    private static final int CONNECTIONS = 100;

    private FleetSetup() {}

    /** Begins a fleet that polls. */
    static BbbFleetBuilder polling(BluefluxProperties properties) {
        BluefluxProperties.Fleet fleet = properties.fleet();
        BbbFleetBuilder builder = BbbFleet.builder(plan(fleet)).drainTimeout(DRAIN);
        with("max-in-flight", builder, fleet.maxInFlight(), BbbFleetBuilder::maxInFlight);
        with("max-memory", builder, fleet.maxMemory(), (changed, size) -> changed.maxMemory(size.toBytes()));
        return connections(builder, properties.client().maxConnections());
    }

    /** Begins a fleet that is never started: its clients follow the servers as those of one that polls do. */
    static BbbFleetBuilder ofClients(BluefluxProperties properties) {
        Integer connections = properties.client().maxConnections();
        return connections(
                BbbFleet.builder(Duration.ofHours(1)).drainTimeout(Duration.ZERO),
                connections == null ? CONNECTIONS : connections);
    }

    private static BbbFleetBuilder connections(BbbFleetBuilder builder, @Nullable Integer most) {
        return checked(
                "blueflux.client.max-connections",
                () -> most == null ? builder : builder.maxConnectionsPerAddress(most));
    }

    private static PollPlan plan(BluefluxProperties.Fleet fleet) {
        PollSchedule schedule = checked("blueflux.fleet.interval", () -> PollSchedule.every(fleet.interval()));
        schedule = with("starting", schedule, fleet.starting(), PollSchedule::withStarting);
        schedule = with("idle", schedule, fleet.idle(), PollSchedule::withIdle);
        PollPlan plan = PollPlan.of(schedule);
        plan = with("depth", plan, fleet.depth(), PollPlan::withDepth);
        plan = with("deadline", plan, fleet.deadline(), PollPlan::withDeadline);
        plan = with("info-concurrency", plan, fleet.infoConcurrency(), PollPlan::withInfoConcurrency);
        return with("attendee-grace", plan, fleet.attendeeGrace(), PollPlan::withAttendeeGrace);
    }

    private static <T, V> T with(String property, T changed, @Nullable V value, BiFunction<T, V, T> change) {
        return value == null ? changed : checked("blueflux.fleet." + property, () -> change.apply(changed, value));
    }
}
