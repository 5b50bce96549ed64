// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that an option names, read as a whole. */
final class OptionFile {
    private OptionFile() {}

    static String text(String what, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CommandException(ExitStatus.USAGE, "the " + what + " file cannot be read: " + file, e);
        }
    }
}
