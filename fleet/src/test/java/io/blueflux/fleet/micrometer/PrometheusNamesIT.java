// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.placement.MeetingDoubled;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.testkit.BbbSimulator;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a genuine registry shows to Prometheus is what docs/metrics.md says, name for name. */
class PrometheusNamesIT {
    private static final PollPlan PLAN = PollPlan.of(PollSchedule.every(Duration.ofMillis(50), Duration.ofMillis(10)));

    private static final Path PAGE = Path.of("../docs/metrics.md");

    /** Meter, type, name in Prometheus, tags. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(blueflux[a-z.]+)` \\| (\\w+)(, with[^|]*)? \\| `(\\w+)` \\| ([^|]*)\\|");

    private static final Pattern TAG = Pattern.compile("`([a-z.]+)`");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (blueflux\\w+) (\\w+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void theTableHasTheNamesTypesAndTagsThatPrometheusIsShown() throws Exception {
        PlacementMeters placing = PlacementMeters.of(registry);
        try (BbbSimulator simulator = BbbSimulator.start(1);
                BbbFleet fleet = BbbFleet.builder(PLAN)
                        .task(FleetMeters.of(registry))
                        .task(placing)
                        .build()) {
            MeetingPlacement.builder(fleet).listener(placing).build();
            everythingHappens(placing);
            fleet.add(simulator.server(0).bbbServer());
            fleet.start();
            eventually(
                    "the server has its meters",
                    () -> registry.scrape().contains("blueflux_server_load{")
                            && registry.scrape().contains("blueflux_server_state{"));

            String shown = registry.scrape();
            assertThat(shown(shown)).isEqualTo(documented());
        }
    }

    @Test
    void timersOfObservedCallsHaveTheNamesThatThePageSays() throws Exception {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(registry));
        try (BbbSimulator simulator = BbbSimulator.start(1);
                BbbFleet fleet = BbbFleet.builder(PLAN)
                        .listener(ObservedCalls.of(observations))
                        .build()) {
            fleet.add(simulator.server(0).bbbServer());
            fleet.start().reports().blockFirst();
        }
        String page = Files.readString(PAGE);
        Set<String> names = shown(registry.scrape()).keySet();
        assertThat(names)
                .hasSize(4)
                .allSatisfy(name -> assertThat(page).contains("`" + name.replace("_max", "") + "`"));
    }

    @Test
    void noNameSaysItsThingTwice() throws IOException {
        assertThat(documented().keySet())
                .allSatisfy(name -> assertThat(name.split("_")).as(name).doesNotHaveDuplicates());
    }

    private static void everythingHappens(PlacementMeters meters) {
        meters.onFailed("room", new IllegalStateException(), Duration.ofSeconds(1));
        meters.onLooked("a", true);
        meters.onFailedOver("room", "a", new IllegalStateException());
        meters.onAmbiguous("room", "a", new IllegalStateException());
        meters.onDoubled(new MeetingDoubled("room", List.of("a", "b"), null));
    }

    /** Returns by name what the page says: type and tags. */
    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (MatchResult row : matches(ROW, Files.readString(PAGE))) {
            String type = row.group(2);
            boolean hasBuckets = row.group(3) != null;
            String kind = type.equals("timer") ? (hasBuckets ? "histogram" : "summary") : type;
            rows.put(row.group(4), kind + " " + names(TAG, row.group(5).replace('.', '_')));
            if (type.equals("timer")) {
                rows.put(row.group(4) + "_max", "gauge " + names(TAG, row.group(5)));
            }
        }
        return rows;
    }

    /** Returns the same of what Prometheus would read. */
    private static Map<String, String> shown(String text) {
        Map<String, String> families = new TreeMap<>();
        for (MatchResult family : matches(TYPE, text)) {
            Pattern sample = Pattern.compile("(?m)^" + family.group(1) + "(?:_count)?(\\{.*})? ");
            Set<String> labels = new TreeSet<>();
            matches(sample, text).stream()
                    .filter(line -> line.group(1) != null)
                    .forEach(line -> labels.addAll(names(LABEL, line.group(1))));
            families.put(family.group(1), family.group(2) + " " + labels);
        }
        return families;
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        matches(pattern, text).forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }
}
