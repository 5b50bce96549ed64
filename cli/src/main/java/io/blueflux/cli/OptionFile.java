// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that an option names. */
final class OptionFile {
    /** A list of about twenty thousand servers. */
    private static final int MAX_BYTES = 4 << 20;

    private OptionFile() {}

    /** Reads a file as a whole, without what cannot be seen at its ends; there must be something. */
    static String text(String what, Path file) {
        String text = PrintableText.trimmed(raw(what, file));
        if (text.isEmpty()) {
            throw wrong(what, "is empty", file);
        }
        return text;
    }

    /** Reads a file as a whole, with the blanks at its ends; a device may have no end. */
    static String raw(String what, Path file) {
        requireNoFolder(what, file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw wrong(what, "has more than " + MAX_BYTES + " bytes", file);
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
        requireNoFolder(what, file);
        if (Files.exists(file) && !Files.isRegularFile(file)) { // it has no size
            throw wrong(what, "is no regular file", file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) == 0 || in.read() < 0) {
                throw wrong(what, "is empty", file);
            }
            return file;
        } catch (IOException e) {
            throw unreadable(what, file, e);
        }
    }

    private static void requireNoFolder(String what, Path file) {
        if (Files.isDirectory(file)) {
            throw wrong(what, "is a directory", file);
        }
    }

    private static CommandException wrong(String what, String why, Path file) {
        return CommandException.usage("the " + what + " file " + why + ": " + file);
    }

    private static CommandException unreadable(String what, Path file, IOException cause) {
        return new CommandException(ExitStatus.USAGE, "the " + what + " file " + reason(cause) + ": " + file, cause);
    }

    /** What a user can do something about is named; the system's own word comes last. */
    static String reason(IOException error) {
        if (error instanceof NoSuchFileException) {
            return "does not exist";
        }
        if (error instanceof AccessDeniedException) {
            return "cannot be read, permission is denied";
        }
        if (error instanceof CharacterCodingException) {
            return "is not UTF-8";
        }
        String word = error instanceof FileSystemException system ? system.getReason() : error.getMessage();
        return "cannot be read" + (word == null ? "" : " (" + word + ")");
    }
}
