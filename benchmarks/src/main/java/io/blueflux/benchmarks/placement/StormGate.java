// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** 500 meetings within a second on 22 servers: by our rule, and by those of two balancers. */
final class StormGate implements Gate {
    private static final int SERVERS = 22;
    private static final int MEETINGS = 500;
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration INTERVAL_OF_WARMUP = Duration.ofSeconds(1);

    @Override
    public List<Figure> measure(Pace pace) throws IOException {
        List<StormMeeting> meetings = StormMeeting.first(MEETINGS);
        try (Simulators process = new Simulators(SERVERS)) {
            Storm warmup = new Storm(process.members(), meetings, INTERVAL_OF_WARMUP);
            Storm.Outcome cold = warmup.run(new OurPlacing());
            warmup.run(new OurPlacing());
            Storm storm = new Storm(process.members(), meetings, INTERVAL);
            return figures(
                    cold,
                    storm.run(new OurPlacing()),
                    sound(storm.run(new ScalelitePlacing())),
                    sound(storm.run(new BbblbPlacing())));
        }
    }

    /** A peer that fails is no peer. */
    private static Storm.Outcome sound(Storm.Outcome peer) {
        if (peer.failed() > 0) {
            throw new IllegalStateException("a peer's creates failed: " + peer);
        }
        return peer;
    }

    private static List<Figure> figures(
            Storm.Outcome cold, Storm.Outcome ours, Storm.Outcome scalelite, Storm.Outcome bbblb) {
        return List.of(
                Figure.of(Bar.L2_SPREAD, ours.spread()),
                Figure.of(Bar.L2_FAILED, ours.failed()),
                Figure.of(Bar.L2_DOUBLED, ours.doubled()),
                Figure.free(PlacementLine.CREATES, ours.created(), ""),
                Figure.free(PlacementLine.MILLIS, ours.millis(), "ms"),
                Figure.free(PlacementLine.SCALELITE, scalelite.spread(), "×"),
                Figure.free(PlacementLine.BBBLB, bbblb.spread(), "×"),
                Figure.free("L2 spread of the participants, when all have come", ours.participantSpread(), "×"),
                Figure.free("L2 the same by Scalelite's rule", scalelite.participantSpread(), "×"),
                Figure.free("L2 the same by bbblb's rule", bbblb.participantSpread(), "×"),
                Figure.free("L2 time to the last by Scalelite's rule", scalelite.millis(), "ms"),
                Figure.free("L2 time to the last by bbblb's rule", bbblb.millis(), "ms"),
                Figure.free("L2 spread in a process just started", cold.spread(), "×"),
                Figure.free("L2 failed in a process just started", cold.failed(), ""),
                Figure.free("L2 time to the last in a process just started", cold.millis(), "ms"));
    }
}
