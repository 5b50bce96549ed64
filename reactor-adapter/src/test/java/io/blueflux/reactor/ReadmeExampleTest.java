// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java that README shows is Java that is compiled here. */
class ReadmeExampleTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path EXAMPLES = Path.of("src", "test", "java", "io", "blueflux", "reactor", "example");
    private static final Path WEBHOOKS = Path.of(
            "..", "webhooks-webflux", "src", "test", "java", "io", "blueflux", "webhooks", "webflux", "example");
    private static final Path FLEET =
            Path.of("..", "fleet", "src", "test", "java", "io", "blueflux", "fleet", "example");
    private static final Path STARTER =
            Path.of("..", "spring-boot-tests", "src", "test", "java", "io", "blueflux", "spring", "example");
    private static final Pattern IMPORTS = Pattern.compile("(?:import [\\w.]+;\\s+)+");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern BETWEEN_MARKS =
            Pattern.compile("// README: from here\\R(.*?)// README: to here", Pattern.DOTALL);

    @Test
    void firstBlockIsTheWholeController() throws IOException {
        String controller = Files.readString(EXAMPLES.resolve("MeetingsController.java"));

        String block = allOf(JAVA_BLOCK, Files.readString(README)).get(0);
        String imports = allOf(Pattern.compile("(" + IMPORTS + ")"), controller).get(0);

        assertThat(block)
                .isEqualTo(imports + " " + allOf(BETWEEN_MARKS, controller).get(0));
    }

    @Test
    void everyBlockStandsInAnExample() throws IOException {
        String examples = examples();

        assertThat(allOf(JAVA_BLOCK, Files.readString(README)))
                .isNotEmpty()
                .allSatisfy(block ->
                        assertThat(examples).contains(IMPORTS.matcher(block).replaceFirst("")));
    }

    private static String examples() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : List.of(EXAMPLES, WEBHOOKS, FLEET, STARTER)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    all.append(normalised(Files.readString(file))).append(' ');
                }
            }
        }
        return all.toString();
    }

    private static List<String> allOf(Pattern block, String text) {
        return block.matcher(text)
                .results()
                .map(found -> normalised(found.group(1)))
                .toList();
    }

    private static String normalised(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
