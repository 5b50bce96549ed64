// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. Its exit status says what happened: {@link ExitStatus}. */
@Command(
        name = "blueflux",
        description = "Talks to BigBlueButton servers, real ones and simulated ones.",
        mixinStandardHelpOptions = true,
        versionProvider = Blueflux.Version.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "  0:success, also when the reader of the output has gone",
            "  1:the server answered FAILED, some of many calls failed, or no server has the meeting or may take it",
            "  2:wrong usage, a parameter breaks its rule, or a file cannot be sent",
            "  3:no answer of the API: connection, HTTP status, redirect; of a list: who did not answer may have the meeting",
            "  4:malformed answer, or one over a limit",
            "  5:timeout",
            " 70:a fault of this program",
            "130:stopped by Ctrl-C"
        })
public final class Blueflux implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program an error came from.")
    private boolean stacktrace;

    private Blueflux() {}

    /**
     * Runs the command and ends the JVM with its exit status.
     *
     * @param args the arguments, see {@code --help}
     */
    public static void main(String[] args) {
        InternalLoggerFactory.setDefaultFactory(Slf4JLoggerFactory.INSTANCE); // else netty writes to stderr
        System.exit(run(Terminal.ofProcess(), args));
    }

    static int run(Terminal terminal, String... args) {
        CommandLine line = line(terminal);
        try {
            return line.execute(args);
        } catch (Error e) { // picocli's handlers get exceptions only
            return ((Failures) line.getExecutionExceptionHandler()).unexpected(e, line);
        }
    }

    /** Makes the command with all that belongs to it. */
    static CommandLine line(Terminal terminal) {
        Blueflux root = new Blueflux();
        Failures failures = new Failures(terminal, () -> root.stacktrace);
        return new CommandLine(root)
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new CallCommand(terminal))
                .addSubcommand(new MeetingsCommand(terminal))
                .addSubcommand(new RecordingsCommand(terminal))
                .addSubcommand(new ProbeCommand(terminal))
                .addSubcommand(new PollCommand(terminal))
                .addSubcommand(new CheckCommand(terminal))
                .addSubcommand(new ConsoleCommand(terminal))
                .addSubcommand(new FindCommand(terminal))
                .addSubcommand(new PlaceCommand(terminal))
                .addSubcommand(new UrlCommand(terminal))
                .addSubcommand(new SimulateCommand(terminal))
                .addSubcommand(new CompletionCommand(terminal))
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(terminal.hasColours() ? Ansi.ON : Ansi.OFF))
                .registerConverter(Path.class, new PathConverter()) // in the commands too
                .setExpandAtFiles(false) // a value may start with @
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** There is nothing to do without a command. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    /** Reads the version from the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Blueflux.class.getPackage().getImplementationVersion();
            return new String[] {"blueflux " + (version == null ? "(not packaged)" : version)};
        }
    }
}
