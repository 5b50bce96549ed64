// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** axe-core's rules, and the contrast of each text that is drawn, for the page as it is now. */
final class Accessibility {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Those that look at colours; what the others say is the same in both schemes. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private Accessibility() {}

    /** Checks it in light with all rules and in dark with those of colours. */
    static void check(Browser browser, String what) {
        if (!browser.<Boolean>ask("return 'axe' in window")) {
            browser.ask(Scripts.of("/axe.min.js") + "; return true");
        }
        browser.scheme("light");
        check(browser, what + " in light", "tag", TAGS);
        browser.scheme("dark");
        check(browser, what + " in dark", "rule", COLOURS);
        browser.scheme("light");
    }

    private static void check(Browser browser, String what, String kind, List<String> rules) {
        assertThat(browser.<List<String>>askLater(Scripts.of("axe-check.js"), kind, rules))
                .as(what)
                .isEmpty();
        assertThat(browser.<List<String>>ask(Scripts.of("contrast.js")))
                .as("contrast: " + what)
                .isEmpty();
    }
}
