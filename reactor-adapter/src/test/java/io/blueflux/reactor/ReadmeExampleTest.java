// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.support.Pages;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java that README, the guide and the other pages show is Java that is compiled, in a package named example of some module. */
class ReadmeExampleTest {
    private static final Path README = Pages.ROOT.resolve("README.md");
    private static final Path PROGRAM =
            Path.of("src", "test", "java", "io", "blueflux", "reactor", "example", "Meetings.java");
    private static final Pattern EXAMPLES = Pattern.compile(".*/src/test/java/.*/example/[^/]+");
    private static final Pattern IMPORTS = Pattern.compile("(?:import [\\w.]+;\\s+)+");
    private static final Pattern HEAD = Pattern.compile("^.*?package [\\w.]+; ");

    @Test
    void theClientsProgramIsWhole() {
        String program = HEAD.matcher(normalised(Pages.text(PROGRAM))).replaceFirst("");

        assertThat(java(README)).contains(program);
    }

    static List<Path> pages() {
        return Pages.all().stream().filter(page -> !java(page).isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockStandsInAnExample(Path page) {
        String examples = examples().collect(Collectors.joining(" "));

        assertThat(java(page))
                .allSatisfy(block ->
                        assertThat(examples).contains(IMPORTS.matcher(block).replaceFirst("")));
    }

    @Test
    void thePagesOfTheGuideAreAmongThem() {
        assertThat(pages())
                .contains(README, Pages.ROOT.resolve("docs/metrics.md"), Pages.ROOT.resolve("docs/guide/client.md"));
    }

    private static Stream<String> examples() {
        return Pages.files(".java").stream()
                .filter(file ->
                        EXAMPLES.matcher(file.toString().replace('\\', '/')).matches())
                .map(file -> normalised(Pages.text(file)));
    }

    private static List<String> java(Path page) {
        return Pages.blocks(page, "java").stream()
                .map(ReadmeExampleTest::normalised)
                .toList();
    }

    private static String normalised(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
