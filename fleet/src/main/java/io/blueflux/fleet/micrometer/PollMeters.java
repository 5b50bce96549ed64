// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.ServerReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What polls and events add up to, and the meters of each server. Events and reports may come on different threads. */
final class PollMeters {
    static final Duration[] BUCKETS = millis(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000);

    private final MeterRegistry registry;
    private final int maxServers;
    private final Map<String, ServerMeters> servers = new HashMap<>(); // guarded by this, as the next
    private final Map<String, Meter> meters = new HashMap<>();

    PollMeters(MeterRegistry registry, int maxServers) {
        this.registry = registry;
        this.maxServers = maxServers;
        // there before there is anything to count, so that a rate sees the first one too
        polls(true);
        polls(false);
        lag();
    }

    synchronized void event(FleetEvent event) {
        String server = event.source().server();
        if (event instanceof FleetEvent.ServerAdded && servers.size() < maxServers) {
            servers.computeIfAbsent(server, name -> new ServerMeters(registry, name));
        } else if (event instanceof FleetEvent.ServerRemoved) {
            close(servers.remove(server));
        }
        events(type(event)).increment();
    }

    /** Takes a report; polls count where they are made, so that the sum over all members of a cluster is that of all polls. */
    synchronized void report(ServerReport report, boolean isPolledHere) {
        if (isPolledHere) {
            polls(report.isAnswered()).record(report.latency());
            lag().record(report.lag());
        }
        ServerMeters itsOwn = servers.get(report.server().name());
        if (itsOwn != null) {
            itsOwn.report(report, isPolledHere);
        }
    }

    synchronized void close() {
        servers.values().forEach(ServerMeters::close);
        meters.values().forEach(registry::remove);
    }

    private static void close(@Nullable ServerMeters gone) {
        if (gone != null) {
            gone.close();
        }
    }

    private Counter events(String type) {
        return (Counter) meters.computeIfAbsent(
                "events " + type,
                key -> Counter.builder("blueflux.fleet.events")
                        .tag("type", type)
                        .register(registry));
    }

    private Timer polls(boolean isAnswered) {
        return timer("blueflux.fleet.poll", outcome(isAnswered));
    }

    /** Returns how a poll ended, as a tag. */
    static Tags outcome(boolean isAnswered) {
        return Tags.of("outcome", isAnswered ? "answered" : "failed");
    }

    private Timer lag() {
        return timer("blueflux.fleet.poll.lag", Tags.empty());
    }

    private Timer timer(String name, Tags tags) {
        return (Timer) meters.computeIfAbsent(
                name + tags,
                key -> Timer.builder(name)
                        .tags(tags)
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry));
    }

    /** Returns for example {@code meeting.created}. */
    private static String type(FleetEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", ".")
                .toLowerCase(Locale.ROOT);
    }

    private static Duration[] millis(long... values) {
        return Arrays.stream(values).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
