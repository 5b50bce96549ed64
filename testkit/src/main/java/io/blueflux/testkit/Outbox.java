// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;

/** Sends callbacks: those to one URL in order, those to different ones at the same time. What waits is kept. */
final class Outbox {
    private static final int KEPT = 10_000;
    private static final int AT_ONCE = 16;
    private static final Duration HELD_BACK = Duration.ofMillis(20);

    private final Sinks.Many<Parcel> waiting = Sinks.many().unicast().onBackpressureBuffer();
    private final Sinks.Many<SimulatedCallback> done = Sinks.many().replay().limit(KEPT);
    private final List<SimulatedCallback> finished = new ArrayList<>();
    private final List<Sinks.Empty<Void>> awaiting = new ArrayList<>();
    private final Supplier<List<Duration>> pauses;
    private volatile boolean overtaking;
    private int outstanding;
    private boolean stopped;
    private @Nullable Disposable sending;

    Outbox(Supplier<List<Duration>> pauses) {
        this.pauses = pauses;
    }

    /** Takes a callback; after {@link #stop} nobody is told any more. */
    synchronized void put(Parcel parcel) {
        if (!stopped) {
            outstanding++;
            waiting.tryEmitNext(parcel).orThrow();
        }
    }

    /** Begins to send; until {@link #stop} there is one subscription, which no failure ends. */
    synchronized void start(HttpClient client) {
        sending = waiting.asFlux()
                .groupBy(Parcel::url, Integer.MAX_VALUE)
                .flatMap(
                        toOneUrl -> overtaking ? atOnce(client, toOneUrl) : inOrder(client, toOneUrl),
                        Integer.MAX_VALUE)
                .subscribe(this::settle);
    }

    private Flux<SimulatedCallback> inOrder(HttpClient client, Flux<Parcel> toOneUrl) {
        return toOneUrl.concatMap(parcel -> deliver(client, parcel));
    }

    private Flux<SimulatedCallback> atOnce(HttpClient client, Flux<Parcel> toOneUrl) {
        return toOneUrl.index()
                .flatMap(
                        numbered -> {
                            Mono<SimulatedCallback> delivery = deliver(client, numbered.getT2());
                            return numbered.getT1() % 2 == 0 ? delivery.delaySubscription(HELD_BACK) : delivery;
                        },
                        AT_ONCE);
    }

    /** Counts for the URLs that come after this. */
    void overtaking() {
        overtaking = true;
    }

    void stop() {
        List<Sinks.Empty<Void>> idle;
        synchronized (this) {
            stopped = true;
            outstanding = 0;
            if (sending != null) {
                sending.dispose();
            }
            idle = takeAwaiting();
        }
        idle.forEach(Sinks.Empty::tryEmitEmpty);
    }

    synchronized List<SimulatedCallback> finished() {
        return List.copyOf(finished);
    }

    Flux<SimulatedCallback> done() {
        return done.asFlux();
    }

    /** Completes when nothing is on its way. */
    Mono<Void> idle() {
        return Mono.defer(() -> {
            synchronized (this) {
                if (outstanding == 0) {
                    return Mono.empty();
                }
                Sinks.Empty<Void> sink = Sinks.empty();
                awaiting.add(sink);
                return sink.asMono();
            }
        });
    }

    private void settle(SimulatedCallback callback) {
        keep(callback);
        done.tryEmitNext(callback).orThrow();
        settled().forEach(Sinks.Empty::tryEmitEmpty);
    }

    private synchronized void keep(SimulatedCallback callback) {
        finished.add(callback);
        if (finished.size() > KEPT) {
            finished.remove(0);
        }
    }

    /** Counts one less, and returns who waits if it was the last. */
    private synchronized List<Sinks.Empty<Void>> settled() {
        outstanding = Math.max(0, outstanding - 1);
        return outstanding == 0 ? takeAwaiting() : List.of();
    }

    private synchronized List<Sinks.Empty<Void>> takeAwaiting() {
        List<Sinks.Empty<Void>> taken = List.copyOf(awaiting);
        awaiting.clear();
        return taken;
    }

    private Mono<SimulatedCallback> deliver(HttpClient client, Parcel parcel) {
        List<Duration> times = pauses.get();
        return attempt(client, parcel, 1)
                .expand(before -> before.delivered() || before.attempts() > times.size()
                        ? Mono.empty()
                        : Mono.delay(times.get(before.attempts() - 1))
                                .then(attempt(client, parcel, before.attempts() + 1)))
                .last()
                .doOnNext(last -> {
                    if (!last.delivered()) {
                        parcel.givenUp().run();
                    }
                });
    }

    private static Mono<SimulatedCallback> attempt(HttpClient client, Parcel parcel, int number) {
        return Mono.defer(() -> status(client, parcel))
                .map(status -> new SimulatedCallback(
                        parcel.event(),
                        parcel.url(),
                        number,
                        status,
                        parcel.taken().test(status)))
                .onErrorResume(
                        failure -> Mono.just(new SimulatedCallback(parcel.event(), parcel.url(), number, 0, false)));
    }

    private static Mono<Integer> status(HttpClient client, Parcel parcel) {
        HttpClient.ResponseReceiver<?> request = parcel.contentType().isEmpty()
                ? client.get().uri(parcel.signedUrl())
                : client.headers(headers -> headers.set("Content-Type", parcel.contentType()))
                        .post()
                        .uri(parcel.signedUrl())
                        .send(body(parcel));
        return request.responseSingle(
                (response, content) -> content.then(Mono.just(response.status().code())));
    }

    private static Publisher<ByteBuf> body(Parcel parcel) {
        return Mono.fromSupplier(() -> Unpooled.wrappedBuffer(parcel.body().getBytes(StandardCharsets.UTF_8)));
    }
}
