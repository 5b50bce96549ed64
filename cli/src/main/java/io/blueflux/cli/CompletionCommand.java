// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a shell needs to complete commands, options and their words. */
@Command(
        name = "completion",
        description = {
            "Prints what makes a shell complete commands, options and their words.",
            "Put one of these into the file that the shell reads when it starts:",
            "  eval \"$(blueflux completion bash)\"",
            "  eval \"$(blueflux completion zsh)\""
        })
final class CompletionCommand implements Callable<Integer> {
    private static final List<String> SHELLS = List.of("bash", "zsh");

    /** Names what zsh lacks; in what eval reads as a whole, an alias comes too late. */
    private static final String ALIAS = "alias compopt=complete";

    private static final String FUNCTION = "function compopt { :; }";

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SHELL",
            completionCandidates = Shells.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String shell = "";

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** One script is for both: it finds out which shell reads it. */
    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw CommandException.usage(
                    "no such shell: " + OneLine.of(shell) + "; there are " + String.join(", ", SHELLS));
        }
        CommandSpec root = spec.root();
        terminal.lines(AutoComplete.bash(root.name(), root.commandLine()).replace(ALIAS, FUNCTION));
        return ExitStatus.OK;
    }

    /** The shells' names. */
    static final class Shells implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return SHELLS.iterator();
        }
    }
}
