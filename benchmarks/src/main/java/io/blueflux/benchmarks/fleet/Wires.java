// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import java.time.Duration;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Event loops and connections, the same for every variant on reactor-netty: a pool for each address. */
final class Wires {
    private Wires() {}

    static LoopResources loops(String name) {
        return LoopResources.create(name, LoopResources.DEFAULT_IO_WORKER_COUNT, true);
    }

    static ConnectionProvider pools() {
        return ConnectionProvider.builder("benchmark")
                .maxConnections(2)
                .pendingAcquireMaxCount(16)
                .maxIdleTime(Duration.ofSeconds(50))
                .evictInBackground(Duration.ofSeconds(30))
                .build();
    }

    static void close(ConnectionProvider pools, LoopResources loops) {
        pools.disposeLater()
                .then(loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)))
                .block();
    }
}
