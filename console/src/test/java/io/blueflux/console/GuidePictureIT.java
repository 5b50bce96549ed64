// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.OutputType;

/** Makes the picture that README and the guide show of the console: the demo while one of its servers is down, for the second time. */
@BrowserTest
@EnabledIfSystemProperty(named = "blueflux.docs", matches = "write")
class GuidePictureIT {
    private static final String DYING = "s5";

    private final Browser browser;

    GuidePictureIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void theDemoIsPictured() throws Exception {
        browser.command(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        GuidePicture.WIDTH,
                        "height",
                        GuidePicture.HEIGHT,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        false));
        try (RunningConsole demo = RunningConsole.demo()) {
            ConsolePage page = browser.open(demo.page()).drawn();
            page.untilRow(DYING, "Down");
            page.untilRow(DYING, "Up");
            page.untilRow(DYING, "Down");
            Files.write(GuidePicture.FILE, browser.driver().getScreenshotAs(OutputType.BYTES));
        }
    }
}
