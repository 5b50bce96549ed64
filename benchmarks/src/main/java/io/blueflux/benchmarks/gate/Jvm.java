// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts another JVM on this one's class path. */
public final class Jvm {
    private Jvm() {}

    /**
     * Prepares to start a main class. The caller decides about the streams, starts it and ends it.
     *
     * @param main the class
     * @param options the JVM's options, another class path perhaps
     * @param arguments its arguments
     * @return what is to be started; its stderr is ours
     */
    public static ProcessBuilder of(Class<?> main, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
