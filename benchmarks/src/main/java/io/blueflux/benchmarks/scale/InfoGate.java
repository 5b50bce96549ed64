// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.fleet.PollDepth;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.MeetingResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/** F6: the infos of 50 meetings on each of 200 servers. */
final class InfoGate implements Gate {
    private static final int SERVERS = 200;
    private static final String SHAPE = "50x8";
    private static final Duration INTERVAL = Duration.ofMillis(500); // the least there is
    private static final FanOut CALLS = FanOut.DEFAULT.withConcurrency(4).withOrdered(true);
    private static final double INFOS = 50 / 51.0; // of the answers, the others are lists

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        LoopResources loops = Transport.usual();
        try (AnsweringProcess process = AnsweringProcess.start()) {
            List<BbbServer> servers = process.servers(SERVERS, SHAPE);
            try (Lane ours = new FleetLane(servers, Plans.every(INTERVAL, PollDepth.INFO), loops);
                    Lane bare = new BareLane(servers, INTERVAL, loops, InfoGate::infos);
                    Lane comparing = new BareLane(servers, INTERVAL, loops, InfoGate::compared)) {
                Turns turns = new Turns(List.of(ours, bare, comparing), process::answers, Sizes.of(pace)).run();
                return List.of(
                        Figure.of(Bar.F6_INFO, turns.ratio(0, 2)),
                        Figure.free("F6 a fleet ÷ bare clients", turns.ratio(0, 1), "×"),
                        Figure.free("F6 clients that compare ÷ bare clients", turns.ratio(2, 1), "×"),
                        Figure.free("F6 infos a second", turns.perSecond(0) * INFOS, ""),
                        Figure.free("F6 infos a second by bare clients", turns.perSecond(1) * INFOS, ""),
                        Figure.free("F6 an info, its part of the list included", turns.micros(0) / INFOS, "µs"));
            }
        }
    }

    private static Mono<?> infos(BbbClient client) {
        return client.getMeetingsWithInfo(CALLS).collectList();
    }

    /** The least that whoever polls must do beyond calling: remember each server's last answer, and see whether it changed. */
    private static Mono<?> compared(BbbClient client) {
        AtomicReference<List<MeetingResult>> last = new AtomicReference<>(List.of());
        return client.getMeetingsWithInfo(CALLS)
                .collectList()
                .doOnNext(infos -> last.updateAndGet(known -> known.equals(infos) ? known : infos));
    }
}
