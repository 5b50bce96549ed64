// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.blueflux.console.MainThread.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * 2,000 servers of which 200 change each second: what the page and the stream cost. Service, servers and browser share the machine, and
 * others may; {@link MachineLoad} says how that is reckoned with. All figures are printed.
 */
@BrowserTest
class LargeFleetIT {
    private static final Duration WATCHED = Duration.ofSeconds(8);
    private static final double FIRST_PICTURE = 1_000;
    private static final int LOADS = 2;
    private static final int LOOKS = 50;
    private static final double TASK = 50;
    private static final double BYTES_A_SECOND = 100_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Browser browser;
    private final LargeFleet fleet;
    private Measured measured = new Measured(0, 0, 0, List.of(), new MachineLoad(1, new Pace(1, 1, true)));

    LargeFleetIT(Browser browser, @TempDir Path folder) throws Exception {
        this.browser = browser;
        this.fleet = LargeFleet.start(folder);
    }

    /**
     * What was seen of a page.
     *
     * @param drawn when the table was there, in milliseconds since the navigation began, as if the processor were not slow; the best of
     *     several loads
     * @param bytes of the stream in a second
     * @param tasks those of the page's main thread that took most, the longest first
     */
    private record Measured(double drawn, double bytes, int rows, List<Task> tasks, MachineLoad load) {}

    @BeforeAll
    void aPageIsWatched() throws Exception {
        List<Double> drawings = new ArrayList<>();
        for (int i = 0; i < LOADS; i++) {
            drawings.add(firstPicture());
        }
        browser.asNew();
        Pace before = Pace.of(browser);
        try (TcpProxy proxy = new TcpProxy(fleet.page());
                MainThread thread = new MainThread(browser)) {
            browser.beforePages(Scripts.of("note-speed.js"));
            browser.beforePages(Scripts.of("note-messages.js"));
            browser.command("Network.clearBrowserCache", Map.of());
            ConsolePage page = browser.open(proxy.page()).drawn();
            long streamed = proxy.streamed();
            long begin = System.nanoTime();
            browser.until("it was watched for long enough", () -> System.nanoTime() - begin > WATCHED.toNanos());
            double bytes = (proxy.streamed() - streamed) * 1e9 / (System.nanoTime() - begin);
            List<Task> tasks = thread.tasks();
            MachineLoad load = MachineLoad.of(tasks, before.or(Pace.of(browser)));
            List<Task> longest = tasks.stream()
                    .sorted(Comparator.comparingDouble(Task::busy).reversed())
                    .limit(5)
                    .toList();
            browser.screenshot("large.png");
            say("stream of %.0f bytes a second", bytes);
            say("longest tasks: %s; held up for over 50 ms: %s", longest, browser.ask("return window.speed.tasks"));
            say("machine: %s", load);
            assertThat(page.text("servers-shown")).isEqualTo("2,000 servers shown");
            measured = new Measured(Collections.min(drawings), bytes, onlyWhatChangedIsSent(), longest, load);
        }
        browser.driver().get("about:blank");
    }

    /**
     * Loads the page into a browser that has nothing of it and nothing else to do; nobody watches its thread meanwhile. A machine is
     * now slow, now quick, so each load goes by the pace right before and right after it.
     */
    private double firstPicture() {
        browser.asNew();
        browser.beforePages(Scripts.of("note-speed.js"));
        browser.command("Network.clearBrowserCache", Map.of());
        Pace before = Pace.of(browser);
        for (int i = 0; i < LOOKS && !before.calm(); i++) {
            before = Pace.of(browser); // the computation is the pause
        }
        browser.open(fleet.page()).drawn();
        double drawn = browser.<Number>ask("return window.speed.drawn").doubleValue();
        Pace pace = before.or(Pace.of(browser));
        say("first picture of %d servers drawn after %.0f ms: %s", LargeFleet.SERVERS, drawn, pace);
        return drawn / pace.best();
    }

    @AfterAll
    void end() {
        fleet.close();
    }

    @Test
    void theFirstPictureIsDrawnWithinASecond() {
        MachineLoad load = measured.load();
        assumeTrue(load.isFair(), () -> "the first picture, after " + measured.drawn() + " ms, is not judged: " + load);
        assertThat(measured.drawn()).isLessThanOrEqualTo(FIRST_PICTURE * load.waiting());
    }

    @Test
    void noTaskOfThePageIsLong() {
        assertThat(measured.tasks())
                .isNotEmpty()
                .allMatch(task -> task.busy() <= TASK * measured.load().work());
    }

    @Test
    void theStreamIsLight() {
        assertThat(measured.bytes()).isBetween(1_000.0, BYTES_A_SECOND);
    }

    @Test
    void messagesHaveTheRowsOfWhatWasPolledSinceTheOneBefore() {
        assertThat(measured.rows()).isBetween(100, 300);
    }

    /** Checks that each row is another than that of its server before it, and returns how many there are in a message. */
    private int onlyWhatChangedIsSent() {
        Map<String, JsonNode> known = new HashMap<>(rowsOf(browser.ask("return JSON.stringify(window.pictures[0])")));
        assertThat(known).hasSize(LargeFleet.SERVERS);
        List<Map<String, String>> messages =
                new ArrayList<>(browser.<List<Map<String, String>>>ask("return window.messages"));
        if ("picture".equals(messages.get(0).get("type"))) { // a sample was taken since the one that was fetched
            known.putAll(rowsOf(messages.remove(0).get("data")));
        }
        int rows = 0;
        for (Map<String, String> message : messages) {
            assertThat(message.get("type")).isEqualTo("changes");
            JsonNode changes = JSON.readTree(Objects.requireNonNull(message.get("data")));
            for (JsonNode row : changes.path("servers")) {
                assertThat(row).isNotEqualTo(known.put(row.get("name").asString(), row));
                rows++;
            }
        }
        say("%d rows in a message", rows / messages.size());
        return rows / messages.size();
    }

    private static Map<String, JsonNode> rowsOf(@Nullable String picture) {
        Map<String, JsonNode> rows = new HashMap<>();
        for (JsonNode row : JSON.readTree(Objects.requireNonNull(picture)).get("servers")) {
            rows.put(row.get("name").asString(), ((ObjectNode) row).without(List.of("spark")));
        }
        return rows;
    }

    private static void say(String format, Object... figures) {
        System.out.printf(Locale.ROOT, "large fleet: " + format + "%n", figures);
    }
}
