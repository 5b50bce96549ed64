// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Heap;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.fleet.PollDepth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import reactor.netty.resources.LoopResources;

/** F2: the heap of servers in a fleet that polls them, less that of as many connections. */
final class HeapGate implements Gate {
    private static final int SERVERS = 1_000;
    private static final int FEW = 100;
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final int POLLS = 3;
    private static final int CLASSES = 8;

    private final LoopResources loops = Transport.usual();
    private final List<Figure> figures = new ArrayList<>();

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (AnsweringProcess process = AnsweringProcess.start()) {
            Taken connections = connections(process);
            figures.add(Figure.free("F2 a connection and its pool", connections.bytes / SERVERS / 1e3, "KB"));
            fleet("F2 idle", process, 0, PollDepth.COUNTERS, connections);
            fleet("F2 COUNTERS", process, 10, PollDepth.COUNTERS, connections);
            fleet("F2 MEETINGS", process, 10, PollDepth.MEETINGS, connections);
        }
        return figures;
    }

    /** What is loaded and made once is no server's: a few come first. */
    private Taken connections(AnsweringProcess process) throws JMException {
        List<BbbServer> servers = process.servers(SERVERS, "0x0");
        new BareConnections(servers.subList(0, FEW), loops).close();
        Histogram unused = Histogram.take();
        Taken before = Taken.before();
        BareConnections all = new BareConnections(servers, loops);
        Taken taken = Taken.since(before);
        all.close();
        return taken;
    }

    private void fleet(String name, AnsweringProcess process, int meetings, PollDepth depth, Taken connections)
            throws JMException {
        polled(process, FEW, meetings, depth).close();
        Waits.pause(SETTLING); // until what was closed is gone
        Taken before = Taken.before();
        FleetLane lane = polled(process, SERVERS, meetings, depth);
        Taken taken = Taken.since(before).minus(connections);
        lane.check(); // is alive until here
        lane.close();
        figures.add(Figure.free(name, taken.bytes / SERVERS / 1e3, "KB"));
        for (Map.Entry<String, Long> each : taken.classes.top(CLASSES)) {
            figures.add(Figure.free(name + ", of it " + each.getKey(), (double) each.getValue() / SERVERS, "B"));
        }
    }

    private FleetLane polled(AnsweringProcess process, int servers, int meetings, PollDepth depth) {
        FleetLane lane = new FleetLane(
                process.servers(servers, index -> meetings + "x20from" + index * meetings),
                Plans.every(INTERVAL, depth),
                loops);
        lane.begin();
        Waits.until(
                "each server to be polled",
                () -> lane.fleet().snapshot().servers().values().stream()
                        .allMatch(server -> server.poll().number() >= POLLS));
        return lane;
    }

    /** What the heap holds more than before, in all and by class. */
    private record Taken(double bytes, Histogram classes) {
        /** Takes the histogram first, so that it counts among what was there before. */
        static Taken before() throws JMException {
            Histogram now = Histogram.take();
            return new Taken((double) Heap.used(), now);
        }

        /** Takes the histogram last, which so does not count. */
        static Taken since(Taken before) throws JMException {
            double used = (double) Heap.used();
            return new Taken(used, Histogram.take()).minus(before);
        }

        Taken minus(Taken other) {
            return new Taken(bytes - other.bytes, classes.minus(other.classes));
        }
    }
}
