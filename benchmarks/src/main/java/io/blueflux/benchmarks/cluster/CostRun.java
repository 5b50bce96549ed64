// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.benchmarks.truth.Pauses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Compares three members that are a cluster with three that each poll a fixed third, and know of no more. */
final class CostRun {
    private static final double MOST = 1.25;
    private static final int WARM_INTERVALS = 3;

    private final Servers servers;
    private final Duration interval;
    private final Duration time;

    CostRun(Servers servers, Duration interval, Duration time) {
        this.servers = servers;
        this.interval = interval;
        this.time = time;
    }

    /** Runs it, and returns the bounds that failed. */
    List<String> run() throws IOException, InterruptedException {
        Cost first = cost(false);
        Cost with = cost(true);
        Cost without = first.mean(cost(false)); // the machine is not the same all the time
        double ratio = with.cores() / without.cores();
        int foreign = servers.count() - servers.count() / Members.COUNT;
        System.out.printf(
                Locale.ROOT,
                "cpu_with=%.3f cpu_without=%.3f ratio=%.2f bytes_per_s=%.0f foreign_views=%d heap_per_foreign_view=%.0f%n",
                with.cores(),
                without.cores(),
                ratio,
                with.bytesASecond(),
                foreign,
                (with.heap() - without.heap()) / foreign);
        return ratio > MOST
                ? List.of(String.format(Locale.ROOT, "ratio=%.2f, more than %.2f", ratio, MOST))
                : List.of();
    }

    private Cost cost(boolean isJoined) throws IOException, InterruptedException {
        System.err.println("benchmarks: cluster cost " + (isJoined ? "with" : "without"));
        try (Members members = Members.start(servers, interval, isJoined, false, "-Xmx1g")) {
            Duration patience = interval.multipliedBy(10).plusMinutes(1);
            Pauses.until(
                    members::isSettled,
                    System.currentTimeMillis() + patience.toMillis(),
                    () -> "the members find each other" + members.seen());
            Pauses.of(interval.multipliedBy(WARM_INTERVALS));
            Pauses.of(time); // until what runs often is compiled
            List<Measure> before = members.measure();
            long begin = System.nanoTime();
            Pauses.of(time);
            double nanos = System.nanoTime() - begin;
            return Cost.of(before, members.measure(), nanos);
        }
    }

    /** What a member costs, on average. */
    private record Cost(double cores, double bytesASecond, double heap) {
        static Cost of(List<Measure> before, List<Measure> after, double nanos) {
            double cpu = 0;
            double bytes = 0;
            double heap = 0;
            for (int i = 0; i < before.size(); i++) {
                cpu += after.get(i).cpuBefore() - before.get(i).cpuAfter();
                bytes += after.get(i).clusterBytes() - before.get(i).clusterBytes();
                heap += after.get(i).heapBytes();
            }
            int count = before.size();
            return new Cost(cpu / nanos / count, bytes / (nanos / 1e9) / count, heap / count);
        }

        Cost mean(Cost other) {
            return new Cost(
                    (cores + other.cores) / 2, (bytesASecond + other.bytesASecond) / 2, (heap + other.heap) / 2);
        }
    }
}
