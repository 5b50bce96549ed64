// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.placement.RuleUnderTest;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where 10,000 meetings go on 150 servers of an afternoon, decided again and again. */
final class DecisionGate implements Gate {
    private static final int SERVERS = 150;
    private static final int MEETINGS = 10_000;

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        BbbFleet fleet = Afternoon.fleet(SERVERS);
        try {
            RuleUnderTest rule = new RuleUnderTest(fleet);
            List<String> ids =
                    IntStream.range(0, MEETINGS).mapToObj(i -> "room-" + i).toList();
            int servers =
                    ids.stream().map(rule::decide).collect(Collectors.toSet()).size();
            Iterator<String> endless =
                    Stream.generate(() -> ids).flatMap(List::stream).iterator();
            double nanos = Paired.ofThread()
                    .add(() -> rule.decide(endless.next()))
                    .run(pace)
                    .nanos(0);
            return List.of(
                    Figure.of(Bar.L1_DECISION, nanos / 1_000),
                    Figure.free("L1 servers that got one of 10,000 meetings", servers, ""));
        } finally {
            fleet.disposeLater().block();
        }
    }
}
