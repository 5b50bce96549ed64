// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.channel.Channel;
import java.net.SocketAddress;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;

/** What the transport calls back, one and the same for all calls: each finds its {@link WireAttempt} in the context. */
final class WireCallbacks {
    private static final String PROGRESS = "io.blueflux.uploadProgress";

    private WireCallbacks() {}

    static void noteOpened(ConnectionObserver observer, Channel channel, @Nullable SocketAddress remote) {
        WireAttempt attempt = observer.currentContext().getOrDefault(WireAttempt.class, null);
        if (attempt != null) {
            attempt.opened(channel);
        }
        WireWatch.add(channel, observer);
    }

    static void noteUse(HttpClientRequest request, Connection connection) {
        WireAttempt attempt = attempt(request);
        Channel channel = connection.channel();
        if (!attempt.started(WireWatch.use(channel, attempt), channel.eventLoop())) {
            connection.dispose(); // first: the transport prints what is thrown over an open connection
            throw new CancellationException("the try is over: the call was sent over another connection");
        }
        if (attempt.isElsewhere()) {
            WireHeaders.keepTheWires(request.requestHeaders());
        }
        if (attempt.hasBody()) {
            connection.addHandlerLast(PROGRESS, new WireProgress(attempt));
        }
    }

    static void noteSent(HttpClientRequest request, Connection connection) {
        WireAttempt attempt = attempt(request);
        attempt.sent();
        if (attempt.hasBody()) {
            connection.removeHandler(PROGRESS); // the connection's next call has its own
        }
    }

    /**
     * What follows a change of protocols is not HTTP; and an answer that came before the body was sent leaves the rest of the
     * body to come.
     */
    static void giveUpUnfinished(HttpClientResponse response, Connection connection) {
        boolean changed = response.status().code() < 200;
        if (changed || !response.currentContextView().get(WireAttempt.class).isSent()) {
            connection.markPersistent(false);
        }
    }

    /**
     * The transport drops an answer that comes with an error of its own, and gives the connection to the next call with the
     * content still in the queue of this one, which nobody will read.
     */
    static void throwAwayUnheard(HttpClientResponse response, Connection connection) {
        WireAttempt attempt = response.currentContextView().getOrDefault(WireAttempt.class, null);
        if (attempt != null && !attempt.isAnswered()) {
            connection.dispose();
        }
    }

    private static WireAttempt attempt(HttpClientRequest request) {
        return request.currentContextView().get(WireAttempt.class);
    }
}
