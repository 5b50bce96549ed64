// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** On what and when it was measured. */
public final class Environment {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Environment() {}

    /**
     * Describes this machine, this JVM and today in one line.
     *
     * @return the line
     * @throws IOException if the processor's name cannot be read though the system has it
     */
    public static String line() throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.join(
                " · ",
                LocalDate.now(ZoneOffset.UTC).toString(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                cpu() + ", " + system.getAvailableProcessors() + " cores",
                Math.round(system.getTotalMemorySize() / 1e9) + " GB");
    }

    private static String cpu() throws IOException {
        if (!Files.exists(CPU_INFO)) {
            return "unknown processor";
        }
        return Files.readAllLines(CPU_INFO).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
    }
}
