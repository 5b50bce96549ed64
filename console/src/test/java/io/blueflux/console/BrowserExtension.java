// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser for all tests of a run, as new before each; no tests where there is none. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, BeforeEachCallback {
    private static final List<String> NEEDED = List.of("chromium", "chromedriver");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return NEEDED.stream()
                .filter(program -> onPath(program).isEmpty())
                .findFirst()
                .map(program -> ConditionEvaluationResult.disabled("skipped: there is no " + program + " on the PATH"))
                .orElseGet(() -> ConditionEvaluationResult.enabled("there is a browser"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser(context).asNew();
    }

    /** Closed at the end of the run, as all in the root's store is. */
    private static Browser browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(BrowserExtension.class))
                .computeIfAbsent(
                        Browser.class,
                        type -> new Browser(Chromium.start(program(NEEDED.get(0)), program(NEEDED.get(1)))),
                        Browser.class);
    }

    private static Path program(String name) {
        return onPath(name).orElseThrow();
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
