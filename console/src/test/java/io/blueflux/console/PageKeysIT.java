// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page without a mouse. */
@BrowserTest
class PageKeysIT {
    private static final int MANY = 120;
    private static final int SAME_LINE = 12;

    private final Browser browser;
    private final SmallFleet fleet = SmallFleet.start();

    PageKeysIT(Browser browser) {
        this.browser = browser;
    }

    @AfterAll
    void end() {
        fleet.close();
    }

    /** Where the focus is: the part of the page, and the middle of what has it. */
    private record Stop(String part, String what, long x, long y) {}

    @Test
    void theTabKeyGoesAsOneReads() {
        browser.open(fleet.page()).drawn();
        List<Stop> stops = new ArrayList<>();
        for (Stop stop = next(); !stop.part().isEmpty(); stop = next()) {
            stops.add(stop);
            assertThat(stops).hasSizeLessThan(MANY);
        }
        assertThat(stops.stream().map(Stop::part).distinct())
                .containsExactly("skips", "top", "totals", "servers-region", "search-region", "events-region");
        for (int i = 1; i < stops.size(); i++) {
            Stop before = stops.get(i - 1);
            Stop here = stops.get(i);
            if (here.part().equals(before.part()) && !here.part().equals("skips")) { // those lie one on the other
                boolean further =
                        Math.abs(here.y() - before.y()) <= SAME_LINE ? here.x() > before.x() : here.y() > before.y();
                assertThat(further).as(before + " then " + here).isTrue();
            }
        }
        assertThat(stops.stream()
                        .filter(stop -> stop.part().equals("servers-region"))
                        .map(Stop::what))
                .contains("filter", "failing-first", SmallFleet.SILENT)
                .doesNotContain(SmallFleet.CALM); // one row only
    }

    private Stop next() {
        browser.keys(Keys.TAB);
        Map<String, Object> found = browser.ask("""
                const it = document.activeElement;
                const part = it.closest('.skips, .top, .totals, #servers-region, #search-region, #events-region');
                const box = it.getBoundingClientRect();
                return {part: part?.id || part?.className || '', what: it.id || it.textContent,
                  x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2)};
                """);
        return new Stop(
                String.valueOf(found.get("part")),
                String.valueOf(found.get("what")),
                number(found.get("x")),
                number(found.get("y")));
    }

    private static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    @Test
    void aSlashLeadsToTheFilterAndIsASlashInIt() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        browser.keys("/");
        assertThat(page.focus()).isEqualTo("filter");
        assertThat(filter()).isEmpty();
        browser.keys("/ nobody");
        assertThat(filter()).isEqualTo("/ nobody");
        browser.until("none has it", () -> page.rows().isEmpty());
        browser.keys(Keys.BACK_SPACE.toString().repeat(filter().length()), SmallFleet.SILENT);
        browser.until("one has it", () -> page.names().equals(List.of(SmallFleet.SILENT)));
        assertThat(page.text("servers-shown")).isEqualTo("1 of 5 servers shown");
    }

    private String filter() {
        return browser.ask("return document.getElementById('filter').value");
    }

    @Test
    void arrowsGoFromRowToRowAndEscapeGivesTheFocusBack() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        List<String> names = page.names();
        browser.ask("document.querySelector('#server-rows .name').focus(); return true");
        for (String name : names.subList(1, names.size())) {
            browser.keys(Keys.ARROW_DOWN);
            assertThat(page.focus()).isEqualTo(name);
        }
        browser.keys(Keys.ARROW_DOWN);
        assertThat(page.focus()).isEqualTo(names.get(names.size() - 1));
        browser.keys(Keys.HOME);
        assertThat(page.focus()).isEqualTo(names.get(0));
        browser.keys(Keys.END, Keys.ARROW_UP);
        assertThat(page.focus()).isEqualTo(names.get(names.size() - 2));
        browser.keys(Keys.HOME, Keys.ARROW_DOWN);
        String opened = page.focus();
        browser.keys(Keys.ENTER);
        page.untilOpen("server-dialog");
        browser.keys(Keys.ESCAPE);
        page.untilClosed("server-dialog");
        assertThat(page.focus()).isEqualTo(opened);
        browser.keys(Keys.TAB, Keys.ENTER);
        page.untilOpen("action-dialog");
        browser.keys(Keys.ESCAPE);
        page.untilClosed("action-dialog");
        assertThat(page.focus()).isEqualTo("Cordon " + opened);
    }

    @Test
    void theFocusStaysInADialogAndComesBackThroughTwo() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.openMeeting(SmallFleet.CALM, "Linear Algebra");
        for (int i = 0; i < 5; i++) {
            browser.keys(Keys.TAB);
            assertThat(browser.<Boolean>ask("const it = document.activeElement;"
                            + " return it === document.body || !!it.closest('#meeting-dialog')"))
                    .isTrue();
        }
        browser.keys(Keys.ESCAPE);
        page.untilClosed("meeting-dialog");
        assertThat(page.focus()).isEqualTo("Linear Algebra");
        browser.keys(Keys.ESCAPE);
        page.untilClosed("server-dialog");
        assertThat(page.focus()).isEqualTo(SmallFleet.CALM);
    }
}
