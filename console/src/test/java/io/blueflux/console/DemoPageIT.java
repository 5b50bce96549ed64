// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserTest
class DemoPageIT {
    private final Browser browser;

    DemoPageIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void theDemosServersAreRows() {
        try (RunningConsole demo = RunningConsole.demo()) {
            ConsolePage page = browser.open(demo.page()).drawn();
            browser.until(
                    "each has answered",
                    () -> page.rows().size() == DemoFleet.SERVERS
                            && page.rows().stream().noneMatch(row -> row.state().equals("new")));
            assertThat(page.names()).containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "s5", "s6");
            assertThat(page.rows()).allMatch(row -> row.word().equalsIgnoreCase(row.state()));
            assertThat(page.text("demo")).isEqualTo("Simulated demo");
            assertThat(page.text("total-servers")).isEqualTo("6");
            browser.until("people are counted", () -> Integer.parseInt(page.text("total-people")) > 0);
            browser.until("people come and go", () -> page.text("events").contains(" joined "));
        }
    }
}
