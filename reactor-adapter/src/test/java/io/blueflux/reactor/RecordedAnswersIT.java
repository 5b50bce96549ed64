// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.error.ApiFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.test.StepVerifier;

/**
 * Replays recordings of servers, which are too large and too many to be kept here, from the folder that the environment
 * variable BLUEFLUX_RECORDINGS names.
 */
class RecordedAnswersIT {
    private static final String VARIABLE = "BLUEFLUX_RECORDINGS";
    private static final Pattern KEY_IN_INDEX =
            Pattern.compile("\\| (\\S+) \\| \\d+ \\| FAILED, messageKey '([^']+)'.*");

    private final RecordedServer web = new RecordedServer();
    private final BbbClient client =
            BbbClient.builder(BbbServer.of(web.url(), "shared-secret-1")).build();

    RecordedAnswersIT() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        StepVerifier.create(client.disposeLater()).expectComplete().verify(Duration.ofSeconds(20));
        web.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedAnswerEndsAsItShould() throws IOException {
        String name = System.getenv(VARIABLE);
        if (name == null || name.isBlank()) {
            return Stream.of(dynamicTest("the recordings", () -> abort(VARIABLE + " names no folder of recordings")));
        }
        Path folder = Path.of(name);
        RecordedFolder recordings = RecordedFolder.read(folder);
        Map<String, String> keys = keysInIndexes(folder);
        List<String> replayed = new ArrayList<>();
        Stream<DynamicTest> cases = recordings.cases.stream()
                .map(recorded -> dynamicTest(recorded.name(), () -> {
                    replayed.add(recorded.name());
                    recorded.calls().forEach(call -> replay(recorded, call, keys.get(recorded.name())));
                }));
        Stream<DynamicTest> counts = Stream.of(
                dynamicTest("the indexes name what was replayed", () -> requireIndexed(folder, recordings)),
                dynamicTest("nothing was left out silently", () -> requireComplete(recordings, replayed)));
        return Stream.concat(cases, counts);
    }

    private void replay(RecordedCase recorded, ApiCall call, @Nullable String messageKey) {
        web.answerWith(recorded);
        RecordedOutcome outcome = RecordedOutcome.of(client, call);
        outcome.verify(recorded, call);
        RecordedFacts.of(recorded.name()).accept(outcome);
        if (messageKey != null) {
            assertThat(((ApiFailedException) Objects.requireNonNull(outcome.error())).messageKey())
                    .isEqualTo(messageKey);
        }
    }

    private static Map<String, String> keysInIndexes(Path folder) throws IOException {
        Map<String, String> keys = new HashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path index : walk.filter(path -> path.endsWith("INDEX.md")).toList()) {
                Path parent = Objects.requireNonNull(index.getParent());
                for (String row : Files.readAllLines(index)) {
                    Matcher key = KEY_IN_INDEX.matcher(row);
                    if (key.matches()) {
                        keys.put(folder.relativize(parent) + "/" + key.group(1), key.group(2));
                    }
                }
            }
        }
        return keys;
    }

    /** The index of one part gives status and size; the other names the messageKeys. */
    private static void requireIndexed(Path folder, RecordedFolder recordings) throws IOException {
        for (RecordedCase recorded : recordings.cases) {
            Path index = folder.resolve(recorded.name().replaceFirst("/.*", "")).resolve("INDEX.tsv");
            if (Files.exists(index)) {
                String row = recorded.name().replaceFirst("^[^/]*/", "") + "\t" + recorded.status() + "\t"
                        + recorded.header("Content-Type") + "\t" + recorded.body().length;
                assertThat(Files.readAllLines(index)).contains(row);
            }
        }
    }

    private static void requireComplete(RecordedFolder recordings, List<String> replayed) {
        int leftOut =
                recordings.leftOut.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "recordings: %d files = %d of %d replayed cases + %d left out %s%n",
                recordings.files, recordings.filesOfCases, replayed.size(), leftOut, recordings.leftOut);
        assertThat(recordings.unexplained).isEmpty();
        assertThat(replayed).containsAll(RecordedFacts.names());
        assertThat(replayed)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        recordings.cases.stream().map(RecordedCase::name).toList());
        assertThat(recordings.filesOfCases + leftOut).isEqualTo(recordings.files);
    }
}
