// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

/** An {@code Error} ends the command as everything else does: with a line and a status. */
@Timeout(60)
class ErrorsTest {
    @TempDir
    private Path folder;

    static Stream<Error> errors() {
        return Stream.of(
                new StackOverflowError("s3cr3t"),
                new OutOfMemoryError("s3cr3t"),
                new NoClassDefFoundError("s3cr3t"),
                new AssertionError("s3cr3t"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorIsAFaultOfThisProgram(Error error) {
        CommandRun run = CommandRun.writingTo(
                broken(error), Map.of("BLUEFLUX_SECRET", "x"), "url", "getMeetings", "--url", "https://h");

        assertThat(run.status()).isEqualTo(70);
        assertThat(run.errLines())
                .containsExactly("blueflux: unexpected " + error.getClass().getName() + "; --stacktrace shows more");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorOfTheWritingThreadReachesTheOneThatWaits(Error error) {
        assertThatThrownBy(() -> ListOutput.write(Flux.range(0, 3), value -> {
                    throw error;
                }))
                .isInstanceOfSatisfying(
                        ListOutput.WriterFault.class,
                        fault -> assertThat(fault.error()).isSameAs(error));
    }

    @Test
    void aDeepListOfServersIsRefusedByTheProgram() throws IOException, InterruptedException {
        Path yaml = Files.writeString(folder.resolve("servers.yaml"), "[".repeat(200_000));

        CommandRun run = CommandRun.inOwnJvm("poll", "--servers", yaml.toString());

        assertThat(run.err()).isEqualTo("blueflux: " + yaml + ": is nested more than 8 deep\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(2);
    }

    private static OutputStream broken(Error error) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                throw error;
            }
        };
    }
}
