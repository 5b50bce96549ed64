// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The meters of one server, by its last report. */
final class ServerMeters {
    private final MeterRegistry registry;
    private final String server;
    private final List<Meter> meters = new ArrayList<>();
    private final Timer polls;
    private volatile @Nullable ServerReport last;

    ServerMeters(MeterRegistry registry, String server) {
        this.registry = registry;
        this.server = server;
        count("meetings", "meetings", FleetCounts::meetings);
        count("participants", "participants", FleetCounts::participants);
        count("listeners", "participants", FleetCounts::listeners);
        count("voice.participants", "participants", FleetCounts::voiceParticipants);
        count("videos", "streams", FleetCounts::videos);
        count("meeting.largest", "participants", FleetCounts::largestMeeting);
        gauge("state", "state", report -> code(report.server().state()));
        gauge("lag", "seconds", report -> report.lag().toNanos() / (double) TimeUnit.SECONDS.toNanos(1));
        this.polls = Timer.builder("blueflux.server.poll").tag("server", server).register(registry);
        meters.add(polls);
    }

    void report(ServerReport report) {
        last = report;
        polls.record(report.latency());
    }

    void close() {
        meters.forEach(registry::remove);
    }

    private void count(String name, String unit, ToLongFunction<FleetCounts> value) {
        gauge(name, unit, report -> value.applyAsLong(report.server().counts()));
    }

    private void gauge(String name, String unit, ToDoubleFunction<ServerReport> value) {
        meters.add(Gauge.builder("blueflux.server." + name, this, self -> self.read(value))
                .tag("server", server)
                .baseUnit(unit)
                .strongReference(true)
                .register(registry));
    }

    private double read(ToDoubleFunction<ServerReport> value) {
        ServerReport report = last;
        return report == null ? 0 : value.applyAsDouble(report);
    }

    private static int code(ServerState state) {
        return switch (state) {
            case NEW -> 0;
            case DOWN -> 1;
            case RECOVERING -> 2;
            case UNSTABLE -> 3;
            case UP -> 4;
        };
    }
}
