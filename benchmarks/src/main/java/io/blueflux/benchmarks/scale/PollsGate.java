// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.fleet.PollDepth;
import io.blueflux.model.MeetingFields;
import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/** F1: a fleet of idle servers beside bare clients. */
final class PollsGate implements Gate {
    private static final int SERVERS = 2_000;
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        LoopResources loops = Transport.usual();
        try (AnsweringProcess process = AnsweringProcess.start()) {
            List<BbbServer> servers = process.servers(SERVERS, "0x0");
            try (Lane ours = new FleetLane(servers, Plans.every(INTERVAL, PollDepth.COUNTERS), loops);
                    Lane bare = new BareLane(servers, INTERVAL, loops, PollsGate::meetings)) {
                Turns turns = new Turns(List.of(ours, bare), process::answers, Sizes.of(pace)).run();
                return List.of(
                        Figure.of(Bar.F1_POLLS, turns.ratio(0, 1)),
                        Figure.free("F1 a fleet's poll", turns.micros(0), "µs"),
                        Figure.free("F1 a bare client's call", turns.micros(1), "µs"),
                        Figure.free("F1 polls a second", turns.perSecond(0), ""),
                        Figure.free("F1 bare calls a second", turns.perSecond(1), ""));
            }
        }
    }

    private static Mono<?> meetings(BbbClient client) {
        return client.getMeetings(MeetingFields.COUNTERS).collectList();
    }
}
