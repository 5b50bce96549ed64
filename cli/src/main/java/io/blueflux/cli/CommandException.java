// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.function.Supplier;

/** Ends the command with a line on stderr. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    CommandException(int status, String line, Throwable cause) {
        super(line, cause);
        this.status = status;
    }

    private CommandException(String line) {
        super(line);
        this.status = ExitStatus.USAGE;
    }

    static CommandException usage(String line) {
        return new CommandException(line);
    }

    /** Makes something of what the user gave: what the library refuses is wrong usage. */
    static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitStatus.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Refuses numbers that are right each, and too much together. */
    static void atMost(int most, String options, int... numbers) {
        long product = 1;
        for (int number : numbers) {
            product *= Math.max(1, number); // the bounds of each keep it far from an overflow
        }
        if (product > most) {
            throw usage(options + " must be at most " + most + " together, not " + product);
        }
    }

    int status() {
        return status;
    }
}
