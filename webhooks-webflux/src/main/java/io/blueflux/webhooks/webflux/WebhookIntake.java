// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.WebhookEvent;
import io.blueflux.webhook.WebhookVerifier;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the requests of one hook come in and its events come out (BBB API, "Webhooks and callbacks").
 *
 * <p>A request is answered as soon as its events are verified and have a place in the buffer; the application is told after
 * the answer is written. So whatever got a 2xx is handed to the application, or waits for it; nothing is dropped in between.
 * What waits is in memory only: what a crash must not lose, the application has to store.
 *
 * <p>Servers repeat a delivery when the answer was lost. An event with the same content from the same domain is dropped
 * while it is remembered, see {@link WebhookLimits}; one without a time counts as the same only in a repeated delivery.
 *
 * <p>All methods may be called from many threads, none blocks. An intake lives until it is disposed.
 */
public final class WebhookIntake implements Disposable {
    private final EventQueue<WebhookEvent> queue;
    private final Admission admission;
    private final Reception reception;
    private final Handover<WebhookEvent> handover;

    WebhookIntake(WebhookVerifier verifier, WebhookLimits limits, LongSupplier nanoTime, Clock clock) {
        WebhookVerifier aged = limits.aged(verifier, clock);
        HeldBytes held = new HeldBytes(Math.max(limits.heldBytes(), limits.bodyBytes()));
        this.queue = new EventQueue<>(limits.bufferedEvents(), held, event -> event);
        this.admission = new Admission(queue, new RecentEvents(limits, nanoTime));
        this.reception = new Reception(() -> aged, limits, held, admission);
        this.handover = new Handover<>(queue);
    }

    /**
     * Makes an intake with the default limits.
     *
     * @param verifier knows the hook's URL and the server's secret
     * @return the intake
     */
    public static WebhookIntake of(WebhookVerifier verifier) {
        return of(verifier, WebhookLimits.DEFAULT);
    }

    /**
     * Makes an intake.
     *
     * @param verifier knows the hook's URL and the server's secret
     * @param limits its bounds
     * @return the intake
     */
    public static WebhookIntake of(WebhookVerifier verifier, WebhookLimits limits) {
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(limits, "limits");
        return new WebhookIntake(verifier, limits, System::nanoTime, Clock.systemUTC());
    }

    /**
     * Returns the events, in the order in which they came. That need not be the order in which they happened: BBB 3.0 and later
     * send deliveries side by side, which may overtake one another, and a delivery that is repeated comes after younger ones.
     * Where the order counts, go by {@link WebhookEvent#timestamp()}, where there is one.
     *
     * <p>Hot: events that come while nobody subscribes, or faster than the subscriber asks for them, wait in the buffer; when
     * it is full the server is told to try again later. There is one subscriber at a time, a second one gets an
     * {@code IllegalStateException}; use {@code publish()} or {@code share()} for several. After cancelling one may
     * subscribe again, and goes on where the buffer stands; an event that is under way while its subscriber cancels goes
     * with it. Completes when the intake is disposed and the buffer is empty; never fails by itself. A subscriber that throws,
     * an {@code Error} too, has its subscription ended with what it threw; the event it was given counts as handed over, and
     * the next subscriber goes on after it.
     *
     * <p>Signals arrive on the threads of the HTTP server, of its timer or of whoever requests: an application that takes its
     * time should add {@code publishOn}.
     *
     * @return the events
     */
    public Flux<WebhookEvent> events() {
        return handover.events();
    }

    /**
     * Takes one request, for servers other than those that this module has routes for. The caller must have bounded the
     * body; one that is larger than all bodies together may be never fits, and is too large.
     *
     * @param rawQuery the query of the request's URL as received, still encoded
     * @param authorization the header {@code Authorization}
     * @param body the body's bytes as received
     * @return what the request is to be answered with
     */
    public Answer receive(@Nullable String rawQuery, @Nullable String authorization, byte[] body) {
        Objects.requireNonNull(body, "body");
        Answer answer = reception.receive(new Request(rawQuery, authorization, body.length), body);
        handover.drain();
        return answer;
    }

    /** Reads the body, admits its events, responds, then tells the application. */
    <T> Mono<T> handle(Request request, Flux<byte[]> chunks, Function<Answer, Mono<T>> respond) {
        return Mono.defer(() -> reception.answer(request, chunks))
                .flatMap(respond)
                .doFinally(signal -> handover.drain());
    }

    /** Ends the intake: requests are answered with 503, and the events complete once the buffer is empty. */
    @Override
    public void dispose() {
        admission.close();
        handover.drain();
    }

    @Override
    public boolean isDisposed() {
        return queue.isClosed();
    }

    /**
     * What a handler knows of a request before its body.
     *
     * @param rawQuery the query, still encoded
     * @param authorization the header
     * @param contentLength the header; negative if there is none
     */
    record Request(@Nullable String rawQuery, @Nullable String authorization, long contentLength) {}

    /** What a request is answered with. */
    public enum Answer {
        /** The events are, or will be, handed to the application. */
        ACCEPTED(200),
        /** Every event was a repetition. */
        DUPLICATE(200),
        /** The body is not what a server sends. */
        MALFORMED(400),
        /** Nothing proves where it comes from, or it is older than asked for. Not 401, which BBB takes for success. */
        UNVERIFIED(403),
        /** {@link ServerWebhooks} has no server of that name. */
        UNKNOWN_SERVER(404),
        /** The body did not arrive in time. */
        TOO_SLOW(408),
        /** The body is too large. */
        TOO_LARGE(413),
        /** The buffer or the memory is full, or the intake is disposed; the server is to try again later. */
        BUSY(503);

        private final int status;

        Answer(int status) {
            this.status = status;
        }

        /**
         * Returns the status to answer with.
         *
         * @return the HTTP status
         */
        public int status() {
            return status;
        }
    }
}
