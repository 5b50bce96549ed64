// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fanout;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.transport.FixedServerProcess;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.MeetingResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;

/** getMeetings of 500, then getMeetingInfo of each, from a server that thinks for 10 ms: one after the other beside ours. */
final class FanOutGate implements Gate {
    private static final int MEETINGS = 500;
    private static final int ATTENDEES = 20;
    private static final int DELAY = 10;
    private static final int WARM_PASSES = 20;

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (FixedServerProcess server = FixedServerProcess.start()) {
            SequentialBlocking peer = new SequentialBlocking(server.answering(MEETINGS, ATTENDEES, DELAY));
            BbbClient ours = BbbClient.builder(server.answering(MEETINGS, ATTENDEES, DELAY))
                    .build();
            BbbClient atOnce =
                    BbbClient.builder(server.answering(MEETINGS, ATTENDEES, 0)).build();
            for (int pass = 0; pass < WARM_PASSES; pass++) {
                infos(atOnce, 128); // warms the code
            }
            Variants.checkEqual(peer.meetingsWithInfo(), infos(ours, 128));
            List<Figure> figures = figures(peer, ours, pace);
            ours.disposeLater().then(atOnce.disposeLater()).block();
            return figures;
        }
    }

    /** A round of the blocking client takes seconds, so that its time is taken once, between two halves of ours. */
    private static List<Figure> figures(SequentialBlocking peer, BbbClient ours, Pace pace) throws Exception {
        int passes = (int) Math.max(9, pace.measurement().toMillis() / 400);
        double[] at32 = new double[passes];
        double[] at128 = new double[passes];
        for (int pass = 0; pass < passes; pass++) {
            at32[pass] = seconds(ours, 32);
            at128[pass] = seconds(ours, 128);
        }
        long begin = System.nanoTime();
        peer.meetingsWithInfo();
        double sequential = (System.nanoTime() - begin) / 1e9;
        double seconds32 = Paired.median(DoubleStream.of(at32));
        double seconds128 = Paired.median(DoubleStream.of(at128));
        return List.of(
                Figure.of(Bar.T5_32, sequential / seconds32),
                Figure.of(Bar.T5_128, sequential / seconds128),
                Figure.free("sequential blocking", sequential, "s"),
                Figure.free("ours at 32", seconds32, "s"),
                Figure.free("ours at 128", seconds128, "s"));
    }

    private static double seconds(BbbClient ours, int concurrency) {
        long begin = System.nanoTime();
        infos(ours, concurrency);
        return Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1e9;
    }

    private static List<Meeting> infos(BbbClient client, int concurrency) {
        return client.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(concurrency))
                .ofType(MeetingResult.Found.class)
                .map(MeetingResult.Found::info)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
