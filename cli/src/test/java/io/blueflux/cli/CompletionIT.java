// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script is read by the shells that it is for. */
@Timeout(60)
class CompletionIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            blueflux ''                     | meetings
            blueflux ''                     | check
            blueflux rec                    | recordings
            blueflux meetings --            | --output
            blueflux meetings --            | --all
            blueflux poll --on              | --once
            blueflux meetings --output ''   | jsonl
            blueflux call getMeetingI       | getMeetingInfo
            blueflux completion ''          | zsh
            blueflux help po                | poll
            """)
    void bashCompletesCommandsOptionsAndTheirWords(String typed, String offered) throws Exception {
        assumeThat(hasShell("bash")).isTrue();
        String words = typed.replace("''", "");
        String test = """
                set -u
                eval "$(cat "$1")"
                COMP_LINE='%s' COMP_WORDS=(%s) COMP_CWORD=%d
                _complete_blueflux
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(words, typed, typed.split(" ").length - 1);

        assertThat(run("bash", "--norc", "-c", test, "bash", script("bash"))).contains(offered);
    }

    @Test
    void bashKnowsTheCommandWhenItHasReadTheScript() throws Exception {
        assumeThat(hasShell("bash")).isTrue();

        assertThat(run("bash", "--norc", "-c", ". \"$1\" && complete -p blueflux", "bash", script("bash")))
                .singleElement()
                .asString()
                .contains("_complete_blueflux");
    }

    @Test
    void zshCompletesTheSame() throws Exception {
        assumeThat(hasShell("zsh")).as("zsh is installed").isTrue();
        String test = """
                eval "$(cat "$1")"
                print -- registered ${_comps[blueflux]:-nothing}
                COMP_WORDS=(blueflux meetings --out) COMP_CWORD=2 COMP_LINE='blueflux meetings --out'
                setopt KSH_ARRAYS SH_WORD_SPLIT
                _complete_blueflux
                print -l -- "${COMPREPLY[@]}"
                """;

        assertThat(run("zsh", "-f", "-c", test, "zsh", script("zsh")))
                .contains("--output")
                .noneMatch(line -> line.equals("registered nothing") || line.contains("not found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fish", "", "\u001b[2J"})
    void noOtherShellIsKnown(String shell) {
        CommandRun run = CommandRun.of("completion", shell);

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains("there are bash, zsh")
                .doesNotContain("\u001b");
    }

    private String script(String shell) throws IOException {
        CommandRun run = CommandRun.of("completion", shell);
        assertThat(run.status()).isZero();
        return Files.writeString(folder.resolve("completion"), run.out()).toString();
    }

    private static boolean hasShell(String shell) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(lines.toString()).isZero();
        return lines;
    }
}
