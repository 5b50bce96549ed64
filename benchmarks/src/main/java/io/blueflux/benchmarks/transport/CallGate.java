// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.CpuClock;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import io.blueflux.benchmarks.gate.Variants;
import io.blueflux.benchmarks.input.MeetingsBody;
import io.blueflux.benchmarks.parse.StreamingParse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;

/**
 * getMeetings by our client beside the floor, which is our decoder on reactor-netty without our layer; and beside its two
 * halves apart: the answer drained by bare reactor-netty, and parsed in memory.
 */
final class CallGate implements Gate {
    private final Bar bar;
    private final Load load;

    CallGate(Bar bar, Load load) {
        this.bar = bar;
        this.load = load;
    }

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        byte[] body = MeetingsBody.of(load.meetings(), load.attendees());
        try (FixedServerProcess server = FixedServerProcess.start();
                Clients clients = new Clients(server.answering(load.meetings(), load.attendees(), 0))) {
            Variants.checkEqual(
                    Objects.requireNonNull(
                            clients.ours().getMeetings().collectList().block()),
                    StreamingParse.meetings(body, StreamingParse.CHUNK));
            Callable<?> floor = clients.many(load, Mono.defer(clients::meetingsAlike));
            Callable<?> whole = clients.many(load, Mono.defer(clients::ourMeetings));
            Callable<?> drain = clients.many(load, Mono.defer(clients::bareDrain));
            Callable<?> parse = () -> parse(body);
            Callable<?> halves = () -> List.of(drain.call(), parse.call());
            load.warmUp(floor, whole, halves);
            Paired paired = Paired.of(CpuClock.ofProcess(), Load.SLICE)
                    .add(floor)
                    .add(whole)
                    .add(drain)
                    .add(halves)
                    .run(pace);
            return List.of(
                    Figure.of(bar, paired.ratio(1, 0)),
                    Figure.free(bar.id() + ": floor ÷ (bare drain + parse in memory)", paired.ratio(0, 3), "×"),
                    Figure.free(bar.id() + ": ours ÷ (bare drain + parse in memory)", paired.ratio(1, 3), "×"),
                    Figure.free(bar.id() + ": ours", paired.nanos(1) / load.requests() / 1_000, "µs"),
                    Figure.free(bar.id() + ": bare drain", paired.nanos(2) / load.requests() / 1_000, "µs"));
        }
    }

    private Object parse(byte[] body) {
        Object[] parsed = new Object[load.requests()];
        for (int i = 0; i < parsed.length; i++) {
            parsed[i] = StreamingParse.meetings(body, StreamingParse.CHUNK).size();
        }
        return parsed;
    }
}
