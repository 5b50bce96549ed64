// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookVerifier;
import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import io.blueflux.webhooks.webflux.WebhookIntake.Request;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the requests of many servers' hooks come in and their events come out: a {@link WebhookIntake} for each server, under
 * one route and in one {@code Flux}. The last segment of a hook's URL names its server, see {@link #callbackUrl}.
 *
 * <pre>{@code
 * ServerWebhooks hooks = ServerWebhooks.of(WebhookLimits.DEFAULT);
 * hooks.put("s1", WebhookVerifier.of(secret, ServerWebhooks.callbackUrl("https://app.example.org/bbb-hooks", "s1")));
 * }</pre>
 *
 * <p>No server hurts another. Each has its own buffer and its own memory of what it sent, of the sizes that the limits say. The
 * bytes of all bodies together have one bound, {@link WebhookLimits#heldBytes()}, here never less than twice the largest body;
 * of it no server takes more than it leaves free. A server that is not known is answered with 404 before its body is read.
 *
 * <p>All methods may be called from many threads, none blocks. Lives until it is disposed.
 */
public final class ServerWebhooks implements Disposable {
    private final ServerHooks hooks;
    private final Turns turns;
    private final Handover<ServerWebhook> handover;
    private final @Nullable Consumer<? super String> arrived;

    ServerWebhooks(WebhookLimits limits, LongSupplier nanoTime, Clock clock) {
        this(limits, nanoTime, clock, null);
    }

    private ServerWebhooks(
            WebhookLimits limits, LongSupplier nanoTime, Clock clock, @Nullable Consumer<? super String> arrived) {
        this.arrived = arrived;
        this.hooks = new ServerHooks(limits, nanoTime, clock);
        this.turns = new Turns(hooks, arrived != null);
        this.handover = new Handover<>(turns);
    }

    /**
     * Makes one that knows no server yet.
     *
     * @param limits the bounds of each server, but for {@link WebhookLimits#heldBytes()}, which is of all together
     * @return the webhooks of no server
     */
    public static ServerWebhooks of(WebhookLimits limits) {
        Objects.requireNonNull(limits, "limits");
        return new ServerWebhooks(limits, System::nanoTime, Clock.systemUTC());
    }

    /**
     * Makes one that knows no server yet, and says of whom something new came: for who looks at that server then, be the events
     * read or not. So that deliveries are taken though nobody reads them, the oldest events give way to new ones until somebody
     * subscribes to {@link #events()} for the first time; from then on none is lost.
     *
     * @param limits see {@link #of}
     * @param arrived is told a server's name after a delivery with news was answered, on the threads of the HTTP server; must not
     *     block. What it throws is logged
     * @return the webhooks of no server
     */
    public static ServerWebhooks notifying(WebhookLimits limits, Consumer<? super String> arrived) {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(arrived, "arrived");
        return new ServerWebhooks(limits, System::nanoTime, Clock.systemUTC(), arrived);
    }

    /**
     * Returns the URL to register with a server and to make its verifier with: the server's name, percent-encoded, as one more
     * segment. Names of letters, digits, {@code - . _ ~} stand there as they are. Any others work too, but a proxy may not let
     * an encoded slash pass.
     *
     * @param externalUrl where the route is reached from outside, without the name; a slash at its end changes nothing
     * @param server the server's name
     * @return the callback URL
     * @throws IllegalArgumentException if the URL has a query or a fragment, or if the name cannot stand in a URL: it is empty,
     *     {@code .} or {@code ..}, or has half of a surrogate pair
     */
    public static String callbackUrl(String externalUrl, String server) {
        Objects.requireNonNull(externalUrl, "externalUrl");
        if (externalUrl.indexOf('?') >= 0 || externalUrl.indexOf('#') >= 0) {
            throw new IllegalArgumentException("externalUrl must not have a query or a fragment");
        }
        return externalUrl + (externalUrl.endsWith("/") ? "" : "/") + ServerNames.encode(server);
    }

    /**
     * Takes the requests of a server from now on, by this verifier. If the server is known already, its secret has changed:
     * what is proved by the old one only is refused at once, while events that wait, and what is remembered, stay.
     *
     * @param server its name
     * @param verifier knows the hook's URL, see {@link #callbackUrl}, and the server's secret
     * @throws IllegalArgumentException if the name cannot stand in a URL
     */
    public void put(String server, WebhookVerifier verifier) {
        Objects.requireNonNull(verifier, "verifier");
        hooks.put(ServerNames.requireValid(server), verifier);
    }

    /**
     * Takes no more requests of a server; they are answered with 404 or 503. Its events that wait are still handed over; after
     * the last one all that is remembered of it goes. Does nothing if the server is not known.
     *
     * @param server its name
     */
    public void remove(String server) {
        Objects.requireNonNull(server, "server");
        hooks.remove(server);
    }

    /**
     * Takes the requests of these servers and no others, as {@link #put} and {@link #remove} do.
     *
     * @param verifiers by the servers' names
     * @throws IllegalArgumentException if a name cannot stand in a URL; then nothing has changed
     */
    public void replaceAll(Map<String, WebhookVerifier> verifiers) {
        Objects.requireNonNull(verifiers, "verifiers");
        Map<String, WebhookVerifier> copy = new LinkedHashMap<>(verifiers);
        copy.forEach((server, verifier) -> {
            ServerNames.requireValid(server);
            Objects.requireNonNull(verifier, "verifiers");
        });
        hooks.replaceAll(copy);
    }

    /**
     * Returns the events of all servers. Those of one server come in the order in which they arrived, which need not be the
     * order in which they happened, see {@link WebhookIntake#events()}; servers whose events wait take turns, one event each.
     *
     * <p>In all else like the events of an intake: hot, one subscriber at a time, who gets what was asked for and no more, on
     * the threads of the HTTP server, of its timer or of whoever requests. Whatever a subscriber throws ends its subscription
     * only. Completes when this is disposed and nothing waits; never fails by itself.
     *
     * @return the events
     */
    public Flux<ServerWebhook> events() {
        return handover.events();
    }

    /**
     * Takes one request, for HTTP servers other than those that this module has routes for. The caller must have bounded the
     * body; one that is larger than half of all bodies together may be never fits, and is too large.
     *
     * @param server the name in the request's path, decoded
     * @param rawQuery the query of the request's URL as received, still encoded
     * @param authorization the header {@code Authorization}
     * @param body the body's bytes as received
     * @return what the request is to be answered with
     */
    public Answer receive(String server, @Nullable String rawQuery, @Nullable String authorization, byte[] body) {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(body, "body");
        ServerHook hook = hooks.find(server);
        if (hook == null) {
            return Answer.UNKNOWN_SERVER;
        }
        Answer answer = hook.reception().receive(new Request(rawQuery, authorization, body.length), body);
        tell(hook, answer);
        return answer;
    }

    /** Reads the body, admits its events, responds, then tells the application. */
    <T> Mono<T> handle(String server, Request request, Flux<byte[]> chunks, Function<Answer, Mono<T>> respond) {
        return Mono.defer(() -> {
            AtomicReference<@Nullable Answer> given = new AtomicReference<>();
            ServerHook hook = hooks.find(server);
            return hook == null
                    ? respond.apply(Answer.UNKNOWN_SERVER)
                    : hook.reception()
                            .answer(request, chunks)
                            .doOnNext(given::set)
                            .flatMap(respond)
                            .doFinally(signal -> tell(hook, given.get()));
        });
    }

    private void tell(ServerHook hook, @Nullable Answer answer) {
        turns.join(hook);
        handover.drain();
        if (arrived != null && answer == Answer.ACCEPTED) {
            try {
                arrived.accept(hook.name());
            } catch (Throwable e) {
                Guard.drop(e);
            }
        }
    }

    long heldBytes() {
        return hooks.heldBytes();
    }

    /**
     * Ends all: requests of servers that are known are answered with 503, now and later, and the events complete once nothing
     * waits.
     */
    @Override
    public void dispose() {
        hooks.close();
        handover.drain();
    }

    @Override
    public boolean isDisposed() {
        return hooks.isClosed();
    }
}
