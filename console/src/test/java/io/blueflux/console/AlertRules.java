// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The alerts of docs/grafana. */
final class AlertRules {
    static final Path FILE = Path.of("..", "docs", "grafana", "alerts.yaml");

    private static final Pattern COMPARED = Pattern.compile("(?s)(.+) (?:==|>) [\\d.]+");

    private AlertRules() {}

    /**
     * Returns the rules for somebody in a hurry: what must hold for minutes has to for 1 s, and windows of minutes are of 10 s. Nothing
     * else is changed.
     */
    static String inAHurry() throws IOException {
        return Files.readString(FILE)
                .replaceAll("(?m)^( *for:) \\d+m$", "$1 1s")
                .replaceAll("\\[\\d+m(:?)]", "[10s$1]");
    }

    /** Returns what a rule compares, which always has a value; the comparison comes last in each. */
    static Query compared(PrometheusServer.Rule rule) {
        Matcher compared = COMPARED.matcher(rule.expression());
        if (!compared.matches()) {
            throw new AssertionError("does not end in a comparison: " + rule);
        }
        return new Query(rule.alert(), compared.group(1));
    }
}
