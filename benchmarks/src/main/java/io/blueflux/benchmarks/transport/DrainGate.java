// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.CpuClock;
import io.blueflux.benchmarks.gate.Figure;
import io.blueflux.benchmarks.gate.Gate;
import io.blueflux.benchmarks.gate.Pace;
import io.blueflux.benchmarks.gate.Paired;
import java.util.List;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;

/** Our layer beside bare reactor-netty, on a small answer of which nothing is made. */
final class DrainGate implements Gate {
    private static final int COUNTED = 10_000;

    private final Load load = Load.SMALLEST;

    @Override
    public List<Figure> measure(Pace pace) throws Exception {
        try (FixedServerProcess server = FixedServerProcess.start();
                Clients clients = new Clients(server.answering(load.meetings(), load.attendees(), 0))) {
            Callable<?> bare = clients.many(load, Mono.defer(clients::bareDrain));
            Callable<?> ours = clients.many(load, Mono.defer(clients::ourDrain));
            Callable<?> alike = clients.many(load, Mono.defer(clients::drainAlike));
            load.warmUp(bare, ours, alike);
            Paired paired = Paired.of(CpuClock.ofProcess(), Load.SLICE)
                    .add(bare)
                    .add(ours)
                    .add(alike)
                    .run(pace);
            double bareBytes = allocated(bare);
            double ourBytes = allocated(ours);
            return List.of(
                    Figure.of(Bar.T2_CPU, paired.ratio(1, 2)),
                    Figure.of(Bar.T2_ALLOCATED, (ourBytes - bareBytes) / 1_000),
                    Figure.free("our layer ÷ bare reactor-netty", paired.ratio(1, 0), "×"),
                    Figure.free("reactor-netty with the same settings ÷ bare", paired.ratio(2, 0), "×"),
                    Figure.free("a request by bare reactor-netty", paired.nanos(0) / load.requests() / 1_000, "µs"),
                    Figure.free("allocated by bare reactor-netty for a request", bareBytes / 1_000, "KB"));
        }
    }

    private double allocated(Callable<?> operation) throws Exception {
        int operations = COUNTED / load.requests();
        long before = ProcessAllocation.bytes();
        for (int i = 0; i < operations; i++) {
            operation.call();
        }
        return (double) (ProcessAllocation.bytes() - before) / (operations * load.requests());
    }
}
