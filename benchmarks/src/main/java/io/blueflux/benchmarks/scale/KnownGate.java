// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.CpuClock;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import io.blueflux.benchmarks.input.MeetingsBody;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.LocatedMeeting;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.ServerReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import reactor.core.Disposable;

/** F8: what is known of 5,000 servers of four meetings each is asked for. */
final class KnownGate implements Gate {
    private static final int SERVERS = 5_000;
    private static final int MEETINGS = 4;
    private static final Duration INTERVAL = Duration.ofHours(1); // polls are asked for
    private static final int STEP = 1_237; // from one server to another, far away

    private static final CpuClock CPU = CpuClock.ofThread();

    private final BlockingQueue<ServerReport> reports = new LinkedBlockingQueue<>();

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (AnsweringProcess process = AnsweringProcess.start()) {
            List<BbbServer> servers = process.servers(SERVERS, index -> MEETINGS + "x2from" + index * MEETINGS);
            try (FleetLane lane =
                    new FleetLane(servers, Plans.every(INTERVAL, PollDepth.MEETINGS), Transport.usual())) {
                BbbFleet fleet = lane.fleet();
                Disposable unused = fleet.reports().subscribe(reports::add);
                lane.begin();
                for (BbbServer server : servers) {
                    poll(fleet, server);
                }
                check(fleet);
                return figures(fleet, servers, pace);
            }
        }
    }

    private void poll(BbbFleet fleet, BbbServer server) throws InterruptedException {
        fleet.poll(server.name());
        ServerReport report;
        do {
            report = Objects.requireNonNull(reports.poll(1, TimeUnit.MINUTES), "no report");
        } while (!report.server().name().equals(server.name()));
    }

    private static void check(BbbFleet fleet) {
        FleetSnapshot all = fleet.snapshot();
        if (all.totals().meetings() != SERVERS * MEETINGS || all.servers().size() != SERVERS) {
            throw new IllegalStateException("the fleet knows " + all.totals());
        }
    }

    private List<Figure> figures(BbbFleet fleet, List<BbbServer> servers, Pace pace) throws Exception {
        int rounds = pace == Pace.QUICK ? 1_000 : 10_000;
        snapshots(fleet, servers, rounds);
        double[] snapshots = snapshots(fleet, servers, rounds);
        int calls = 200_000;
        finds(fleet, calls);
        return List.of(
                Figure.of(Bar.F8_FIND, finds(fleet, calls)),
                Figure.of(
                        Bar.F8_SNAPSHOT,
                        Paired.median(IntStream.range(0, rounds).mapToDouble(i -> snapshots[i]))),
                Figure.free("F8 servers", SERVERS, ""));
    }

    /** Returns what each took, in microseconds. */
    private double[] snapshots(BbbFleet fleet, List<BbbServer> servers, int rounds) throws InterruptedException {
        double[] micros = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            String name = servers.get(i * STEP % SERVERS).name();
            long before = Objects.requireNonNull(fleet.snapshot().servers().get(name))
                    .poll()
                    .number();
            poll(fleet, servers.get(i * STEP % SERVERS));
            long begin = System.nanoTime();
            FleetSnapshot snapshot = fleet.snapshot();
            micros[i] = (System.nanoTime() - begin) / 1e3;
            if (Objects.requireNonNull(snapshot.servers().get(name)).poll().number() != before + 1) {
                throw new IllegalStateException("the snapshot lacks a poll of " + name);
            }
        }
        return micros;
    }

    /** Returns what one takes of this thread's CPU, in microseconds: the median of ten parts. */
    private static double finds(BbbFleet fleet, int calls) {
        int part = calls / 10;
        return Paired.median(IntStream.range(0, 10).mapToDouble(number -> {
            List<String> ids = IntStream.range(number * part, (number + 1) * part)
                    .mapToObj(i -> MeetingsBody.meetingId(Math.floorMod(i * STEP, SERVERS * MEETINGS)))
                    .toList();
            long begin = CPU.nanos();
            for (String id : ids) {
                LocatedMeeting found =
                        Objects.requireNonNull(fleet.findMeeting(id).block()).found();
                if (found == null || !id.equals(found.meeting().meetingId())) {
                    throw new IllegalStateException(id + " was not found");
                }
            }
            return (CPU.nanos() - begin) / 1e3 / part;
        }));
    }
}
