// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.ClusterStatus;
import io.blueflux.fleet.FleetTotals;
import io.blueflux.fleet.ServerState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The sums of a fleet, read when the meters are. */
final class FleetGauges {
    private final MeterRegistry registry;
    private final BbbFleet fleet;
    private final List<Meter> meters = new ArrayList<>();

    FleetGauges(MeterRegistry registry, BbbFleet fleet) {
        this.registry = registry;
        this.fleet = fleet;
        for (ServerState state : ServerState.values()) {
            String word = state.name().toLowerCase(Locale.ROOT);
            sum("servers", Tags.of("state", word), totals -> totals.serversIn(state));
        }
        sum("meetings", totals -> totals.counts().meetings());
        sum("meetings.unknown", FleetTotals::unknownMeetings);
        sum("participants", totals -> totals.counts().participants());
        sum("listeners", totals -> totals.counts().listeners());
        sum("voice.participants", totals -> totals.counts().voiceParticipants());
        sum("videos", totals -> totals.counts().videos());
        sum("moderators", totals -> totals.counts().moderators());
        sum("largest.meeting.participants", totals -> totals.counts().largestMeeting());
        polls("in.flight", "healthy", each -> each.load().inFlight());
        polls("in.flight", "sick", each -> each.load().sickInFlight());
        polls("waiting", "healthy", each -> each.load().waiting());
        polls("waiting", "sick", each -> each.load().sickWaiting());
        cluster("members", ClusterStatus::members);
        cluster("members.expected", ClusterStatus::expected);
        cluster("servers.polled", ClusterStatus::polled);
        moves();
        oldestView();
    }

    void close() {
        meters.forEach(registry::remove);
    }

    private void sum(String name, ToDoubleFunction<FleetTotals> value) {
        sum(name, Tags.empty(), value);
    }

    private void sum(String name, Tags tags, ToDoubleFunction<FleetTotals> value) {
        gauge("blueflux.fleet." + name, tags, each -> value.applyAsDouble(each.totals()));
    }

    private void polls(String name, String budget, ToDoubleFunction<BbbFleet> value) {
        gauge("blueflux.fleet.polls." + name, Tags.of("budget", budget), value);
    }

    private void cluster(String name, ToDoubleFunction<ClusterStatus> value) {
        gauge("blueflux.cluster." + name, Tags.empty(), each -> value.applyAsDouble(each.cluster()));
    }

    private void moves() {
        meters.add(FunctionCounter.builder(
                        "blueflux.cluster.moves", fleet, each -> each.cluster().moves())
                .register(registry));
    }

    private void oldestView() {
        ToDoubleFunction<BbbFleet> nanos = each -> each.cluster().oldestView().toNanos();
        meters.add(TimeGauge.builder("blueflux.cluster.view.age", fleet, TimeUnit.NANOSECONDS, nanos)
                .strongReference(true)
                .register(registry));
    }

    private void gauge(String name, Tags tags, ToDoubleFunction<BbbFleet> value) {
        meters.add(Gauge.builder(name, fleet, value)
                .tags(tags)
                .strongReference(true)
                .register(registry));
    }
}
