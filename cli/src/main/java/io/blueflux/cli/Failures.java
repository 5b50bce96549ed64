// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.cli.Terminal.ReaderGoneException;
import io.blueflux.error.BbbException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
        String command = error.getCommandLine().getCommandSpec().qualifiedName();
        boolean asksForHelp = args.length > 0 && args[args.length - 1].equals("help");
        terminal.note(
                asksForHelp ? "did you mean `" + command + " --help`?" : said(error) + " (see " + command + " --help)");
        return ExitStatus.USAGE;
    }

    /** What has no place comes first: it may be why something else is missing. */
    private static String said(ParameterException error) {
        for (CommandLine line = error.getCommandLine(); line != null; line = line.getParent()) {
            if (!line.getUnmatchedArguments().isEmpty()) {
                return new Unmatched(line, line.getUnmatchedArguments()).said();
            }
        }
        return error instanceof MaxValuesExceededException
                ? "an option is given twice that goes only once" // picocli's own text quotes both values
                : String.valueOf(error.getMessage());
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
        if (PlacementError.isOne(error)) {
            terminal.note(PlacementError.line(error));
            return PlacementError.status(error);
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
}
