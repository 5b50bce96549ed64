// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.console.PrometheusServer.Alert;
import io.blueflux.console.PrometheusServer.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboards and alerts of docs/grafana, before a genuine Prometheus that scrapes the service with its demo fleet. Some queries have a
 * value only while a server is not up, so who waits until the dying one is back comes last; in another order it takes a round longer.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrometheusIT {
    private static final Path DASHBOARDS = Path.of("..", "docs", "grafana");

    /** More than two rounds of the dying server. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    private static @Nullable ServiceUnderTest service;
    private static @Nullable PrometheusServer prometheus;

    @BeforeAll
    static void start() throws Exception {
        PrometheusServer.assumeThere("prometheus");
        service = ServiceUnderTest.start(folder);
        prometheus = PrometheusServer.start(folder, service.metrics(), AlertRules.inAHurry());
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
        if (service != null) {
            service.close();
        }
    }

    @Test
    void everyQueryOfTheDashboardsHasAValue() throws Exception {
        List<Query> queries = new ArrayList<>();
        for (Dashboards dashboard : dashboards()) {
            assertThat(dashboard.queries()).hasSizeGreaterThan(10);
            queries.addAll(dashboard.queries());
        }
        haveValues(queries);
    }

    @Test
    void everyRuleHasAValueToCompare() throws Exception {
        List<Query> queries =
                prometheus().rules().stream().map(AlertRules::compared).toList();
        assertThat(queries).hasSizeGreaterThanOrEqualTo(8);
        haveValues(queries);
    }

    @Test
    void everyVariableHasSomethingToChoose() throws Exception {
        for (Dashboards dashboard : dashboards()) {
            assertThat(dashboard.choices()).isNotEmpty();
            for (Dashboards.Choice choice : dashboard.choices()) {
                has(choice.query().expression(), sample -> sample.labels().containsKey(choice.label()));
            }
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aServerThatDiesRaisesItsAlertUntilItIsBack() throws Exception {
        String dying = service().dying();
        Alert firing = Patience.until(() -> "the alert of " + dying + " fires", PATIENCE, () -> alertOf(dying));
        assertThat(firing.annotations()).containsEntry("summary", dying + " is down");
        assertThat(firing.annotations().get("description"))
                .startsWith(dying + " failed several polls of ")
                .contains(service().metrics().getAuthority(), PrometheusServer.JOB)
                .doesNotContain("{{", "<no value>");
        Patience.until(
                () -> "the alert of " + dying + " is over", PATIENCE, () -> alertOf(dying) == null ? dying : null);
        has("blueflux_server_state == 4", sample -> dying.equals(sample.labels().get("server")));
    }

    private static @Nullable Alert alertOf(String server) throws IOException, InterruptedException {
        return prometheus().alerts().stream()
                .filter(alert -> alert.name().equals("BluefluxServerDown")
                        && alert.state().equals("firing")
                        && server.equals(alert.labels().get("server")))
                .findFirst()
                .orElse(null);
    }

    private static List<Dashboards> dashboards() throws IOException {
        Map<String, String> chosen =
                Map.of("job", PrometheusServer.JOB, "server", service().dying());
        return List.of(
                Dashboards.read(DASHBOARDS.resolve("fleet.json"), chosen),
                Dashboards.read(DASHBOARDS.resolve("server.json"), chosen));
    }

    /** Some come about a while after the start: that of events with the first event. */
    private static void areExposed(List<Query> queries) throws Exception {
        Set<String> missing = new TreeSet<>();
        queries.forEach(query -> missing.addAll(query.metrics()));
        missing.remove("up"); // Prometheus' own
        assertThat(missing).isNotEmpty();
        Patience.until(() -> "the service exposes " + missing, PATIENCE, () -> {
            missing.removeAll(service().exposed());
            return missing.isEmpty() ? queries : null;
        });
    }

    /** NaN is none: it is what a division by zero leaves where nothing happened. */
    private static void haveValues(List<Query> queries) throws Exception {
        areExposed(queries);
        List<Query> open = new ArrayList<>(queries);
        Patience.until(() -> "these have a value: " + open, PATIENCE, () -> {
            for (Query query : List.copyOf(open)) {
                if (prometheus().query(query.expression()).stream().anyMatch(sample -> !Double.isNaN(sample.value()))) {
                    open.remove(query);
                }
            }
            return open.isEmpty() ? queries : null;
        });
    }

    private static void has(String expression, Predicate<Sample> wanted) throws Exception {
        Patience.until(
                () -> expression,
                PATIENCE,
                () -> prometheus().query(expression).stream()
                        .filter(wanted)
                        .findFirst()
                        .orElse(null));
    }

    private static ServiceUnderTest service() {
        return Objects.requireNonNull(service, "service");
    }

    private static PrometheusServer prometheus() {
        return Objects.requireNonNull(prometheus, "prometheus");
    }
}
