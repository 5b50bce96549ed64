// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.BbbServer;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** A connection to each server in a pool of its own, by reactor-netty alone. */
final class BareConnections implements AutoCloseable {
    private static final int AT_ONCE = 64;

    private final ConnectionProvider pools = ConnectionProvider.builder("connections")
            .maxConnections(4_096)
            .pendingAcquireMaxCount(4_096)
            .maxIdleTime(Duration.ofSeconds(50))
            .maxLifeTime(Duration.ofMinutes(10))
            .evictInBackground(Duration.ofSeconds(30))
            .disposeInactivePoolsInBackground(Duration.ofMinutes(5), Duration.ofMinutes(5))
            .build();

    BareConnections(List<BbbServer> servers, LoopResources loops) {
        HttpClient http = HttpClient.create(pools).runOn(loops);
        for (int i = 0; i < 3; i++) {
            Flux.fromIterable(servers)
                    .flatMap(
                            server -> http.get()
                                    .uri(server.baseUrl() + "api/getMeetings")
                                    .responseContent()
                                    .map(ByteBuf::readableBytes)
                                    .reduce(0, Integer::sum),
                            AT_ONCE,
                            1)
                    .blockLast();
        }
    }

    @Override
    public void close() {
        pools.disposeLater().block();
    }
}
