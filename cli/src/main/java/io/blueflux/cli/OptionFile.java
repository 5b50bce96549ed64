// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that an option names. */
final class OptionFile {
    private OptionFile() {}

    /** Reads a file as a whole. */
    static String text(String what, Path file) {
        return raw(what, file).strip();
    }

    /** Reads a file as a whole, with the blanks at its ends. */
    static String raw(String what, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(what, file, e);
        }
    }

    /** Refuses at once what could not be sent later. */
    static Path toSend(String what, Path file) {
        try {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new IOException("no regular file, or not a readable one");
            }
            if (Files.size(file) == 0) {
                throw CommandException.usage("the " + what + " file is empty: " + file);
            }
            return file;
        } catch (IOException e) {
            throw unreadable(what, file, e);
        }
    }

    private static CommandException unreadable(String what, Path file, IOException cause) {
        return new CommandException(ExitStatus.USAGE, "the " + what + " file cannot be read: " + file, cause);
    }
}
