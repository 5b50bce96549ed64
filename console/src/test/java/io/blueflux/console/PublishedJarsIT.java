// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the jars of a release say of themselves: those of the modules that the BOM names, and the console's. */
class PublishedJarsIT {
    private static final Path HOME = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<artifactId>blueflux-([a-z-]+)</artifactId><version>");
    private static final String VERSION = System.getProperty("blueflux.version");

    @ParameterizedTest
    @MethodSource("published")
    void eachJarOfAModuleHasTheLicence(String module) throws IOException {
        byte[] licence = Files.readAllBytes(HOME.resolve("LICENSE"));
        for (Path file : jars(module)) {
            try (JarFile jar = new JarFile(file.toFile())) {
                assertThat(jar.getEntry("META-INF/LICENSE")).as(file.toString()).isNotNull();
                assertThat(jar.getInputStream(jar.getEntry("META-INF/LICENSE"))).hasBinaryContent(licence);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void aModulesJarSaysItsNameAndVersion(String module) throws IOException {
        try (JarFile jar = new JarFile(jar(module).toFile())) {
            Attributes said = jar.getManifest().getMainAttributes();
            assertThat(said.getValue("Implementation-Title")).isEqualTo("Blueflux :: " + module);
            assertThat(said.getValue("Implementation-Version")).isEqualTo(VERSION);
        }
    }

    @Test
    void everyLibraryHasAModuleNameOfItsOwn() throws IOException {
        List<String> names = libraries()
                .flatMap(library -> ModuleFinder.of(jar(library)).findAll().stream())
                .map(found -> found.descriptor().name())
                .toList();
        assertThat(names)
                .hasSize((int) libraries().count())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).startsWith("io.blueflux")); // those made of file names do not
    }

    @Test
    void coreIsAModuleThatIsNotAutomatic() {
        ModuleDescriptor core =
                ModuleFinder.of(jar("core")).find("io.blueflux").orElseThrow().descriptor();
        assertThat(core.isAutomatic()).isFalse();
        assertThat(core.rawVersion()).contains(VERSION);
    }

    static Stream<String> published() throws IOException {
        return Stream.concat(libraries(), Stream.of("console"));
    }

    private static Stream<String> libraries() throws IOException {
        List<String> names = MODULE.matcher(Files.readString(HOME.resolve("bom/pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(names).contains("core", "reactor-adapter", "fleet");
        return names.stream();
    }

    private static Path jar(String module) {
        return target(module).resolve("blueflux-" + module + "-" + VERSION + ".jar");
    }

    private static List<Path> jars(String module) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(target(module), "blueflux-*-" + VERSION + "*.jar")) {
            found.forEach(jars::add);
        }
        assertThat(jars).contains(jar(module));
        return jars;
    }

    private static Path target(String module) {
        return HOME.resolve(module).resolve("target");
    }
}
