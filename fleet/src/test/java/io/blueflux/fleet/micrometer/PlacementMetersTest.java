// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.BbbServer;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetForTests;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.placement.MeetingDoubled;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.fleet.placement.PlacedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Meters of a placement on a fleet for which no time goes by; its events tell of servers that come and go. */
class PlacementMetersTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A reservation fades with the time: two looks at it show the same only while the clock stands still. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final BbbFleet fleet = FleetForTests.of(
                    PollPlan.of(PollSchedule.every(Duration.ofHours(1))),
                    VirtualTimeScheduler.create(),
                    CLOCK,
                    PlacementMetersTest::silent)
            .start();

    @Test
    void whatAPlacementDoesIsCounted() {
        PlacementMeters meters = PlacementMeters.of(registry);
        meters.onPlaced(placed(true), SECOND);
        meters.onPlaced(placed(true), SECOND);
        meters.onPlaced(placed(false), SECOND);
        meters.onFailed("room", new IllegalStateException(), SECOND);
        meters.onLooked("a", true);
        meters.onLooked("b", false);
        meters.onLooked("c", false);
        meters.onFailedOver("room", "a", new IllegalStateException());
        meters.onAmbiguous("room", "a", new IllegalStateException());
        meters.onDoubled(new MeetingDoubled("room", List.of("a", "b"), null));

        assertThat(registry.get("blueflux.placement").tag("outcome", "created").timer())
                .satisfies(timer -> assertThat(timer.count()).isEqualTo(2))
                .satisfies(
                        timer -> assertThat(timer.totalTime(TimeUnit.SECONDS)).isEqualTo(2));
        assertThat(count("outcome", "found")).isEqualTo(1);
        assertThat(count("outcome", "failed")).isEqualTo(1);
        assertThat(looks("true")).isEqualTo(1);
        assertThat(looks("false")).isEqualTo(2);
        for (String each : List.of("failovers", "ambiguous.creates", "doubled.meetings")) {
            assertThat(registry.get("blueflux.placement." + each).counter().count())
                    .as(each)
                    .isEqualTo(1);
        }
    }

    @Test
    void theLoadOfEachServerIsShownWhileItIsInTheFleet() throws IOException {
        PlacementMeters meters = PlacementMeters.of(registry);
        MeetingPlacement placement =
                MeetingPlacement.builder(fleet).listener(meters).clock(CLOCK).build();
        Disposable task = Flux.from(meters.run(fleet)).subscribe();
        fleet.add(server("a"));
        fleet.add(server("b"));
        placement.remember("room", "a");

        assertThat(load("a")).isEqualTo(placement.load("a")).isGreaterThan(0);
        assertThat(value("load.reserved", "a"))
                .isEqualTo(placement.reserved("a"))
                .isGreaterThan(0);
        assertThat(load("b")).isZero();

        fleet.remove("a");
        assertThat(load("a")).as("gone").isNull();
        assertThat(load("b")).isZero();
        meters.onLooked("b", true);
        meters.onPlaced(placed(true), SECOND);
        assertThat(undocumented()).isEmpty();
        assertThat(registry.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(Tag::getValue)
                .noneMatch(tag -> tag.contains("/"));

        task.dispose();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void whatIsCountedAfterAStopIsRegisteredAnew() {
        PlacementMeters meters = PlacementMeters.of(registry);
        Flux.from(meters.run(fleet)).subscribe().dispose();
        meters.onLooked("a", true);

        assertThat(looks("true")).isEqualTo(1);
    }

    @Test
    void aPlacementThatIsBuiltLaterIsShownFromThenOn() {
        PlacementMeters meters = PlacementMeters.of(registry);
        Disposable task = Flux.from(meters.run(fleet)).subscribe();
        fleet.add(server("a"));
        assertThat(load("a")).isNull();
        MeetingPlacement.builder(fleet).listener(meters).build();
        fleet.add(server("b"));

        assertThat(load("a")).isZero();
        assertThat(load("b")).isZero();
        task.dispose();
    }

    @Test
    void serversBeyondTheBoundHaveNoGauges() {
        PlacementMeters meters = PlacementMeters.of(registry).withMaxServers(1);
        MeetingPlacement.builder(fleet).listener(meters).build();
        Disposable task = Flux.from(meters.run(fleet)).subscribe();
        fleet.add(server("a"));
        fleet.add(server("b"));

        assertThat(load("a")).isZero();
        assertThat(load("b")).isNull();
        fleet.remove("a");
        assertThat(load("b")).as("there is room now").isZero();
        task.dispose();
        assertThatIllegalArgumentException().isThrownBy(() -> meters.withMaxServers(-1));
    }

    private @Nullable Double load(String server) {
        return value("load", server);
    }

    private @Nullable Double value(String name, String server) {
        Gauge gauge =
                registry.find("blueflux.server." + name).tag("server", server).gauge();
        return gauge == null ? null : gauge.value();
    }

    private long count(String tag, String value) {
        return registry.get("blueflux.placement").tag(tag, value).timer().count();
    }

    private double looks(String answered) {
        return registry.get("blueflux.placement.looks")
                .tag("answered", answered)
                .counter()
                .count();
    }

    private List<String> undocumented() throws IOException {
        String table = Files.readString(Path.of("../docs/metrics.md"));
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .map(name -> name.replaceAll("\\.histogram$", "")) // the registry's own way to show buckets
                .filter(name -> !table.contains("`" + name + "`"))
                .toList();
    }

    /** No time goes by, so it is asked for nothing but its server. */
    private static BbbClient silent(BbbServer server) {
        return (BbbClient) Proxy.newProxyInstance(
                BbbClient.class.getClassLoader(), new Class<?>[] {BbbClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("server")) {
                        return server;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static BbbServer server(String name) {
        return BbbServer.of("https://" + name + ".example.org/bigbluebutton", "secret")
                .withName(name);
    }

    private static PlacedMeeting placed(boolean created) {
        Meeting meeting = new Meeting(
                "room",
                null,
                null,
                new Meeting.Times(null, null, null, null, null),
                new Meeting.State(null, null, null, null, null),
                new Meeting.Counts(null, null, null, null, null, null),
                new Meeting.Access(null, null, null, null),
                List.of(),
                Map.of(),
                null,
                List.of(),
                List.of());
        return new PlacedMeeting("a", meeting, created, true, null);
    }
}
