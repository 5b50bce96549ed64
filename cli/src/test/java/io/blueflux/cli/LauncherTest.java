// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private static final String LAUNCHER = "src/main/dist/blueflux";

    @TempDir
    private Path folder;

    @Test
    void aCheckWithoutJavaIsUnknownAndNotCritical() throws Exception {
        assertThat(status()).isEqualTo(3);
    }

    @Test
    void aCheckByAnOldJavaIsUnknownAndNotAWarning() throws Exception {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        // as JDK 11 answers an option that it does not know
        Files.writeString(
                java, "#!/bin/sh\necho 'Unrecognized option: --enable-native-access=ALL-UNNAMED' >&2\nexit 1\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        assertThat(status()).isEqualTo(3);
    }

    private int status() throws Exception {
        ProcessBuilder check = new ProcessBuilder("/bin/sh", LAUNCHER, "check", "--servers", "none.yaml");
        check.environment().put("JAVA_HOME", folder.toString());
        return check.start().waitFor();
    }
}
