// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.parameter.Validation;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.BbbClientBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** The event loops and the connections that all servers of a fleet share; the provider keeps a pool for each address. */
final class ClientConnections implements ClientSource {
    private static final Duration ACQUIRE_TIMEOUT = Duration.ofSeconds(10);
    /** Below the 60 to 75 seconds after which servers' proxies close an idle connection. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(50);

    private static final Duration EVICTION = Duration.ofSeconds(30);
    private static final Duration UNUSED_POOL = Duration.ofMinutes(5);
    /** Connections that polls were just making reach their loops in this time, and close with them. */
    private static final Duration QUIET = Duration.ofMillis(50);

    /** A bound for machines that are overloaded; elsewhere loops end when it is quiet. */
    private static final Duration SHUTDOWN = Duration.ofSeconds(30);

    private final FleetSettings settings;
    private final LoopResources loops;
    private final ConnectionProvider pools;

    ClientConnections(FleetSettings settings) {
        this.settings = settings;
        FleetSettings.Clients shared = settings.clients();
        this.loops = shared.loops() == null
                ? LoopResources.create("blueflux-fleet", LoopResources.DEFAULT_IO_WORKER_COUNT, true)
                : shared.loops();
        this.pools = ConnectionProvider.builder("blueflux-fleet")
                .maxConnections(shared.maxConnectionsPerAddress())
                .pendingAcquireMaxCount(shared.maxConnectionsPerAddress())
                .pendingAcquireTimeout(ACQUIRE_TIMEOUT)
                .maxIdleTime(MAX_IDLE)
                .maxLifeTime(shared.maxLifeTime())
                .evictInBackground(EVICTION)
                .disposeInactivePoolsInBackground(UNUSED_POOL, UNUSED_POOL)
                .build();
    }

    @Override
    public BbbClient client(BbbServer server) {
        BbbClientBuilder builder = Objects.requireNonNull(
                settings.clients()
                        .setUp()
                        .apply(BbbClient.builder(server)
                                .limits(FleetSettings.Clients.LIMITS)
                                .validation(Validation.LENIENT)),
                "clients returned nothing");
        List<String> taken = builder.sharedSettings();
        if (!taken.isEmpty()) {
            throw new IllegalArgumentException("clients cannot set " + String.join(", ", taken)
                    + ": all clients of a fleet share one, which the fleet's own builder sets");
        }
        BbbClient client = builder.loopResources(loops)
                .connectionProvider(pools)
                .timer(settings.timer())
                .clock(settings.clock())
                .listener(AnswerTrace.listener(settings.clients().listener()))
                .build();
        if (!client.server().equals(server)) {
            throw new IllegalArgumentException("clients returned the builder of another server");
        }
        return client;
    }

    /** The loops after the connections that are open on them, whatever becomes of those; given ones stay. */
    @Override
    public Mono<Void> dispose() {
        Mono<Void> rest = settings.clients().loops() == null ? loops.disposeLater(QUIET, SHUTDOWN) : Mono.empty();
        return Flux.concatDelayError(pools.disposeLater(), rest).then();
    }
}
