// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the command reads and writes.
 *
 * @param out gets the results, whole lines at a time; unlike {@code System.out} it tells when its reader has gone
 * @param err gets all else
 * @param environment finds environment variables
 * @param prompt asks the user for the shared secret; null if there is nobody to ask
 * @param interactive whether somebody watches, on a screen that can be drawn over
 */
record Terminal(
        OutputStream out,
        PrintStream err,
        Variables environment,
        Supplier<char @Nullable []> prompt,
        boolean interactive) {

    /** The system's word for a pipe without a reader; all else, a full disk for one, is an error. */
    private static final String BROKEN_PIPE = "Broken pipe";

    /** What an argument or a server's word may take of the screen, in characters. */
    private static final int LONGEST_NOTE = 2_000;

    /** The environment's variables. */
    interface Variables {
        @Nullable
        String get(String name);
    }

    /** The reader of the output has closed it, as {@code head} does: no error. */
    static final class ReaderGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReaderGoneException(IOException cause) {
            super(cause);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // null unless a person is there: the launcher asks JDK 22 for that too
    static Terminal ofProcess() {
        Console console = System.console();
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System::getenv,
                () -> console == null ? null : console.readPassword("Shared secret: "),
                console != null && !"dumb".equals(System.getenv("TERM")));
    }

    /** Whether colours are wanted: by somebody who watches, and has not set NO_COLOR. */
    boolean hasColours() {
        String refused = environment.get("NO_COLOR");
        return interactive && (refused == null || refused.isEmpty());
    }

    /** Writes a line at once. */
    void line(String text) {
        lines(TerminalText.blanked(text) + "\n");
    }

    /** Writes whole lines at once, in which nothing foreign steers the terminal. */
    void lines(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            if (BROKEN_PIPE.equals(e.getMessage())) {
                throw new ReaderGoneException(e);
            }
            throw new CommandException(ExitStatus.OWN_FAULT, "the output cannot be written: " + e.getMessage(), e);
        }
    }

    /** Tells the user something that is no result. */
    void note(String text) {
        String line = OneLine.of(text);
        boolean isLong = line.codePointCount(0, line.length()) > LONGEST_NOTE;
        err.println("blueflux: " + (isLong ? line.substring(0, line.offsetByCodePoints(0, LONGEST_NOTE)) + "…" : line));
    }

    /** Shows where an error came from; its lines quote what servers sent. */
    void trace(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        String frame = "\t";
        trace.toString()
                .lines()
                .map(line -> (line.startsWith(frame) ? frame : "") + OneLine.of(line))
                .forEach(err::println);
    }
}
