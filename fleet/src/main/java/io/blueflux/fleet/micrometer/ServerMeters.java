// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
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
    private final Timer answered;
    private final Timer failed;
    private volatile @Nullable ServerReport last;

    ServerMeters(MeterRegistry registry, String server) {
        this.registry = registry;
        this.server = server;
        count("meetings", FleetCounts::meetings);
        count("participants", FleetCounts::participants);
        count("listeners", FleetCounts::listeners);
        count("voice.participants", FleetCounts::voiceParticipants);
        count("videos", FleetCounts::videos);
        count("largest.meeting.participants", FleetCounts::largestMeeting);
        gauge("state", report -> code(report.server().state()));
        lag();
        this.answered = polls(true);
        this.failed = polls(false);
    }

    void report(ServerReport report, boolean isPolledHere) {
        last = report;
        if (isPolledHere) {
            (report.isAnswered() ? answered : failed).record(report.latency());
        }
    }

    void close() {
        meters.forEach(registry::remove);
    }

    private Timer polls(boolean isAnswered) {
        Timer timer = Timer.builder("blueflux.server.poll")
                .tag("server", server)
                .tags(PollMeters.outcome(isAnswered))
                .register(registry);
        meters.add(timer);
        return timer;
    }

    private void count(String name, ToLongFunction<FleetCounts> value) {
        gauge(name, report -> value.applyAsLong(report.server().counts()));
    }

    private void gauge(String name, ToDoubleFunction<ServerReport> value) {
        meters.add(Gauge.builder("blueflux.server." + name, this, self -> self.read(value))
                .tag("server", server)
                .strongReference(true)
                .register(registry));
    }

    private void lag() {
        ToDoubleFunction<ServerMeters> nanos =
                self -> self.read(report -> report.lag().toNanos());
        meters.add(TimeGauge.builder("blueflux.server.poll.lag", this, TimeUnit.NANOSECONDS, nanos)
                .tag("server", server)
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
