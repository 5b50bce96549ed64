// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.fleet.Addresses;
import io.blueflux.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The answering side, in a process of its own. */
final class AnsweringProcess extends ServerProcess {
    private AnsweringProcess() throws IOException {
        super(AnsweringMain.class, List.of("-Xmx768m", "-XX:+UseSerialGC"));
    }

    /** Starts it. Blocks until it listens. */
    static AnsweringProcess start() throws IOException {
        return new AnsweringProcess();
    }

    /** Returns servers that all have the same, each at an address of its own. */
    List<BbbServer> servers(int count, String shape) {
        return servers(count, index -> shape);
    }

    /** Returns servers of which each has something else, by its index. */
    List<BbbServer> servers(int count, IntFunction<String> shape) {
        return IntStream.range(0, count)
                .mapToObj(index -> BbbServer.of(
                                "http://" + Addresses.address(index) + ":" + port() + "/" + shape.apply(index)
                                        + "/bigbluebutton",
                                "a-secret-of-the-benchmark")
                        .withName("s" + index))
                .toList();
    }

    /** Returns what it saw since it began. */
    Counts counts() {
        try {
            ask();
            String[] counts = line().split(" ", 3);
            return new Counts(Integer.parseInt(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many answers there were. */
    long answers() {
        return counts().answers();
    }

    /** What it saw: how many connections and answers, and its CPU time in nanoseconds. */
    record Counts(int connections, long answers, long cpuNanos) {}
}
