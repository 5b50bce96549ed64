// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.ServerState;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Meters and observations of a fleet over sockets. */
class MetersIT {
    private static final PollPlan PLAN = PollPlan.of(PollSchedule.every(Duration.ofMillis(50), Duration.ofMillis(10)));

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void metersTellWhatOperatorsScrapeAndEachIsInTheTable() throws Exception {
        try (BbbSimulator simulator = BbbSimulator.start(3)) {
            BbbFleet fleet =
                    BbbFleet.builder(PLAN).task(FleetMeters.of(registry)).build();
            for (SimulatedServer server : simulator.servers()) {
                fleet.add(server.populate(2, 5).bbbServer());
            }
            simulator.server(0).createMeeting("large", meeting -> {
                for (int i = 0; i < 20; i++) {
                    meeting.addAttendee("u" + i, "User");
                }
            });
            simulator.server(2).fault("getMeetings", Fault.status(502));
            fleet.start();
            fleet.reports()
                    .filter(report -> fleet.snapshot().serversIn(ServerState.DOWN) == 1
                            && fleet.snapshot().serversIn(ServerState.UP) == 2)
                    .blockFirst();

            assertThat(gauge("blueflux.fleet.servers", "state", "up")).isEqualTo(2);
            assertThat(gauge("blueflux.fleet.servers", "state", "down")).isEqualTo(1);
            assertThat(registry.get("blueflux.fleet.meetings").gauge().value()).isEqualTo(5);
            assertThat(registry.get("blueflux.fleet.participants").gauge().value())
                    .isEqualTo(40);
            assertThat(registry.get("blueflux.fleet.largest.meeting.participants")
                            .gauge()
                            .value())
                    .isEqualTo(20);
            eventually(
                    "the meters heard of each server too",
                    () -> has("blueflux.server.participants", "s1", 30)
                            && has("blueflux.server.meetings", "s2", 2)
                            && has("blueflux.server.state", "s3", 1));
            eventually(
                    "the failed polls are counted",
                    () -> registry.find("blueflux.fleet.poll").tag("outcome", "failed").timers().stream()
                            .anyMatch(timer -> timer.count() > 0));
            eventually(
                    "the meetings are counted",
                    () -> registry.find("blueflux.fleet.events").tag("type", "meeting.created").counters().stream()
                            .anyMatch(counter -> counter.count() == 5));
            assertThat(undocumented()).isEmpty();
            fleet.remove("s1");
            eventually(
                    "who is gone has no meters",
                    () -> registry.find("blueflux.server.participants")
                                    .tag("server", "s1")
                                    .gauge()
                            == null);
            fleet.disposeLater().block();
        }
        assertThat(registry.getMeters()).as("after the stop").isEmpty();
    }

    @Test
    void serversBeyondTheBoundHaveNoMetersOfTheirOwn() throws Exception {
        try (BbbSimulator simulator = BbbSimulator.start(5)) {
            BbbFleet fleet = BbbFleet.builder(PLAN)
                    .task(FleetMeters.of(registry).withMaxServers(2))
                    .build();
            simulator.servers().forEach(server -> fleet.add(server.bbbServer()));
            fleet.start();
            fleet.reports()
                    .filter(report -> fleet.snapshot().serversIn(ServerState.UP) == 5)
                    .blockFirst();
            eventually(
                    "two have meters",
                    () -> registry.find("blueflux.server.state").gauges().size() == 2);
            assertThat(gauge("blueflux.fleet.servers", "state", "up")).isEqualTo(5);
            fleet.disposeLater().block();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FleetMeters.of(registry).withMaxServers(-1));
    }

    @Test
    void tagsNeverHoldAUrlOrASecret() {
        try (BbbSimulator simulator = BbbSimulator.start(2)) {
            BbbFleet fleet =
                    BbbFleet.builder(PLAN).task(FleetMeters.of(registry)).build();
            simulator.servers().forEach(server -> fleet.add(server.bbbServer()));
            fleet.start();
            fleet.reports()
                    .filter(report -> fleet.snapshot().serversIn(ServerState.UP) == 2)
                    .blockFirst();
            assertThat(registry.getMeters())
                    .flatExtracting(meter -> meter.getId().getTags())
                    .extracting(Tag::getValue)
                    .noneMatch(value -> value.contains("/")
                            || value.contains(simulator.server(0).secretText()));
            fleet.disposeLater().block();
        }
    }

    @Test
    void eachCallIsObservedOnceWithAConventionThatCanBeReplaced() {
        List<String> seen = new CopyOnWriteArrayList<>();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new Recorder(seen));
        BbbCallConvention convention = new BbbCallConvention() {
            @Override
            public KeyValues getLowCardinalityKeyValues(BbbCallContext context) {
                return BbbCallConvention.DEFAULT
                        .getLowCardinalityKeyValues(context)
                        .and("zone", "test");
            }
        };
        try (BbbSimulator simulator = BbbSimulator.start(1)) {
            simulator.server(0).faultNext(1, "getMeetings", Fault.failed("mayBeAnything"));
            BbbFleet fleet = BbbFleet.builder(PLAN.withVersionEvery(0))
                    .listener(ObservedCalls.of(observations).withConvention(convention))
                    .build();
            fleet.add(simulator.server(0).bbbServer());
            fleet.start()
                    .reports()
                    .filter(report -> report.server().poll().number() >= 2)
                    .blockFirst();
            fleet.disposeLater().block();
        }
        assertThat(seen.subList(0, 4))
                .containsExactly(
                        "CLIENT call=getMeetings error=unknown outcome=unknown server=s1 zone=test | status=unknown",
                        "blueflux.client.call call=getMeetings error=ApiFailedException outcome=failed server=s1 zone=test"
                                + " | message.key=mayBeAnything status=200",
                        "CLIENT call=getMeetings error=unknown outcome=unknown server=s1 zone=test | status=unknown",
                        "blueflux.client.call call=getMeetings error=none outcome=success server=s1 zone=test"
                                + " | status=200");
    }

    private double gauge(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).gauge().value();
    }

    private boolean has(String name, String server, double value) {
        Gauge gauge = registry.find(name).tag("server", server).gauge();
        return gauge != null && gauge.value() == value;
    }

    /** Returns the meters that the table does not name. */
    private Set<String> undocumented() throws IOException {
        String table = Files.readString(Path.of("../docs/metrics.md"));
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .map(name -> name.replaceAll("\\.histogram$", "")) // the registry's own way to show buckets
                .filter(name -> !table.contains("`" + name + "`"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private record Recorder(List<String> seen) implements ObservationHandler<BbbCallContext> {
        @Override
        public void onStart(BbbCallContext context) {
            seen.add(context.getKind() + " " + text(context.getLowCardinalityKeyValues()) + " | "
                    + text(context.getHighCardinalityKeyValues()));
        }

        @Override
        public void onStop(BbbCallContext context) {
            seen.add(context.getName() + " " + text(context.getLowCardinalityKeyValues()) + " | "
                    + text(context.getHighCardinalityKeyValues()));
        }

        private static String text(KeyValues values) {
            return values.stream()
                    .map((KeyValue value) -> value.getKey() + "=" + value.getValue())
                    .sorted()
                    .collect(Collectors.joining(" "));
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof BbbCallContext;
        }
    }
}
