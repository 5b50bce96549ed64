// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that an option names. */
final class OptionFile {
    /** A list of about twenty thousand servers. */
    private static final int MAX_BYTES = 4 << 20;

    private OptionFile() {}

    /** Reads a file as a whole. */
    static String text(String what, Path file) {
        return raw(what, file).strip();
    }

    /** Reads a file as a whole, with the blanks at its ends; a device may have no end. */
    static String raw(String what, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw CommandException.usage("the " + what + " file has more than " + MAX_BYTES + " bytes: " + file);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
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
