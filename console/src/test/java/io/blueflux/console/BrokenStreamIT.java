// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** The page tells that it is stale within 5 s after its stream broke, and gets up again by itself. */
@BrowserTest
class BrokenStreamIT {
    private static final long BOUND = 5_000;
    /** How late a busy machine may make the page, and not more: a page that keeps itself busy is a fault. */
    private static final long MOST_LATE = 2_000;

    /** As often as the page looks at its clock. */
    private static final long LOOK = 250;

    /**
     * The page notes itself when it turned, so the driver's looking adds nothing to the figures; and when a timer like its own came, as
     * all of them come late where others have the processor.
     */
    private static final String NOTE_TURNS = """
            window.turns = [];
            window.looks = [];
            setInterval(() => window.looks.push(Date.now()), %d);
            new MutationObserver(() => window.turns.push(Date.now()))
              .observe(document, {subtree: true, attributes: true, attributeFilter: ['data-stale']});
            """.formatted(LOOK);

    private final Browser browser;
    private final SmallFleet fleet = SmallFleet.start();

    BrokenStreamIT(Browser browser) {
        this.browser = browser;
    }

    @AfterAll
    void end() {
        fleet.close();
    }

    /** All three at once, each in a window of its own, as each takes its seconds. */
    @Test
    void howeverTheStreamBreaksThePageSaysItIsStaleAndIsFreshAgainAfterwards() throws Exception {
        String first = browser.driver().getWindowHandle();
        Map<NetworkBreak, TcpProxy> proxies = new EnumMap<>(NetworkBreak.class);
        Map<NetworkBreak, String> windows = new EnumMap<>(NetworkBreak.class);
        for (NetworkBreak how : NetworkBreak.values()) {
            proxies.put(how, new TcpProxy(fleet.page()));
            browser.driver().switchTo().newWindow(WindowType.WINDOW);
            windows.put(how, browser.driver().getWindowHandle());
            browser.driver().manage().window().setSize(Browser.DESK);
            browser.beforePages(NOTE_TURNS);
            browser.open(of(proxies, how).page()).drawn();
        }
        ConsolePage page = new ConsolePage(browser);
        long meetings = Long.parseLong(page.cell(SmallFleet.CALM, "meetings"));
        try {
            long broken = System.currentTimeMillis();
            for (NetworkBreak how : NetworkBreak.values()) {
                of(proxies, how).breakBy(how);
            }
            fleet.simulated(SmallFleet.CALM).createMeeting("meanwhile", meeting -> meeting.addAttendee("m1", "Mia"));
            for (NetworkBreak how : NetworkBreak.values()) {
                browser.driver().switchTo().window(of(windows, how));
                long turned = turned(page, true, broken, 1);
                long after = turned - broken;
                long late = late(broken, turned);
                System.out.printf(
                        "stale %d ms after the stream was broken (%s), timers %d ms late%n", after, how, late);
                assertThat(after).as(how.toString()).isLessThanOrEqualTo(BOUND + Math.min(late, MOST_LATE));
                assertThat(page.text("stale")).startsWith("Stale");
                assertThat(browser.driver().getTitle()).startsWith("Stale: ");
                assertThat(page.cell(SmallFleet.CALM, "meetings")).isEqualTo(Long.toString(meetings));
            }
            browser.screenshot("stale.png");
            Accessibility.check(browser, "stale page");
            long healed = System.currentTimeMillis();
            for (TcpProxy proxy : proxies.values()) {
                proxy.heal();
            }
            for (NetworkBreak how : NetworkBreak.values()) {
                browser.driver().switchTo().window(of(windows, how));
                // 2: it is the very document, and turned but once more
                long after = turned(page, false, broken, 2) - healed;
                System.out.printf("fresh %d ms after the network was back (%s)%n", after, how);
                assertThat(page.text("stale")).isEmpty();
                browser.until(
                        "what changed meanwhile is shown",
                        () -> page.cell(SmallFleet.CALM, "meetings").equals(Long.toString(meetings + 1)));
            }
        } finally {
            for (NetworkBreak how : NetworkBreak.values()) {
                browser.driver().switchTo().window(of(windows, how)).close();
                of(proxies, how).close();
            }
            browser.driver().switchTo().window(first);
        }
    }

    /** Returns when it turned, by the clock that the test has too; it may have turned before the break, if messages were late. */
    private long turned(ConsolePage page, boolean stale, long broken, int turns) {
        browser.until(stale ? "it is stale" : "it is fresh", () -> page.stale() == stale);
        List<Long> since = browser.<List<Long>>ask("return window.turns").stream()
                .filter(turn -> turn >= broken)
                .toList();
        assertThat(since).hasSize(turns);
        return since.get(turns - 1);
    }

    /** Returns by how much the page's timers were late at worst. */
    private long late(long from, long to) {
        long longest = LOOK;
        long last = from;
        for (long look : browser.<List<Long>>ask("return window.looks")) {
            if (look > from && look < to) {
                longest = Math.max(longest, look - last);
                last = look;
            }
        }
        return Math.max(longest, to - last) - LOOK;
    }

    @Test
    void aServiceThatStartsAnewAtItsPortIsFollowedAgain() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.untilRow(SmallFleet.DYING, "Up");
        browser.ask("window.sameDocument = true; return true");
        String run = run();
        fleet.simulated(SmallFleet.DYING).createMeeting("after", meeting -> meeting.addAttendee("m2", "Max"));
        page.untilRow(SmallFleet.DYING, "Up");
        fleet.restart();
        assertThat(run()).isNotEqualTo(run);
        fleet.simulated(SmallFleet.DYING).createMeeting("later", meeting -> meeting.addAttendee("m3", "Moe"));
        browser.until(
                "the new run's pictures are shown",
                () -> page.cell(SmallFleet.DYING, "meetings").equals("3") && !page.stale());
        assertThat(browser.<Boolean>ask("return window.sameDocument === true")).isTrue();
    }

    private String run() {
        try {
            return fleet.get("api/fleet").replaceAll("-.*", "");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T of(Map<NetworkBreak, T> each, NetworkBreak how) {
        return Objects.requireNonNull(each.get(how));
    }
}
