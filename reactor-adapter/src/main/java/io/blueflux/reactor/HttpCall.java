// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.HostAndPort;
import io.blueflux.answer.AnswerContext;
import io.blueflux.answer.ChunkDecoder;
import io.blueflux.answer.ErrorBody;
import io.blueflux.body.RequestBody;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Redirect;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.TransportException;
import io.blueflux.sign.QueryKind;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.retry.Retry;

/** Sends one call once: signed URL out, status checked, body decoded, errors made ours. */
final class HttpCall<T> {
    private static final int MOST_UNSENT = 3;

    private final ClientSettings settings;
    private final ClientTransport transport;
    private final CallChecksums checksums;
    private final Endpoint<T> endpoint;
    private final PreparedCall<T> call;
    private final @Nullable CallRecord<T> record;
    private final CallTimer timer;
    private int stale;
    private int unsent;
    private @Nullable CallHop hop;

    HttpCall(
            ClientSettings settings,
            ClientTransport transport,
            CallChecksums checksums,
            PreparedCall<T> call,
            @Nullable CallRecord<T> record,
            CallTimer timer) {
        this.settings = settings;
        this.transport = transport;
        this.checksums = checksums;
        this.endpoint = call.endpoint();
        this.call = call;
        this.record = record;
        this.timer = timer;
    }

    /** Where the call is sent on to another server, the answer is that server's. */
    Flux<T> answer() {
        WireAttempt first = newAttempt();
        Flux<T> answer = attempt(first).onErrorResume(error -> afterFailure(error, first));
        return LimitedCall.of(answer, first, timer, transport.calls());
    }

    private Flux<T> afterFailure(Throwable thrown, WireAttempt first) {
        Throwable error = missedOrFinal(thrown, first);
        return error instanceof Missed ? untilMet() : failedOrSentOn(error);
    }

    /** Sends until the server is met; a loop, since a pool may hold thousands of stale connections. */
    private Flux<T> untilMet() {
        return Flux.defer(() -> {
                    timer.idle();
                    WireAttempt next = newAttempt();
                    return inContext(next, attempt(next)).onErrorMap(thrown -> missedOrFinal(thrown, next));
                })
                .retryWhen(Retry.indefinitely().filter(Missed.class::isInstance))
                .onErrorResume(this::failedOrSentOn);
    }

    /**
     * A read that met a stale connection has not been seen by the server: it may be sent over the next of the pool, as often as
     * the pool has connections. What was never written and has no body may be sent again whatever it does, but only a few
     * times, since that is chance, or a server that closes all it accepts.
     */
    private Throwable missedOrFinal(Throwable thrown, WireAttempt failed) {
        Throwable error = mapped(thrown, failed);
        if (!(error instanceof TransportException) || transport.isDisposed()) {
            return error;
        }
        if (failed.metStaleConnection() && WireErrors.isClosedConnection(error)) {
            return endpoint.effect() == Endpoint.Effect.READS && stale++ < transport.mostStale() ? new Missed() : error;
        }
        boolean again = !failed.hasBody() && WireErrors.isUnsent(thrown) && failed.giveUp() && unsent++ < MOST_UNSENT;
        return again ? new Missed() : error;
    }

    /** Where the server sent us on, it signed the call anew: a refusal of that says nothing of our checksum. */
    private Flux<T> failedOrSentOn(Throwable error) {
        if (error instanceof SentOn elsewhere) {
            return goOn(elsewhere.hop);
        }
        boolean answered = error instanceof BbbException && hasChecksum() && hop == null;
        return Flux.<T>error(
                        answered
                                ? checksums.explained(
                                        (BbbException) error,
                                        queryKind(),
                                        call.request().parameters())
                                : error)
                .checkpoint(site().toString());
    }

    private Flux<T> goOn(CallHop next) {
        hop = next;
        stale = 0;
        unsent = 0;
        timer.sentOn(next.site());
        return untilMet();
    }

    private CallSite site() {
        return hop == null ? call.site() : hop.site();
    }

    private WireAttempt newAttempt() {
        boolean hasBody = hop == null && call.signed().body() != null;
        return new WireAttempt(timer, hasBody, hop != null, transport.channels());
    }

    private Flux<T> attempt(WireAttempt attempt) {
        if (record != null) {
            record.sending(request());
        }
        if (hop != null) {
            return send(attempt, CallSending.onTo(hop, transport));
        }
        RequestBody body = call.signed().body();
        if (body == null) {
            return send(attempt, CallSending.get(call, transport));
        }
        return BodyOfRequest.of(call.site(), body)
                .flatMapMany(upload -> send(attempt, CallSending.post(call, transport, upload, attempt)));
    }

    private SentRequest request() {
        return hop == null
                ? SentRequest.of(
                        call.signed().call().url().reveal(), call.signed().body(), call.blotter())
                : SentRequest.onTo(hop.target(), call.blotter());
    }

