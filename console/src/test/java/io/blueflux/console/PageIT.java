// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.console.ServersTable.Row;
import io.blueflux.fleet.ServerState;
import io.blueflux.testkit.SimulatedServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The table of servers: what is in it, and how it follows the fleet. */
@BrowserTest
class PageIT {
    private static final String RED = "rgb(189, 31, 31)";

    private final Browser browser;
    private final SmallFleet fleet = SmallFleet.start();

    PageIT(Browser browser) {
        this.browser = browser;
    }

    @AfterAll
    void end() {
        fleet.close();
    }

    @Test
    void theFirstPictureIsThereBeforeAnyMessageOfTheStream() {
        String messages = "return window.messages.length";
        browser.beforePages(Scripts.of("note-messages.js"));
        browser.block("*api/stream*");
        ConsolePage page = browser.open(fleet.page()).drawn();
        assertThat(page.names()).containsExactlyInAnyOrderElementsOf(SmallFleet.NAMES);
        assertThat(page.text("total-meetings")).isEqualTo("7");
        assertThat(browser.<Long>ask(messages)).isZero();
        browser.block();
        browser.until("the stream is tried again", () -> browser.<Long>ask(messages) > 0);
    }

    @Test
    void aServerThatDiesTurnsRedAndRisesToTheTopAndComesBack() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.untilRow(SmallFleet.DYING, "Up");
        assertThat(page.names().indexOf(SmallFleet.DYING)).isEqualTo(SmallFleet.NAMES.size() - 1);
        Row alive = page.row(SmallFleet.DYING);
        assertThat(alive.colour()).isNotEqualTo(RED);
        SimulatedServer dying = fleet.simulated(SmallFleet.DYING);
        dying.stop();
        dying.closeConnections();
        try {
            page.untilRow(SmallFleet.DYING, "Down");
            browser.until("failing ones are on top", () -> page.names().indexOf(SmallFleet.DYING) < 2);
            assertThat(page.names().subList(0, 2)).containsExactlyInAnyOrder(SmallFleet.DYING, SmallFleet.SILENT);
            Row dead = page.row(SmallFleet.DYING);
            assertThat(dead.state()).isEqualTo("down");
            assertThat(dead.colour()).isEqualTo(RED);
            assertThat(dead.back()).isNotEqualTo(alive.back());
            assertThat(dead.text()).contains("no answer");
            page.untilText("events", SmallFleet.DYING + " is down");
            assertThat(browser.driver().getTitle()).isEqualTo("2 down, Blueflux console");
            assertThat(page.text("total-states")).contains("2\nDown");
            browser.screenshot("down.png");
        } finally {
            dying.restart();
        }
        page.untilRow(SmallFleet.DYING, "Up");
        browser.until(
                "it is in its place again",
                () -> page.names().indexOf(SmallFleet.DYING) == SmallFleet.NAMES.size() - 1);
        assertThat(page.row(SmallFleet.DYING).colour()).isEqualTo(alive.colour());
        fleet.until(snapshot -> snapshot.serversIn(ServerState.DOWN) == 1);
    }

    /** A browser keeps pages to come back to, and has six connections to a server. */
    @Test
    void pagesThatWereLeftHoldNoStreamAndAreLiveWhenOneComesBack() {
        for (int i = 0; i < 8; i++) {
            browser.open(fleet.page()).drawn();
            browser.driver().get("about:blank");
        }
        browser.driver().navigate().back();
        ConsolePage page = new ConsolePage(browser).drawn();
        String before = page.text("as-of");
        browser.until(
                "time goes on",
                () -> !page.text("as-of").equals(before) && page.text("as-of").endsWith(" 0 s ago"));
        assertThat(page.stale()).isFalse();
    }

    @Test
    void whatStrangersWriteIsText() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        assertThat(page.row(SmallFleet.HOSTILE).text()).contains(SmallFleet.HOSTILE);
        page.openMeeting(SmallFleet.HOSTILE, "<img src=x");
        assertThat(page.text("meeting-title")).isEqualTo(SmallFleet.HOSTILE_TITLE);
        assertThat(page.text("attendees")).contains(SmallFleet.HOSTILE);
        browser.keys(Keys.ESCAPE);
        page.untilClosed("meeting-dialog");
        browser.keys(Keys.ESCAPE);
        page.untilClosed("server-dialog");
        page.press(SmallFleet.HOSTILE, "[data-action=cordon]");
        page.untilOpen("action-dialog");
        assertThat(page.text("action-server")).isEqualTo(SmallFleet.HOSTILE);
        page.click("#action-cancel");
        page.search("onerror");
        assertThat(page.found()).containsExactly(SmallFleet.HOSTILE_TITLE);
        // An open alert would have failed the commands before; the page would have had to load the image.
        assertThat(browser.<List<Object>>ask(
                        "return [...document.querySelectorAll('img, script:not([src]), [onerror]')]"))
                .isEmpty();
        assertThat(browser.log()).isEmpty();
    }
}
