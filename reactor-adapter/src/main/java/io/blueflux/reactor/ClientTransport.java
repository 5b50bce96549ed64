// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.HostAndPort;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.ChannelPipelineConfigurer;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.FutureMono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Makes the HTTP client of a {@link BbbClient} from what was set and given, and disposes of what it made itself. */
final class ClientTransport {
    private static final int PENDING_ACQUIRES = 1_000;
    private static final int MOST_STALE = 500;
    /** Below the 60 to 75 seconds after which servers' proxies close an idle connection. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(50);

    private static final Set<String> FOR_ANYBODY = Set.of("accept", "accept-encoding", "user-agent");

    /** And what the transport adds. */
    private static final Set<String> OF_THE_WIRE = Set.of(
            "accept",
            "accept-encoding",
            "user-agent",
            "host",
            "connection",
            "content-length",
            "upgrade",
            "http2-settings");

    private static final String OF_HTTP2 = "x-http2-";

    private static final Duration MAX_LIFE = Duration.ofMinutes(10);
    private static final Duration EVICTION = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);
    private static final String PROGRESS = "io.blueflux.uploadProgress";

    private final String serverName;
    private final HostAndPort address;
    private final @Nullable ConnectionProvider ownPool;
    private final @Nullable LoopResources ownLoops;
    private final SharedHttp shared;
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
        this.ownPool = ownsPool ? newPool(settings.pool()) : null;
        this.ownLoops = ownsPool && source.loops() == null
                ? LoopResources.create("blueflux-http", LoopResources.DEFAULT_IO_WORKER_COUNT, true)
                : null; // a pool that outlives the client needs loops that do
        this.shared = SharedHttp.of(source.with(ownPool, ownLoops), ClientTransport::adapted);
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
        return http().headersWhen(
                        headers -> Mono.just(forAnybody(headers))); // last of all, after those of a given client
    }

    private static HttpHeaders forAnybody(HttpHeaders headers) {
        return kept(headers, FOR_ANYBODY);
    }

    private static HttpHeaders kept(HttpHeaders headers, Set<String> kept) {
        headers.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !kept.contains(name) && !name.startsWith(OF_HTTP2))
                .forEach(headers::remove);
        return headers;
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

    private static HttpClient base(ClientSettings.Http source) {
        if (source.given() != null) {
            return source.given();
        }
        HttpClient client = HttpClient.create(Objects.requireNonNull(source.pool()));
        return withConnectTimeout(
                source.loops() == null ? client : client.runOn(source.loops()), ClientSettings.Http.CONNECT_TIMEOUT);
    }

    private static ConnectionProvider newPool(ClientSettings.Pool bounds) {
        return ConnectionProvider.builder("blueflux-http")
                .maxConnections(bounds.maxConnections())
                .pendingAcquireMaxCount(PENDING_ACQUIRES)
                .pendingAcquireTimeout(bounds.acquireTimeout())
                .maxIdleTime(MAX_IDLE)
                .maxLifeTime(MAX_LIFE)
                .evictInBackground(EVICTION)
                .build();
    }

    private static HttpClient adapted(ClientSettings.Http source) {
        HttpClient client = base(source)
                .followRedirect(false)
                .compress(true)
                .responseTimeout(null)
                .disableRetry(true)
                .headers(headers ->
                        headers.set(HttpHeaderNames.ACCEPT, "*/*").set(HttpHeaderNames.USER_AGENT, source.userAgent()))
                .doOnRequest(ClientTransport::noteUse)
                .doAfterRequest(ClientTransport::noteSent)
                .doOnResponse(ClientTransport::giveUpUnfinished)
                .doAfterResponseSuccess(ClientTransport::throwAwayUnheard);
        if (client.configuration().doOnChannelInit() == ChannelPipelineConfigurer.emptyConfigurer()) {
            client = client.doOnChannelInit(ClientTransport::noteOpened); // two would split a pool that clients share
        }
        if (client.configuration().decoder().maxHeaderSize() != source.headerBytes()) {
            client = client.httpResponseDecoder(spec -> spec.maxHeaderSize(source.headerBytes()));
        }
        if (source.connectTimeout() != null) {
            client = withConnectTimeout(client, source.connectTimeout());
        }
        if (source.proxy() != null) {
            client = client.proxy(source.proxy());
            if (source.given() == null) {
                client = client.resolver(NoopAddressResolverGroup.INSTANCE); // the proxy knows names that we need not
            }
        }
        if (source.resolver() != null) {
            client = client.resolver(source.resolver());
        }
        if (source.sslContext() != null) {
            SslContext context = source.sslContext();
            client = client.secure(
                    spec -> spec.sslContext(context).handlerConfigurator(ClientTransport::verifyHostName));
        }
        return client;
    }

    private static HttpClient withConnectTimeout(HttpClient client, Duration timeout) {
        return client.option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE));
    }

    private static void noteOpened(ConnectionObserver observer, Channel channel, @Nullable SocketAddress remote) {
        Attempt attempt = observer.currentContext().getOrDefault(Attempt.class, null);
        if (attempt != null) {
            attempt.opened(channel);
        }
        WireWatch.add(channel, observer);
    }

    private static void noteUse(HttpClientRequest request, Connection connection) {
        Attempt attempt = attempt(request);
        Channel channel = connection.channel();
        if (!attempt.started(WireWatch.use(channel, attempt), channel.eventLoop())) {
            connection.dispose(); // first: the transport prints what is thrown over an open connection
            throw new CancellationException("the try is over: the call was sent over another connection");
        }
        if (attempt.isElsewhere()) {
            kept(request.requestHeaders(), OF_THE_WIRE); // what a given client adds at the last moment
        }
        if (attempt.hasBody()) {
            connection.addHandlerLast(PROGRESS, new UploadProgress(attempt));
        }
    }

    private static void noteSent(HttpClientRequest request, Connection connection) {
        Attempt attempt = attempt(request);
        attempt.sent();
        if (attempt.hasBody()) {
            connection.removeHandler(PROGRESS); // the connection's next call has its own
        }
    }

    /**
     * What follows a change of protocols is not HTTP; and an answer that came before the body was sent leaves the rest of the
     * body to come.
     */
    private static void giveUpUnfinished(HttpClientResponse response, Connection connection) {
        boolean changed = response.status().code() < 200;
        if (changed || !response.currentContextView().get(Attempt.class).isSent()) {
            connection.markPersistent(false);
        }
    }

    /**
     * The transport drops an answer that comes with an error of its own, and gives the connection to the next call with the
     * content still in the queue of this one, which nobody will read.
     */
    private static void throwAwayUnheard(HttpClientResponse response, Connection connection) {
        Attempt attempt = response.currentContextView().getOrDefault(Attempt.class, null);
        if (attempt != null && !attempt.isAnswered()) {
            connection.dispose();
        }
    }

    private static Attempt attempt(HttpClientRequest request) {
        return request.currentContextView().get(Attempt.class);
    }

    private static void verifyHostName(SslHandler handler) {
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
    }
}
