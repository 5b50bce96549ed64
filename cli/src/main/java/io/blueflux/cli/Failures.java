// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.cli.Terminal.ReaderGoneException;
import io.blueflux.error.BbbException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes one line on stderr and an exit status of whatever went wrong. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Terminal terminal;
    private final BooleanSupplier stacktrace;

    Failures(Terminal terminal, BooleanSupplier stacktrace) {
        this.terminal = terminal;
        this.stacktrace = stacktrace;
    }

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        String what = error instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched.getUnmatched())
                : String.valueOf(error.getMessage());
        String command = error.getCommandLine().getCommandSpec().qualifiedName();
        terminal.note(what + " (see " + command + " --help)");
        return ExitStatus.USAGE;
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine line, ParseResult parsed) {
        if (error instanceof ReaderGoneException) {
            return ExitStatus.OK;
        }
        if (stacktrace.getAsBoolean()) {
            terminal.trace(error);
        }
        if (error instanceof CommandException wrong) {
            terminal.note(String.valueOf(wrong.getMessage()));
            return wrong.status();
        }
        if (error instanceof BbbException failed) {
            terminal.note(ErrorLine.of(failed));
            return ExitStatus.of(failed);
        }
        return said(error instanceof ListOutput.WriterFault fault ? fault.error() : error);
    }

    /** An error that ends the command, whatever its kind: out of memory, too deep, or a class that is missing. */
    int unexpected(Error error) {
        if (stacktrace.getAsBoolean()) {
            terminal.trace(error);
        }
        return said(error);
    }

    /** The text of an error that nobody foresaw may quote anything. */
    private int said(Throwable error) {
        terminal.note("unexpected " + error.getClass().getName() + "; --stacktrace shows more");
        return ExitStatus.OWN_FAULT;
    }

    /** Names options only: what stands behind an option that does not exist may be a secret. */
    private static String unmatched(List<String> args) {
        String options = args.stream()
                .filter(arg -> arg.startsWith("-"))
                .map(arg -> arg.replaceFirst("=.*", ""))
                .collect(Collectors.joining(", "));
        return options.isEmpty() ? "too many arguments, or no such command" : "unknown option " + options;
    }
}
