// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Redirect;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.Blotter;
import io.blueflux.request.RequestBody;
import io.blueflux.sign.CallSigner;
import io.blueflux.sign.QueryKind;
import io.blueflux.sign.SignedCall;
import io.blueflux.xml.AnswerContext;
import io.blueflux.xml.ErrorBody;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Sends one call once: signed URL out, status checked, body decoded, errors made ours. */
final class HttpCall<T> {
    private final BbbClientBuilder settings;
    private final BbbServer server;
    private final ClientTransport transport;
    private final Endpoint<T> endpoint;
    private final ApiRequest request;
    private final CallSite site;
    private final CallRecord record;
    private final CallTimer timer;
    private final URI signed;
    private final ChecksumMemory checksums;
    private final QueryKind query;
    private volatile @Nullable URI hop;

    HttpCall(
            BbbClientBuilder settings,
            ClientTransport transport,
            ChecksumMemory checksums,
            Endpoint<T> endpoint,
            ApiRequest request,
            CallSite site,
            CallRecord record,
            CallTimer timer) {
        this.settings = settings;
        this.server = checksums.server();
        this.checksums = checksums;
        this.transport = transport;
        this.endpoint = endpoint;
        this.request = request;
        this.site = site;
        this.record = record;
        this.timer = timer;
        SignedCall call = CallSigner.sign(server, endpoint.call(), request.parameters());
        this.signed = URI.create(call.uri()); // the transport's own parser of texts stumbles over one-digit ports
        this.query = QueryKind.of(call);
    }

    /** Where the call is sent on to another server, the answer is that server's. */
    Flux<T> answer() {
        return signedCall()
                .concatWith(Flux.defer(this::hop))
                .doOnComplete(this::passed)
                .onErrorMap(BbbException.class, error -> checksums.explained(error, query));
    }

    private void passed() {
        if (endpoint.call().authentication() == ApiCall.Authentication.CHECKSUM) {
            checksums.passed(query);
        }
    }

    /** A read that met a stale connection is sent once more: the server has not seen it. */
    private Flux<T> signedCall() {
        Attempt first = new Attempt(timer);
        Flux<T> once = attempt(first, receiver(), signed);
        if (endpoint.effect() != Endpoint.Effect.READS) {
            return once;
        }
        return once.onErrorResume(
                error -> first.metStaleConnection() && WireErrors.isClosedConnection(error), error -> {
                    timer.idle();
                    return attempt(new Attempt(timer), receiver(), signed);
                });
    }

    private Flux<T> hop() {
        URI target = hop;
        return target == null
                ? Flux.empty()
                : attempt(new Attempt(timer), transport.stranger().get().uri(target), target);
    }

    private Flux<T> attempt(Attempt attempt, HttpClient.ResponseReceiver<?> receiver, URI target) {
        return receiver.response((response, body) -> answer(attempt, target, response, body))
                .onErrorMap(HttpCall::isTransports, error -> mapped(error, attempt))
                .contextWrite(context -> context.put(Attempt.class, attempt));
    }

    private Throwable mapped(Throwable error, Attempt attempt) {
        return transport.isDisposed() ? HttpExchange.closed(site) : WireErrors.map(site, error, attempt, settings);
    }

    private HttpClient.ResponseReceiver<?> receiver() {
        RequestBody body = request.body();
        if (body == null) {
            return transport.http().get().uri(signed);
        }
        return transport
                .http()
                .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, body.contentType())
                        .set(HttpHeaderNames.CONTENT_LENGTH, body.length()))
                .post()
                .uri(signed)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.content())));
    }

    private Publisher<T> answer(Attempt attempt, URI target, HttpClientResponse response, ByteBufFlux body) {
        attempt.answered();
        int status = response.status().code();
        AnswerContext context = context(response);
        if (status >= 300 && status < 400) {
            String location = response.responseHeaders().get(HttpHeaderNames.LOCATION);
            return redirected(new Redirect(context, target, location, hop != null));
        }
        record.firstByte(status);
        ResponseBody bytes = new ResponseBody(body, timer);
        if (status == 200) {
            return bytes.decode(endpoint.decoders().apply(context));
        }
        ErrorBody errorBody = new ErrorBody(context);
        return bytes.collect(errorBody)
                .onErrorComplete(IOException.class) // the status says more than a cut error page
                .then(Mono.error(errorBody::finish));
    }

    private AnswerContext context(HttpClientResponse response) {
        return new AnswerContext(
                site,
                response.status().code(),
                settings.limits,
                Blotter.of(server, request.parameters()),
                response.responseHeaders().getAll(HttpHeaderNames.SET_COOKIE));
    }

    /** The connection is given back before the other server is asked, since both may share a pool. */
    private Mono<T> redirected(Redirect redirect) {
        URI next = endpoint.redirects().next(redirect);
        if (next != null) {
            hop = next;
            return Mono.empty();
        }
        record.firstByte(redirect.context().status());
        return Mono.fromSupplier(() -> endpoint.redirects().value(redirect));
    }

    /** Our own errors are what they are, and the virtual machine's are nobody's to rename. */
    private static boolean isTransports(Throwable error) {
        return error instanceof Exception && !(error instanceof BbbException);
    }
}
