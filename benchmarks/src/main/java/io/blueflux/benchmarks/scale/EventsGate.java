// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.PollPlan;
import java.time.Duration;
import java.util.List;

/** F5: attendees come and go on 1,000 servers, with none, one and ten who hear of it. */
final class EventsGate implements Gate {
    private static final int SERVERS = 1_000;
    private static final String SHAPE = "5x10-changing";
    private static final PollPlan PLAN =
            Plans.every(Duration.ofSeconds(1), PollDepth.MEETINGS).withAttendeeGrace(Duration.ZERO);

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (AnsweringProcess process = AnsweringProcess.start();
                FleetLane polling = new FleetLane(process.servers(SERVERS, SHAPE), PLAN, Transport.usual())) {
            polling.begin();
            List<SubscribersLane> lanes = List.of(
                    new SubscribersLane(polling.fleet(), 0),
                    new SubscribersLane(polling.fleet(), 1),
                    new SubscribersLane(polling.fleet(), 10));
            Turns turns = new Turns(lanes, process::answers, Sizes.of(pace)).run();
            polling.check();
            return List.of(
                    Figure.of(Bar.F5_ONE, turns.ratio(1, 0)),
                    Figure.of(Bar.F5_TEN, turns.ratio(2, 1)),
                    Figure.free("F5 a poll without a subscriber", turns.micros(0), "µs"),
                    Figure.free("F5 a poll with one", turns.micros(1), "µs"),
                    Figure.free("F5 a poll with ten", turns.micros(2), "µs"),
                    Figure.free("F5 polls a second", turns.perSecond(1), ""));
        }
    }
}
