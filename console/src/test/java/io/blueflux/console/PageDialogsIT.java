// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What one looks for, looks into, and does. */
@BrowserTest
class PageDialogsIT {
    private final Browser browser;
    private final SmallFleet fleet = SmallFleet.start();

    PageDialogsIT(Browser browser) {
        this.browser = browser;
    }

    @AfterAll
    void end() {
        fleet.close();
    }

    @Test
    void aMeetingIsFoundByPartOfItsNameAndItIsSaidWhoDidNotAnswer() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.search("LINEAR alg");
        assertThat(page.found()).containsExactly("Linear Algebra");
        assertThat(page.text("search-results")).contains("3 people", SmallFleet.CALM);
        assertThat(page.text("search-status")).startsWith("1 meeting found");
        assertThat(page.text("search-unanswered")).contains(SmallFleet.SILENT, "did not answer");
        browser.screenshot("search.png");
        page.click("#search-results .name");
        page.untilText("meeting-title", "Linear Algebra");
    }

    @Test
    void aMeetingIsFoundByItsIdOnAServerThatDoesNotAnswer() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.search("lost");
        assertThat(page.found()).containsExactly("Lost");
        assertThat(page.text("search-results")).contains(SmallFleet.SILENT, "server does not answer");
        page.search(fleet.simulated(SmallFleet.CALM).meeting("algebra").internalMeetingId());
        assertThat(page.found()).containsExactly("Linear Algebra");
    }

    @Test
    void wordsThatNoMeetingHasAreAskedOfAllServers() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.search("nowhere");
        assertThat(page.text("search-status")).isEqualTo("No meeting found. All servers were asked.");
        assertThat(page.text("search-unanswered")).contains(SmallFleet.SILENT);
        assertThat(page.found()).isEmpty();
    }

    @Test
    void aMeetingShowsWhoIsInItAndSinceWhen() {
        long before = fleet.snapshot().totals().participants();
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.openMeeting(SmallFleet.CALM, "Linear Algebra");
        assertThat(page.people())
                .satisfiesExactly(
                        first -> assertThat(first).containsExactly("Zoë Smith", "Moderator", "presenter voice"),
                        second -> assertThat(second).containsExactly("<b>Anna</b>", "Viewer", "video"),
                        third -> assertThat(third).containsExactly("Bert Brown", "Viewer", ""));
        assertThat(page.peopleSince()).hasSize(3).allMatch(since -> since.matches("\\d+ s|\\d+ min"));
        assertThat(page.text("meeting-facts")).contains("3 of at most 30", "Seen since", " ago");
        assertThat(page.fact("id")).isEqualTo("algebra");
        assertThat(page.fact("internal id"))
                .isEqualTo(fleet.simulated(SmallFleet.CALM).meeting("algebra").internalMeetingId());
        assertThat(page.text("meeting-marks")).contains("recorded");
        assertThat(page.text("meeting-server")).isEqualTo(SmallFleet.CALM);
        browser.screenshot("meeting.png");
        Objects.requireNonNull(fleet.simulated(SmallFleet.CALM).meeting("algebra"))
                .addAttendee("u9", "Late Larry");
        page.untilText("attendees", "Late Larry");
        fleet.simulated(SmallFleet.CALM).meeting("algebra").removeAttendee("u9");
        fleet.until(snapshot -> snapshot.totals().participants() == before); // other tests count them
    }

    @Test
    void aServerIsCordonedAndResumedAfterAQuestionAndNotWhenOneThinksBetterOfIt() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.press(SmallFleet.HOSTILE, "[data-action=cordon]");
        page.untilOpen("action-dialog");
        assertThat(page.text("action-title")).isEqualTo("Take this server out of use?");
        assertThat(page.text("action-confirm")).isEqualTo("Cordon");
        assertThat(page.focus()).isEqualTo("action-cancel");
        browser.screenshot("question.png");
        page.click("#action-cancel");
        page.untilClosed("action-dialog");
        assertThat(fleet.cordoned(SmallFleet.HOSTILE)).isFalse();
        answer(page, "cordon");
        page.untilRow(SmallFleet.HOSTILE, "cordoned");
        assertThat(fleet.cordoned(SmallFleet.HOSTILE)).isTrue();
        answer(page, "resume");
        browser.until(
                "it is no longer cordoned",
                () -> !page.row(SmallFleet.HOSTILE).text().contains("cordoned"));
        assertThat(fleet.cordoned(SmallFleet.HOSTILE)).isFalse();
    }

    @Test
    void aServerIsDrainedFromItsDetailsAndResumed() {
        ConsolePage page = browser.open(fleet.page()).drawn();
        page.openServer(SmallFleet.CALM);
        page.click("#server-actions [data-action=drain]");
        page.untilOpen("action-dialog");
        page.click("#action-confirm");
        page.untilClosed("action-dialog");
        page.untilText("server-state", "draining");
        assertThat(fleet.draining(SmallFleet.CALM)).isTrue();
        page.click("#server-actions [data-action=resume]");
        page.untilOpen("action-dialog");
        page.click("#action-confirm");
        page.untilClosed("action-dialog");
        browser.until(
                "it is no longer draining", () -> !page.text("server-state").contains("draining"));
        assertThat(fleet.draining(SmallFleet.CALM)).isFalse();
    }

    private static void answer(ConsolePage page, String action) {
        page.press(SmallFleet.HOSTILE, "[data-action=" + action + "]");
        page.untilOpen("action-dialog");
        page.click("#action-confirm");
        page.untilClosed("action-dialog");
    }
}
