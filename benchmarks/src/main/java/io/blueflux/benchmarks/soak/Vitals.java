// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.benchmarks.gate.Heap;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the fleet's process has.
 *
 * @param heap bytes in use after a collection
 * @param direct bytes of direct memory, Netty's and others'
 * @param threads how many
 * @param descriptors how many, connections among them
 * @param connections how many sockets
 * @param polls how many since the last time
 * @param lagMillis how late polls of servers that are up began since then, of a hundred the latest but one
 */
record Vitals(long heap, long direct, int threads, int descriptors, int connections, long polls, long lagMillis) {
    static final String WORD = "vitals ";
    private static final Path OPEN = Path.of("/proc/self/fd");

    static Vitals here(Lags lags) {
        List<String> open = open();
        long direct = Math.max(0, PlatformDependent.usedDirectMemory())
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
        int connections =
                (int) open.stream().filter(each -> each.startsWith("socket:")).count();
        Lags.Sum sum = lags.take();
        return new Vitals(
                Heap.used(),
                direct,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                open.size(),
                connections,
                sum.polls(),
                sum.millis());
    }

    private static List<String> open() {
        try (Stream<Path> all = Files.list(OPEN)) {
            return all.map(Vitals::target).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // it was closed meanwhile
        }
    }

    /** Reads what {@link #line()} wrote. */
    static Vitals of(String line) {
        String[] words = line.substring(WORD.length()).split(" ", -1);
        return new Vitals(
                Long.parseLong(words[0]),
                Long.parseLong(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                Long.parseLong(words[5]),
                Long.parseLong(words[6]));
    }

    String line() {
        return WORD + heap + " " + direct + " " + threads + " " + descriptors + " " + connections + " " + polls + " "
                + lagMillis;
    }

    /** Returns it for people. */
    String text() {
        return String.format(
                Locale.ROOT,
                "heap_mb=%.1f direct_mb=%.1f threads=%d descriptors=%d connections=%d polls=%d lag_ms=%d",
                heap / 1e6,
                direct / 1e6,
                threads,
                descriptors,
                connections,
                polls,
                lagMillis);
    }

    /** Finds what has grown since an earlier time by more than it may. */
    List<String> grownSince(Vitals before) {
        return Stream.of(
                        bound("heap", heap, before.heap * 1.15 + 8_000_000),
                        bound("threads", threads, before.threads * 1.05 + 10),
                        bound("descriptors", descriptors, before.descriptors * 1.05 + 10))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> bound(String what, long value, double most) {
        long bound = Math.round(most);
        return value <= bound ? List.of() : List.of(what + "=" + value + ", more than " + bound);
    }
}
