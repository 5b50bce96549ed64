// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.CpuClock;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.ServerReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.Disposable;
import reactor.netty.resources.LoopResources;

/** F3 and F4: a third of the servers, then all of them, then a third again, all the time at one interval. */
final class GrowthGate implements Gate {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration WARM_INTERVAL = Duration.ofSeconds(1);
    private static final int WARM_SERVERS = 2_000;
    private static final double JITTER_MILLIS = INTERVAL.toMillis() * 0.1;
    private static final String SHAPE = "1x8";

    private final CpuClock clock = CpuClock.ofProcess();
    private volatile LagAccount account = new LagAccount(INTERVAL, Instant.now());

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        Sizes sizes = Sizes.of(pace);
        LoopResources loops = Transport.usual();
        try (AnsweringProcess process = AnsweringProcess.start()) {
            warmUp(process, loops, sizes);
            List<BbbServer> all = process.servers(sizes.servers(), SHAPE);
            List<BbbServer> third = all.subList(0, all.size() / 3);
            try (FleetLane lane = new FleetLane(third, Plans.every(INTERVAL, PollDepth.MEETINGS), loops)) {
                return figures(lane, process, third, all, sizes);
            }
        }
    }

    /** At the gate's own interval the compilers would take minutes. */
    private static void warmUp(AnsweringProcess process, LoopResources loops, Sizes sizes) {
        try (FleetLane lane = new FleetLane(
                process.servers(WARM_SERVERS, SHAPE), Plans.every(WARM_INTERVAL, PollDepth.MEETINGS), loops)) {
            Disposable unused = lane.fleet().reports().subscribe();
            lane.begin();
            Waits.pause(sizes.warmup().multipliedBy(2));
            lane.end();
        }
    }

    private List<Figure> figures(
            FleetLane lane, AnsweringProcess process, List<BbbServer> third, List<BbbServer> all, Sizes sizes) {
        BbbFleet fleet = lane.fleet();
        Disposable unused = fleet.reports().subscribe(this::add);
        lane.begin();
        Waits.pause(INTERVAL); // the first polls connect
        Phase before = phase(process, third, sizes.fewerTime());
        all.subList(third.size(), all.size()).forEach(fleet::add);
        Waits.pause(INTERVAL.plusSeconds(2)); // as above
        Phase many = phase(process, all, sizes.manyTime());
        all.subList(third.size(), all.size()).forEach(server -> fleet.remove(server.name()));
        Waits.pause(Duration.ofSeconds(1));
        Phase after = phase(process, third, sizes.fewerTime());
        lane.check();
        return List.of(
                Figure.of(Bar.F3_CPU, many.micros() / Math.min(before.micros(), after.micros())),
                Figure.of(Bar.F3_LAG, many.lag(1) / JITTER_MILLIS),
                Figure.of(Bar.F4_MISSED, (double) many.missed()),
                Figure.of(Bar.F4_LAG, many.lag(0.99)),
                Figure.free("F3 servers", third.size(), ""),
                Figure.free("F3 a poll before", before.micros(), "µs"),
                Figure.free("F3 a poll after", after.micros(), "µs"),
                Figure.free("F3 worst lag, before and after", Math.max(before.lag(1), after.lag(1)), "ms"),
                Figure.free("F4 servers", all.size(), ""),
                Figure.free("F4 a poll", many.micros(), "µs"),
                Figure.free("F4 share of one core", many.cores(), ""),
                Figure.free("F4 share of one core of the answering side", many.theirCores(), ""),
                Figure.free("F4 median lag", many.lag(0.5), "ms"),
                Figure.free("F4 worst lag", many.lag(1), "ms"));
    }

    private void add(ServerReport report) {
        account.add(report);
    }

    private Phase phase(AnsweringProcess process, List<BbbServer> servers, Duration time) {
        System.gc();
        LagAccount mine = new LagAccount(INTERVAL, Instant.now());
        account = mine;
        AnsweringProcess.Counts counts = process.counts();
        long cpu = clock.nanos();
        long wall = System.nanoTime();
        Waits.pause(time);
        cpu = clock.nanos() - cpu;
        wall = System.nanoTime() - wall;
        AnsweringProcess.Counts after = process.counts();
        List<String> names = servers.stream().map(BbbServer::name).toList();
        return new Phase(
                mine,
                mine.missed(names, Instant.now()),
                (double) cpu / wall,
                (double) (after.cpuNanos() - counts.cpuNanos()) / wall,
                cpu / 1e3 / (after.answers() - counts.answers()));
    }

    /** What came of some servers. */
    private record Phase(LagAccount account, long missed, double cores, double theirCores, double micros) {
        double lag(double part) {
            return account.lagMillis(part);
        }
    }
}
