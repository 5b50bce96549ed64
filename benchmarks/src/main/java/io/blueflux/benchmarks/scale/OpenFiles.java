// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import com.sun.management.UnixOperatingSystemMXBean;
import io.blueflux.benchmarks.gate.Pace;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** How many files a process of the run may have open: each connection is one. */
public final class OpenFiles {
    private static final long RESERVE = 1_000; // jars, pipes, event loops

    private OpenFiles() {}

    /**
     * Says on stderr what the run needs, and that there is less where there is.
     *
     * @param pace how long is measured
     * @return whether there is enough
     */
    public static boolean suffice(Pace pace) {
        long needed = needed(pace);
        long allowed = allowed();
        System.err.println("benchmarks: " + sentence(needed, allowed));
        return allowed >= needed;
    }

    static long needed(Pace pace) {
        return Sizes.of(pace).servers() + RESERVE;
    }

    /** Returns what a JVM may open, which raises its soft limit to the hard one; everything where nobody knows. */
    private static long allowed() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    static String sentence(long needed, long allowed) {
        String needs = String.format(Locale.ROOT, "scale needs `ulimit -n` to be %d or more", needed);
        return allowed >= needed ? needs + "." : needs + ", and it is " + allowed + ".";
    }
}
