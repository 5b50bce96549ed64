// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What Grafana asks of a dashboard that is imported. */
class DashboardsTest {

    @ParameterizedTest
    @CsvSource({"fleet.json, blueflux-fleet", "server.json, blueflux-server"})
    void aDashboardCanBeImported(String file, String uid) throws Exception {
        Dashboards dashboard = Dashboards.read(Path.of("..", "docs", "grafana", file), Map.of());
        assertThat(dashboard.json().path("uid").asString()).isEqualTo(uid);
        assertThat(dashboard.json().path("schemaVersion").asInt(0)).isGreaterThanOrEqualTo(39);
        List<JsonNode> panels = dashboard.panels();
        assertThat(panels)
                .extracting(panel -> panel.path("id").asInt(0))
                .doesNotHaveDuplicates()
                .doesNotContain(0);
        assertThat(panels)
                .filteredOn(panel -> !panel.path("type").asString().equals("row"))
                .hasSizeGreaterThan(10)
                .allSatisfy(DashboardsTest::isWhole);
    }

    private static void isWhole(JsonNode panel) {
        assertThat(panel.path("description").asString(""))
                .as(panel.path("title").asString())
                .isNotBlank();
        for (JsonNode source : panel.findValues("datasource")) {
            assertThat(source.path("uid").asString("")).isEqualTo("${datasource}");
        }
        assertThat(panel.path("targets").size()).isPositive();
    }
}
