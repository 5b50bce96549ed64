// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** How Chromium is started for tests. */
final class Chromium {
    private static final Logger LOG = Logger.getLogger("org.openqa.selenium");

    private Chromium() {}

    /** Starts it; it reaches nothing but this machine. */
    static ChromeDriver start(Path browser, Path driver) {
        LOG.setLevel(Level.SEVERE); // it misses classes for events of this very version, of which nothing is used
        System.setProperty("SE_OFFLINE", "true"); // Selenium looks for no driver in the network
        System.setProperty("SE_AVOID_STATS", "true");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--window-size=" + Browser.DESK.getWidth() + "," + Browser.DESK.getHeight());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .build();
        return new ChromeDriver(service, options);
    }
}
