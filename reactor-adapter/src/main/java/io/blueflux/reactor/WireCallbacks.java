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

/** What the transport calls back, one and the same for all calls: each finds its {@link Attempt} in the context. */
final class WireCallbacks {
    private static final String PROGRESS = "io.blueflux.uploadProgress";

    private WireCallbacks() {}

    static void noteOpened(ConnectionObserver observer, Channel channel, @Nullable SocketAddress remote) {
        Attempt attempt = observer.currentContext().getOrDefault(Attempt.class, null);
        if (attempt != null) {
            attempt.opened(channel);
        }
        WireWatch.add(channel, observer);
    }

    static void noteUse(HttpClientRequest request, Connection connection) {
        Attempt attempt = attempt(request);
        Channel channel = connection.channel();
        if (!attempt.started(WireWatch.use(channel, attempt), channel.eventLoop())) {
            connection.dispose(); // first: the transport prints what is thrown over an open connection
            throw new CancellationException("the try is over: the call was sent over another connection");
        }
        if (attempt.isElsewhere()) {
            WireHeaders.keepTheWires(request.requestHeaders());
        }
        if (attempt.hasBody()) {
            connection.addHandlerLast(PROGRESS, new UploadProgress(attempt));
        }
    }

    static void noteSent(HttpClientRequest request, Connection connection) {
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
    static void giveUpUnfinished(HttpClientResponse response, Connection connection) {
        boolean changed = response.status().code() < 200;
        if (changed || !response.currentContextView().get(Attempt.class).isSent()) {
            connection.markPersistent(false);
        }
    }

    /**
     * The transport drops an answer that comes with an error of its own, and gives the connection to the next call with the
     * content still in the queue of this one, which nobody will read.
     */
    static void throwAwayUnheard(HttpClientResponse response, Connection connection) {
        Attempt attempt = response.currentContextView().getOrDefault(Attempt.class, null);
        if (attempt != null && !attempt.isAnswered()) {
            connection.dispose();
        }
    }

    private static Attempt attempt(HttpClientRequest request) {
        return request.currentContextView().get(Attempt.class);
    }
}
