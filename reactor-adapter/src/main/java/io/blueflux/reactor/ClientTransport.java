// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.HostAndPort;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.FutureMono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** What the calls of one client go through: its HTTP client, its connections, and the end of both. */
final class ClientTransport {
    private static final int MOST_STALE = 500;
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);

    private final String serverName;
    private final HostAndPort address;
    private final @Nullable ConnectionProvider ownPool;
    private final @Nullable LoopResources ownLoops;
    private final WireClient shared;
    private final RunningCalls calls;
    /** What this client's calls have opened; what is added after it was closed is closed at once. */
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    private final AtomicReference<@Nullable Mono<Void>> disposal = new AtomicReference<>();
    private final Sinks.Empty<Void> closing = Sinks.empty();

    ClientTransport(ClientSettings settings) {
        ClientSettings.Http source = settings.http();
        this.serverName = settings.server().name();
        this.address = address(settings.server().baseUrl());
        boolean ownsPool = source.given() == null && source.pool() == null;
        this.ownPool = ownsPool ? WireSetup.pool(settings.pool()) : null;
        this.ownLoops = ownsPool && source.loops() == null
                ? LoopResources.create("blueflux-http", LoopResources.DEFAULT_IO_WORKER_COUNT, true)
                : null; // a pool that outlives the client needs loops that do
        this.shared = WireClient.of(source.with(ownPool, ownLoops));
        this.calls = new RunningCalls(settings.timer());
    }

    HttpClient http() {
        return shared.http();
    }

    /** Returns what sends a GET, made once for all calls. */
    HttpClient.RequestSender get() {
        return shared.get();
    }

    RunningCalls calls() {
        return calls;
    }

    /** Where the connections that a call opens are noted. */
    ChannelGroup channels() {
        return channels;
    }

    /** Returns the client for a server that another one named: it is told nothing that was meant for ours. */
    HttpClient stranger() {
        return http().headersWhen(headers ->
                Mono.just(WireHeaders.forAnybody(headers))); // last of all, after those of a given client
    }

    boolean isDisposed() {
        return disposal.get() != null;
    }

    /** Completes when the client is closed; at once if it is. */
    Mono<Void> closing() {
        return closing.asMono();
    }

    Mono<Void> disposeLater() {
        return Mono.defer(() -> {
            Mono<Void> mine = Mono.defer(this::dispose).cache();
            Mono<Void> first = disposal.compareAndExchange(null, mine);
            if (first == null) {
                closing.tryEmitEmpty(); // nobody else emits
                calls.close();
            }
            return first == null ? mine : first;
        });
    }

    /** Refuses a fan-out for which the pool has too few connections: infos would wait for the list, and it for them. */
    void requireConnections(int concurrency) {
        if (isMultiplexed()) {
            return;
        }
        int connections = connections();
        if (connections >= 0 && connections <= concurrency) {
            throw new IllegalArgumentException("concurrency " + concurrency + " needs a pool of " + (concurrency + 1)
                    + " connections, one for the list; the pool of " + serverName + " has " + connections);
        }
    }

    /** Whether one connection carries many calls. A server that may choose the protocol may choose HTTP/1.1. */
    private boolean isMultiplexed() {
        return Stream.of(http().configuration().protocols()).noneMatch(HttpProtocol.HTTP11::equals);
    }

    /** Bounds how many stale connections one call may meet: as many as the pool can hold. */
    int mostStale() {
        int connections = connections();
        return connections < 0 ? MOST_STALE : connections;
    }

    private int connections() {
        ConnectionProvider pool = http().configuration().connectionProvider();
        if (pool.maxConnectionsPerHost() != null) {
            for (var perHost : pool.maxConnectionsPerHost().entrySet()) {
                if (perHost.getKey() instanceof InetSocketAddress address && isServer(address)) {
                    return perHost.getValue();
                }
            }
        }
        return pool.maxConnections();
    }

    /** Returns what fan-outs share; without a bound where the connections have none, or carry many calls. */
    WirePool pool() {
        return new WirePool(
                http().configuration().connectionProvider(),
                address.host(),
                address.port(),
                isMultiplexed() ? -1 : connections());
    }

    private static HostAndPort address(URI url) {
        return HostAndPort.of(url).in(url.getScheme());
    }

    private boolean isServer(InetSocketAddress address) {
        return address.getPort() == this.address.port()
                && address.getHostString().equalsIgnoreCase(this.address.host());
    }

    /**
     * First the connections, then the loops under them. Of a pool that was given, those that are still being made for calls of
     * ours end; those that are made are the pool's. Loops that were given may be gone already, and then answer nothing.
     */
    private Mono<Void> dispose() {
        Mono<Void> pool = ownPool == null ? Mono.empty() : ownPool.disposeLater();
        Mono<Void> loops = ownLoops == null ? Mono.empty() : ownLoops.disposeLater(Duration.ZERO, SHUTDOWN);
        return pool.onErrorComplete()
                .then(FutureMono.deferFuture(() -> channels.close(this::isOursToClose)))
                .timeout(SHUTDOWN)
                .onErrorComplete()
                .then(loops);
    }

    private boolean isOursToClose(Channel channel) {
        return !channel.eventLoop().isShutdown() && (ownPool != null || isBeingMade(channel));
    }

    private static boolean isBeingMade(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        return !channel.isActive() || (tls != null && !tls.handshakeFuture().isDone());
    }
}
