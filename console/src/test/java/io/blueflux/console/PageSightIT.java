// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The page in the dark, and on a phone. */
@BrowserTest
class PageSightIT {
    private static final String LIGHT = "rgb(243, 245, 247)";
    private static final String DARK = "rgb(14, 19, 24)";

    private final Browser browser;
    private final SmallFleet fleet = SmallFleet.start();

    PageSightIT(Browser browser) {
        this.browser = browser;
    }

    @AfterAll
    void end() {
        fleet.close();
    }

    @Test
    void itIsAsDarkAsTheSystem() {
        browser.open(fleet.page()).drawn();
        assertThat(paper()).isEqualTo(LIGHT);
        browser.screenshot("light.png");
        browser.scheme("dark");
        browser.until("it is dark", () -> paper().equals(DARK));
        browser.until(
                "the button says so",
                () -> browser.ask("return document.getElementById('theme').textContent === 'Light'"));
        browser.screenshot("dark.png");
    }

    @Test
    void whatTheButtonChoseIsRememberedWhateverTheSystemIs() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.click("#theme");
        assertThat(paper()).isEqualTo(DARK);
        browser.reopen(fleet.page()).drawn();
        assertThat(paper()).isEqualTo(DARK);
        page.click("#theme");
        browser.scheme("dark");
        browser.reopen(fleet.page()).drawn();
        assertThat(paper()).isEqualTo(LIGHT);
    }

    @Test
    void aPhoneShowsAllWithoutScrollingSideways() {
        browser.phone();
        ConsolePage page = browser.open(fleet.page()).drawn();
        fits();
        browser.screenshot("phone.png");
        page.openServer(SmallFleet.CALM);
        fits();
        assertThat(page.text("server-meetings")).contains("Linear Algebra");
        page.click("#server-meetings .name");
        page.untilText("attendees", "Bert Brown");
        fits();
        page.click("#meeting-dialog [data-close]");
        page.untilClosed("meeting-dialog");
        page.click("#server-dialog [data-close]");
        page.untilClosed("server-dialog");
        page.openServer(SmallFleet.HOSTILE);
        fits();
        page.click("#server-actions [data-action=cordon]"); // the table has no room for it
        page.untilOpen("action-dialog");
        fits();
        page.click("#action-cancel");
        page.click("#server-dialog [data-close]");
        page.search("LINEAR alg");
        fits();
    }

    private String paper() {
        return browser.ask("return getComputedStyle(document.body).backgroundColor");
    }

    private void fits() {
        assertThat(browser.<String>ask("""
                const wide = [document.documentElement, document.body, ...document.querySelectorAll('dialog[open], .scroll')]
                  .filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.id || each.tagName);
                return `${window.innerWidth} ${wide}`;
                """)).isEqualTo("360 ");
    }
}
