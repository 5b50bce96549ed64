// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user who has no JSON-B, and lets no warning pass, compiles against the types that know of it. */
class UsersCompileTest {
    private static final String SOURCE = """
            class User {
                String password(io.blueflux.model.Meeting meeting) {
                    io.blueflux.Confidential password = meeting.access().moderatorPw();
                    return password == null ? "" : password.reveal() + io.blueflux.Confidential.of("a");
                }

                Object all(io.blueflux.fleet.FleetEvent event, io.blueflux.fleet.ServerReport report) {
                    return event.toString() + report + io.blueflux.BbbServer.of("https://h.example", "s").secret();
                }
            }
            """;

    @Test
    void nothingIsWarnedOf(@TempDir Path out) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-Xlint:all,-path", "-Werror", "-proc:none", "-d", out.toString(), "-cp", withoutJsonb());

        boolean compiled = compiler.getTask(said, null, null, options, null, List.of(new Source()))
                .call();

        assertThat(said.toString()).isEmpty();
        assertThat(compiled).isTrue();
    }

    private static String withoutJsonb() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("jakarta.json") && !entry.contains("yasson"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static final class Source extends SimpleJavaFileObject {
        Source() {
            super(URI.create("string:///User.java"), Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SOURCE;
        }
    }
}
