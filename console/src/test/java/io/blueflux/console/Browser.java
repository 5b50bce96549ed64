// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window: what it is told and asked, and how long it is waited for. */
final class Browser implements AutoCloseable {
    static final Dimension DESK = new Dimension(1440, 900);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Path SCREENSHOTS = Path.of(System.getProperty("console.screenshots", "target/screenshots"));

    private final ChromeDriver driver;
    private final Map<String, String> added = new HashMap<>();

    Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Forgets what tests before told it. */
    void asNew() {
        String window = driver.getWindowHandle();
        added.forEach((id, where) -> {
            if (where.equals(window)) {
                command("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", id));
            }
        });
        added.clear();
        command("Emulation.clearDeviceMetricsOverride", Map.of());
        command("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
        scheme("light");
        command("Network.enable", Map.of());
        block();
        driver.get("about:blank");
        log();
    }

    /** Loads a page whose storage is empty. */
    ConsolePage open(URI page) {
        command("Storage.clearDataForOrigin", Map.of("origin", origin(page), "storageTypes", "local_storage"));
        return reopen(page);
    }

    /** Loads a page with what its origin remembers. */
    ConsolePage reopen(URI page) {
        driver.get(page.toString());
        return new ConsolePage(this);
    }

    private static String origin(URI page) {
        return page.getScheme() + "://" + page.getAuthority();
    }

    ChromeDriver driver() {
        return driver;
    }

    Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    /** Runs a script in each page of this window before its own, until it is as new. */
    void beforePages(String script) {
        Object id = command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
                .get("identifier");
        added.put(String.valueOf(id), driver.getWindowHandle());
    }

    /** Fails requests for addresses like these, as a proxy in between may. */
    void block(String... patterns) {
        command("Network.setBlockedURLs", Map.of("urls", List.of(patterns)));
    }

    /** What the system is set to: light or dark. */
    void scheme(String scheme) {
        Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    /** A phone with a finger on it. */
    void phone() {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        command("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // JSON
    <T> T ask(String script, @Nullable Object... arguments) {
        return (T) Objects.requireNonNull(driver.executeScript(script, arguments), script);
    }

    /** Runs a script, the last argument of which takes its answer. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // JSON
    <T> T askLater(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return (T) Objects.requireNonNull(driver.executeAsyncScript(script, arguments), script);
    }

    /** Waits until it is so. */
    void until(String what, Supplier<Boolean> holds) {
        new WebDriverWait(driver, PATIENCE, LOOK)
                .withMessage(() -> what + "; it shows " + ask("return document.body.innerText") + log())
                .until(ready -> holds.get());
    }

    void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Returns what the browser complained of since it was last asked. */
    List<String> log() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
