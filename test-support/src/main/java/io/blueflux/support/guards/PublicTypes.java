// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support.guards;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists the classes of a module, from its folder or its jar. */
public final class PublicTypes {
    private PublicTypes() {}

    /**
     * Lists the classes of some packages, those inside others too.
     *
     * @param one any class of the module
     * @param packages the packages, a regular expression such as {@code io/blueflux/(model|error)}
     * @return the classes, loaded; those that are not public among them
     * @throws IOException if the module cannot be read
     * @throws URISyntaxException if its place has no path
     */
    public static Stream<Class<?>> of(Class<?> one, String packages) throws IOException, URISyntaxException {
        Path place =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return names(place, packages).stream().map(PublicTypes::type);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return names(jar.getPath("/"), packages).stream().map(PublicTypes::type);
        }
    }

    private static List<String> names(Path root, String packages) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.matches(packages + "/[A-Z][^/]*\\.class"))
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> type(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