    private Flux<T> send(WireAttempt attempt, HttpClient.ResponseReceiver<?> receiver) {
        return WireAnswer.of(receiver.response((response, body) -> answerOrError(attempt, response, body)), attempt);
    }

    private Flux<T> inContext(WireAttempt attempt, Flux<T> answer) {
        return answer.contextWrite(context -> context.put(WireAttempt.class, attempt));
    }

    private boolean hasChecksum() {
        return endpoint.call().authentication() == ApiCall.Authentication.CHECKSUM;
    }

    private QueryKind queryKind() {
        return QueryKind.of(call.signed());
    }

    private void passed() {
        if (hasChecksum()) {
            checksums.passed(queryKind());
        }
    }

    private Throwable mapped(Throwable error, WireAttempt attempt) {
        if (!isTransports(error)) {
            return error;
        }
        Throwable mapped = WireErrors.map(site(), error, attempt, settings);
        return transport.isDisposed() && !(mapped instanceof Error) ? ClosedClient.error(site()) : mapped;
    }

    /** The transport lets go of a connection when what it was given ends, and keeps it where it was thrown at. */
    private Publisher<T> answerOrError(WireAttempt attempt, HttpClientResponse response, ByteBufFlux body) {
        try {
            return answer(attempt, response, body);
        } catch (Throwable thrown) {
            return Flux.error(thrown);
        }
    }

    private Publisher<T> answer(WireAttempt attempt, HttpClientResponse response, ByteBufFlux body) {
        attempt.answered();
        int status = response.status().code();
        AnswerContext context = context(response, status);
        if (status >= 300 && status < 400) {
            String location = response.responseHeaders().get(HttpHeaderNames.LOCATION);
            return redirected(new Redirect(context, hop == null ? call.uri() : hop.target(), location, hop != null));
        }
        hear(status, response);
        String packed = response.responseHeaders().get(HttpHeaderNames.CONTENT_ENCODING);
        if (status == 200 && packed != null && isUnknown(packed)) {
            return Mono.error(WireErrors.unasked(site(), packed));
        }
        Flux<ByteBuf> chunks = counted(body);
        return status == 200
                ? new BodyOfAnswer<>(chunks, decoder(context, response), timer, this::passed)
                : BodyOfAnswer.error(chunks, new ErrorBody(context), timer);
    }

    private Flux<ByteBuf> counted(ByteBufFlux body) {
        return record == null ? body : body.doOnNext(chunk -> record.read(chunk.readableBytes()));
    }

    /** What the transport has unpacked has no such header any more. */
    private static boolean isUnknown(String encoding) {
        return !encoding.isBlank() && !encoding.equalsIgnoreCase("identity");
    }

    private ChunkDecoder<T> decoder(AnswerContext context, HttpClientResponse response) {
        return BodyMetering.of(endpoint.decoders().apply(context), response.currentContextView(), site());
    }

    private void hear(int status, HttpClientResponse response) {
        if (record != null) {
            record.firstByte(status);
            record.serverDate(response.responseHeaders().get(HttpHeaderNames.DATE));
        }
    }

    private AnswerContext context(HttpClientResponse response, int status) {
        HttpHeaders headers = response.responseHeaders();
        boolean hasCookies = headers.contains(HttpHeaderNames.SET_COOKIE);
        return new AnswerContext(
                site(),
                status,
                settings.answers().limits(),
                call.blotter(),
                hasCookies ? headers.getAll(HttpHeaderNames.SET_COOKIE) : List.of(),
                headers.get(HttpHeaderNames.CONTENT_TYPE));
    }

    /** The connection is given back before the other server is asked, since both may share a pool. */
    private Mono<T> redirected(Redirect redirect) {
        URI next = settings.answers()
                .redirects()
                .next(endpoint, redirect, call.signed().body() != null);
        if (next != null) {
            return Mono.error(sentOn(next, redirect.context().status()));
        }
        if (record != null) {
            record.firstByte(redirect.context().status());
        }
        return Mono.just(endpoint.redirects().value(redirect)).doOnSuccess(value -> passed());
    }

    private SentOn sentOn(URI target, int status) {
        String host = HostAndPort.of(target).toString();
        if (record != null) {
            record.sentOn(status, host);
        }
        return new SentOn(new CallHop(
                target, new CallSite(call.site().server(), call.site().call(), host)));
    }

    /** Our own errors are what they are, and the virtual machine's are nobody's to rename. */
    private static boolean isTransports(Throwable error) {
        return error instanceof Exception && !(error instanceof BbbException) && !(error instanceof SentOn);
    }

    /** The server was not met. */
    private static final class Missed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missed() {
            super("not met", null, false, false);
        }
    }

    /** Another server has the answer. */
    private static final class SentOn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient CallHop hop;

        SentOn(CallHop hop) {
            super("sent on", null, false, false);
            this.hop = hop;
        }
    }
}
