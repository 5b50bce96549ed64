// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a gate is run.
 *
 * @param name its name within the part: letters, digits and hyphens
 * @param jvms in how many JVMs, one after the other; the figure is the median
 * @param jvmOptions the options of those JVMs
 * @param gate what is measured
 * @param isQuick whether a quick run has it too
 */
public record GatePlan(String name, int jvms, List<String> jvmOptions, Gate gate, boolean isQuick) {
    /** Options for what is bound by CPU: a heap that is large enough, of one size, and touched before. */
    public static final List<String> PRE_TOUCHED = List.of("-Xms768m", "-Xmx768m", "-XX:+AlwaysPreTouch");

    /**
     * Plans a ratio of CPU times: two JVMs with a pre-touched heap.
     *
     * @param name the gate's name
     * @param gate what is measured
     * @return the plan
     */
    public static GatePlan ratio(String name, Gate gate) {
        return new GatePlan(name, 2, PRE_TOUCHED, gate);
    }

    /**
     * Plans what repeats exactly, as allocation does: one JVM with a pre-touched heap.
     *
     * @param name the gate's name
     * @param gate what is measured
     * @return the plan
     */
    public static GatePlan once(String name, Gate gate) {
        return new GatePlan(name, 1, PRE_TOUCHED, gate);
    }

    /**
     * Plans a gate of every run.
     *
     * @param name the gate's name
     * @param jvms in how many JVMs
     * @param jvmOptions the options of those JVMs
     * @param gate what is measured
     */
    public GatePlan(String name, int jvms, List<String> jvmOptions, Gate gate) {
        this(name, jvms, jvmOptions, gate, true);
    }

    /**
     * Adds jars to the gate's class path.
     *
     * @param folder a folder of jars beside the benchmarks' own; nothing is added if it is not there
     * @return another plan
     */
    public GatePlan with(String folder) {
        String ours = System.getProperty("java.class.path");
        Path jars = Path.of(ours).resolveSibling(folder).resolve("*");
        List<String> options = Stream.concat(jvmOptions.stream(), Stream.of("-cp", ours + File.pathSeparator + jars))
                .toList();
        return new GatePlan(name, jvms, options, gate, isQuick);
    }

    /**
     * Leaves the gate out of quick runs, as one that has no bar.
     *
     * @return another plan
     */
    public GatePlan notQuick() {
        return new GatePlan(name, jvms, jvmOptions, gate, false);
    }
}
