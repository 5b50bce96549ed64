// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The Markdown pages of the repository, seen from a module of it. */
public final class Pages {
    /** The repository's folder. */
    public static final Path ROOT = Path.of("..");

    private Pages() {}

    /** Returns the pages: README, the guide and all others. */
    public static List<Path> all() {
        return files(".md");
    }

    /** Returns the files of the repository whose names end so, but for what builds made. */
    public static List<Path> files(String ending) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean made = name.equals("target") || name.matches("\\.[^.].*");
                    return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    /** Returns the blocks of a language that a page shows. */
    public static List<String> blocks(Path page, String language) {
        return Pattern.compile("^```" + language + "\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Returns what a file has. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
