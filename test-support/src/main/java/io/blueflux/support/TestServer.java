// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import io.blueflux.BbbServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** A server that answers as a test wants it, on event loops of its own. Counts connections. */
public final class TestServer implements AutoCloseable {
    private final LoopResources loops = LoopResources.create("test-server", 1, true);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final DisposableServer server;

    /**
     * Starts it.
     *
     * @param handler answers each request
     */
    public TestServer(
            BiFunction<? super HttpServerRequest, ? super HttpServerResponse, ? extends Publisher<Void>> handler) {
        this.server = HttpServer.create()
                .bindAddress(() -> new InetSocketAddress("127.0.0.1", 0))
                .runOn(loops)
                .doOnChannelInit((observer, channel, remote) -> {
                    opened.incrementAndGet();
                    open.incrementAndGet();
                    channel.closeFuture().addListener(closed -> open.decrementAndGet());
                })
                .handle(handler)
                .bindNow();
    }

    /**
     * Returns where it is.
     *
     * @return a server of the API
     */
    public BbbServer address() {
        return BbbServer.of("http://127.0.0.1:" + server.port() + "/bigbluebutton/", "shared-secret-1");
    }

    /**
     * Counts the connections there ever were.
     *
     * @return their number
     */
    public int opened() {
        return opened.get();
    }

    /**
     * Counts the connections there are.
     *
     * @return their number
     */
    public int open() {
        return open.get();
    }

    /** Closes the connections that are idle or busy, as a restarting server does. */
    @Override
    public void close() {
        server.disposeNow();
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }
}
