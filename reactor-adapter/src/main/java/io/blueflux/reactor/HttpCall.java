// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Redirect;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.Blotter;
import io.blueflux.request.RequestBody;
import io.blueflux.sign.QueryKind;
import io.blueflux.sign.SignedRequest;
import io.blueflux.xml.AnswerContext;
import io.blueflux.xml.ErrorBody;
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
    private final ClientTransport transport;
    private final ChecksumMemory checksums;
    private final Endpoint<T> endpoint;
    private final ApiRequest request;
    private final SignedRequest signed;
    private final CallSite site;
    private final CallRecord record;
    private final CallTimer timer;
    private final URI uri;
    private volatile @Nullable URI hop;

    HttpCall(
            BbbClientBuilder settings,
            ClientTransport transport,
            ChecksumMemory checksums,
            PreparedCall<T> call,
            CallRecord record,
            CallTimer timer) {
        this.settings = settings;
        this.transport = transport;
        this.checksums = checksums;
        this.endpoint = call.endpoint();
        this.request = call.request();
        this.signed = call.signed();
        this.site = call.site();
        this.record = record;
        this.timer = timer;
        this.uri = URI.create(signed.call().uri()); // the transport's own parser of texts stumbles over one-digit ports
    }

    /** Where the call is sent on to another server, the answer is that server's. */
    Flux<T> answer() {
        return signedCall()
                .concatWith(Flux.defer(this::hop))
                .doOnComplete(this::passed)
                .onErrorMap(BbbException.class, this::explained);
    }

    /** Where the server sent us on, it signed the call anew: a refusal of that says nothing of our checksum. */
    private BbbException explained(BbbException error) {
        return hop == null && hasChecksum() ? checksums.explained(error, QueryKind.of(signed.call())) : error;
    }

    private boolean hasChecksum() {
        return endpoint.call().authentication() == ApiCall.Authentication.CHECKSUM;
    }

    private void passed() {
        if (hasChecksum()) {
            checksums.passed(QueryKind.of(signed.call()));
        }
    }

    /** A read that met a stale connection is sent once more: the server has not seen it. */
    private Flux<T> signedCall() {
        Attempt first = newAttempt();
        Flux<T> once = attempt(first);
        if (endpoint.effect() != Endpoint.Effect.READS) {
            return once;
        }
        return once.onErrorResume(
                error -> first.metStaleConnection() && WireErrors.isClosedConnection(error), error -> {
                    timer.idle();
                    return attempt(newAttempt());
                });
    }

    private Attempt newAttempt() {
        return new Attempt(timer, signed.body() != null);
    }

    private Flux<T> hop() {
        URI target = hop;
        if (target == null) {
            return Flux.empty();
        }
        Attempt attempt = new Attempt(timer, false);
        return noted(attempt, answer(attempt, transport.stranger().get().uri(target), target));
    }

    private Flux<T> attempt(Attempt attempt) {
        RequestBody body = signed.body();
        Flux<T> answer = body == null
                ? answer(attempt, http().get().uri(uri), uri)
                : Upload.of(site, body).flatMapMany(upload -> answer(attempt, post(upload), uri));
        return noted(attempt, answer);
    }

    private Flux<T> noted(Attempt attempt, Flux<T> answer) {
        return answer.onErrorMap(HttpCall::isTransports, error -> mapped(error, attempt))
                .contextWrite(context -> context.put(Attempt.class, attempt));
    }

    private Flux<T> answer(Attempt attempt, HttpClient.ResponseReceiver<?> receiver, URI target) {
        return receiver.response((response, body) -> answer(attempt, target, response, body));
    }

    private Throwable mapped(Throwable error, Attempt attempt) {
        return transport.isDisposed() ? HttpExchange.closed(site) : WireErrors.map(site, error, attempt, settings);
    }

    private HttpClient.ResponseReceiver<?> post(Upload upload) {
        return http().headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, upload.contentType())
                        .set(HttpHeaderNames.CONTENT_LENGTH, upload.length()))
                .post()
                .uri(uri)
                .send(upload.content());
    }

    private HttpClient http() {
        String cookie = request.cookie();
        return cookie == null
                ? transport.http()
                : transport.http().headers(headers -> headers.set(HttpHeaderNames.COOKIE, cookie));
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
        record.serverDate(response.responseHeaders().get(HttpHeaderNames.DATE));
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
                Blotter.of(checksums.server(), request.parameters()),
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
