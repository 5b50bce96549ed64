// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.PollPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** F9: the same polls by each transport that there is, beside the JDK's sockets. */
final class TransportGate implements Gate {
    private static final int SERVERS = 1_500;
    private static final PollPlan PLAN = Plans.every(Duration.ofSeconds(1), PollDepth.COUNTERS);

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        List<Transport> transports =
                Stream.of(Transport.values()).filter(Transport::isAvailable).toList();
        List<FleetLane> lanes = new ArrayList<>();
        try (AnsweringProcess process = AnsweringProcess.start()) {
            List<BbbServer> servers = process.servers(SERVERS, "0x0");
            for (Transport transport : transports) {
                lanes.add(new FleetLane(servers, PLAN, transport.loops()));
            }
            Turns turns = new Turns(lanes, process::answers, Sizes.of(pace)).run();
            lanes.forEach(FleetLane::close);
            return figures(transports, turns);
        }
    }

    private static List<Figure> figures(List<Transport> transports, Turns turns) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < transports.size(); i++) {
            String name = transports.get(i).name().toLowerCase(Locale.ROOT);
            if (i > 0) {
                figures.add(Figure.free("F9 " + name + " ÷ nio, CPU a poll", turns.ratio(i, 0), "×"));
            }
            figures.add(Figure.free("F9 a poll by " + name, turns.micros(i), "µs"));
        }
        return figures;
    }
}
