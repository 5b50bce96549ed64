// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeOptions;
import tools.jackson.databind.JsonNode;

/** Watches the tasks of the page's main thread, as the browser traces them. */
final class MainThread implements AutoCloseable {
    private final Cdp browser;

    /**
     * A task.
     *
     * @param wall how long it held the page up, in milliseconds
     * @param busy how long of that it had a processor: the others had it else
     */
    record Task(double wall, double busy) {}

    /** Begins to watch the window that the driver is at. */
    MainThread(Browser browser) throws InterruptedException {
        Map<?, ?> options = (Map<?, ?>)
                Objects.requireNonNull(browser.driver().getCapabilities().getCapability(ChromeOptions.CAPABILITY));
        this.browser = new Cdp(URI.create("ws://" + options.get("debuggerAddress") + "/devtools/page/"
                + browser.driver().getWindowHandle()));
        Map<String, Object> config =
                Map.of("includedCategories", List.of("toplevel"), "excludedCategories", List.of("*"));
        this.browser.command("Tracing.start", Map.of("traceConfig", config, "transferMode", "ReportEvents"));
    }

    /** Ends it, and returns the tasks of the busiest thread that draws pages. */
    List<Task> tasks() throws InterruptedException {
        browser.command("Tracing.end", Map.of());
        Map<String, List<Task>> threads = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (JsonNode data = browser.nextEvent();
                !data.path("method").asString("").equals("Tracing.tracingComplete");
                data = browser.nextEvent()) {
            for (JsonNode event : data.path("params").path("value")) {
                String thread =
                        event.path("pid").asLong() + "/" + event.path("tid").asLong();
                if (event.path("name").asString("").equals("thread_name")) {
                    names.put(thread, event.path("args").path("name").asString(""));
                } else if (event.path("name").asString("").endsWith("RunTask")) {
                    threads.computeIfAbsent(thread, key -> new ArrayList<>())
                            .add(new Task(
                                    event.path("dur").asDouble(0) / 1_000,
                                    event.path("tdur").asDouble(0) / 1_000));
                }
            }
        }
        return threads.entrySet().stream()
                .filter(each -> "CrRendererMain".equals(names.get(each.getKey())))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingDouble(
                        tasks -> tasks.stream().mapToDouble(Task::busy).sum()))
                .orElseThrow();
    }

    @Override
    public void close() {
        browser.close();
    }
}
