// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file. */
final class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
        try {
            return path(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    static Path path(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of a file is missing");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("no file can have this name (" + e.getReason() + "): " + name, e);
        }
    }
}
