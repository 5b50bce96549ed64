// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page for those who hear it, or see little; while it is stale {@link BrokenStreamIT} looks at it. */
@BrowserTest
class AccessibilityIT {
    private final Browser browser;
    private final SmallFleet fleet = SmallFleet.start();

    AccessibilityIT(Browser browser) {
        this.browser = browser;
    }

    @AfterAll
    void end() {
        fleet.close();
    }

    @Test
    void nobodyIsShutOutAtADesk() {
        lookAround();
    }

    @Test
    void nobodyIsShutOutOnAPhone() {
        browser.phone();
        lookAround();
    }

    private void lookAround() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.search("lost");
        Accessibility.check(browser, "page with meetings found");
        page.openServer(SmallFleet.SILENT);
        Accessibility.check(browser, "server that is down");
        browser.keys(Keys.ESCAPE);
        page.untilClosed("server-dialog");
        page.openMeeting(SmallFleet.CALM, "Linear Algebra");
        Accessibility.check(browser, "meeting");
        browser.keys(Keys.ESCAPE);
        page.untilClosed("meeting-dialog");
        page.click("#server-actions [data-action=cordon]");
        page.untilOpen("action-dialog");
        Accessibility.check(browser, "question");
    }
}
