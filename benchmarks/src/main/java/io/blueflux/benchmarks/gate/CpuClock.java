// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** CPU time. It suffers less from other work on the machine than wall time does. */
@FunctionalInterface
public interface CpuClock {
    /**
     * Returns the CPU time used so far.
     *
     * @return nanoseconds; only differences mean something
     */
    long nanos();

    /**
     * Counts the thread that reads it.
     *
     * @return the clock
     */
    static CpuClock ofThread() {
        return ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
    }

    /**
     * Counts all threads of this process but the JVM's compilers. Reading it costs some 10 µs a thread, and a running
     * thread is up to a tick (4 ms) behind, so that what it measures should take 50 ms or more. Needs Linux.
     *
     * @return the clock, for one thread at a time
     */
    static CpuClock ofProcess() {
        return new ProcessClock();
    }

    /** Sums what the kernel counted for each thread; a thread that has ended keeps what it was last seen with. */
    final class ProcessClock implements CpuClock {
        private static final Path THREADS = Path.of("/proc/self/task");

        private final Map<String, Long> seen = new HashMap<>();

        private ProcessClock() {}

        @Override
        public long nanos() {
            try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
                threads.forEach(this::look);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return seen.values().stream().mapToLong(Long::longValue).sum();
        }

        private void look(Path thread) {
            try {
                if (!Files.readString(thread.resolve("comm")).matches("(?s)C[12] Compiler.*")) {
                    String counted = Files.readString(thread.resolve("schedstat"));
                    seen.put(thread.toString(), Long.parseLong(counted.substring(0, counted.indexOf(' '))));
                }
            } catch (NoSuchFileException e) {
                // the thread has ended since the folder was read: what was seen of it stays
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
