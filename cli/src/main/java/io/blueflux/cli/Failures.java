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
        return ended(
                error.getCommandLine(),
                ExitStatus.USAGE,
                asksForHelp ? "did you mean `" + command + " --help`?" : said(error) + " (see " + command + " --help)");
    }

    /** A check has an exit status of its own for whatever went wrong. */
    private int ended(CommandLine line, int status, String said) {
        if (line.getCommand() instanceof CheckCommand check) {
            return check.unknown(said);
        }
        terminal.note(said);
        return status;
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
            return ended(line, wrong.status(), String.valueOf(wrong.getMessage()));
        }
        if (error instanceof BbbException failed) {
            return ended(line, ExitStatus.of(failed), ErrorLine.of(failed));
        }
        if (PlacementError.isOne(error)) {
            return ended(line, PlacementError.status(error), PlacementError.line(error));
        }
        return said(error instanceof ListOutput.WriterFault fault ? fault.error() : error, line);
    }

    /** An error that ends the command, whatever its kind: out of memory, too deep, or a class that is missing. */
    int unexpected(Error error, CommandLine root) {
        if (stacktrace.getAsBoolean()) {
            terminal.trace(error);
        }
        ParseResult parsed = root.getParseResult();
        boolean hasCommand = parsed != null && parsed.hasSubcommand();
        return said(error, hasCommand ? parsed.subcommand().commandSpec().commandLine() : root);
    }

    /** The text of an error that nobody foresaw may quote anything. */
    private int said(Throwable error, CommandLine line) {
        return ended(
                line, ExitStatus.OWN_FAULT, "unexpected " + error.getClass().getName() + "; --stacktrace shows more");
    }
}
