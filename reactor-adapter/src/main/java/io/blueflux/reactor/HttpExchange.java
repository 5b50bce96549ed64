// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.TransportException;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.Blotter;
import io.blueflux.request.RequestBody;
import io.blueflux.sign.SignedRequest;
import io.blueflux.xml.AnswerContext;
import io.blueflux.xml.ErrorBody;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.context.ContextView;

/** Sends calls: signed URL out, status checked, body decoded, errors made ours, all of it within its time. */
final class HttpExchange {
    private final BbbClientBuilder settings;
    private final BbbServer server;
    private final ClientTransport transport;
    private final Scheduler scheduler;
    private final Duration silenceTimeout;
    private final Duration createTimeout;
    private final Duration deadline;

    HttpExchange(BbbClientBuilder settings, ClientTransport transport) {
        this.settings = settings;
        this.server = settings.server;
        this.transport = transport;
        this.scheduler = settings.timer == null ? Schedulers.parallel() : settings.timer;
        this.silenceTimeout = settings.silenceTimeout;
        this.createTimeout = settings.createTimeout;
        this.deadline = settings.deadline;
    }

    /** Signs a request; refuses one that does not fit. */
    SignedRequest sign(ApiRequest request) {
        return SignedRequest.of(server, request, settings.urlBudget, settings.formPost);
    }

    /** Returns what the call answers: cold, each subscription a call of its own. */
    <T> Flux<T> call(Endpoint<T> endpoint, ApiRequest request) {
        SignedRequest signed = sign(request);
        CallSite site = new CallSite(server.name(), endpoint.call().toString());
        return Flux.deferContextual(context -> start(endpoint, request, signed, site, context))
                .checkpoint(site.toString());
    }

    private <T> Flux<T> start(
            Endpoint<T> endpoint, ApiRequest request, SignedRequest signed, CallSite site, ContextView context) {
        Call<T> call = new Call<>(endpoint, request, signed, site, new CallRecord(settings, site, context));
        Mono<BbbException> closing = transport.closing().then(Mono.fromSupplier(() -> closed(site)));
        return call.record.observe(call.timer.limit(call.answer(), closing));
    }

    /** One subscription. */
    private final class Call<T> {
        private final Endpoint<T> endpoint;
        private final ApiRequest request;
        private final CallSite site;
        private final CallRecord record;
        private final CallTimer timer;
        private final SignedRequest signed;

        Call(Endpoint<T> endpoint, ApiRequest request, SignedRequest signed, CallSite site, CallRecord record) {
            this.endpoint = endpoint;
            this.request = request;
            this.signed = signed;
            this.site = site;
            this.record = record;
            boolean patient = endpoint.call().equals(ApiCall.CREATE) || request.body() != null;
            Duration silence = patient ? createTimeout : silenceTimeout;
            this.timer = new CallTimer(site, scheduler, silence, deadline);
        }

        /** A read that met a stale connection is sent once more: the server has not seen it. */
        Flux<T> answer() {
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

        private Flux<T> attempt(Attempt attempt) {
            RequestBody body = signed.body();
            Flux<T> answer = body == null
                    ? answer(attempt, transport.http().get().uri(uri()))
                    : Upload.of(site, body).flatMapMany(upload -> answer(attempt, post(upload)));
            return answer.onErrorMap(HttpExchange::isTransports, error -> mapped(error, attempt))
                    .contextWrite(context -> context.put(Attempt.class, attempt));
        }

        private Flux<T> answer(Attempt attempt, HttpClient.ResponseReceiver<?> receiver) {
            return receiver.response((response, body) -> answer(attempt, response, body));
        }

        private Throwable mapped(Throwable error, Attempt attempt) {
            return transport.isDisposed() ? closed(site) : WireErrors.map(site, error, attempt, settings);
        }

        private HttpClient.ResponseReceiver<?> post(Upload upload) {
            return transport
                    .http()
                    .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, upload.contentType())
                            .set(HttpHeaderNames.CONTENT_LENGTH, upload.length()))
                    .post()
                    .uri(uri())
                    .send(upload.content());
        }

        private URI uri() {
            return URI.create(signed.call().uri()); // the transport's own parser of texts stumbles over one-digit ports
        }

        private Publisher<T> answer(Attempt attempt, HttpClientResponse response, ByteBufFlux body) {
            attempt.answered();
            int status = response.status().code();
            record.firstByte(status);
            ResponseBody bytes = new ResponseBody(body, timer);
            AnswerContext context =
                    new AnswerContext(site, status, settings.limits, Blotter.of(server, request.parameters()));
            if (status == 200) {
                return bytes.decode(endpoint.decoders().apply(context));
            }
            if (status >= 300 && status < 400) {
                String location = response.responseHeaders().get(HttpHeaderNames.LOCATION);
                return Mono.error(new RedirectedException(site, status, origin(location)));
            }
            ErrorBody errorBody = new ErrorBody(context);
            return bytes.collect(errorBody)
                    .onErrorComplete(IOException.class) // the status says more than a cut error page
                    .then(Mono.error(errorBody::finish));
        }
    }

    /** Our own errors are what they are, and the virtual machine's are nobody's to rename. */
    private static boolean isTransports(Throwable error) {
        return error instanceof Exception && !(error instanceof BbbException);
    }

    private static TransportException closed(CallSite site) {
        return new TransportException(site, TransportException.Kind.CLIENT_CLOSED, "the client is closed", null);
    }

    /** Returns scheme and host of a redirect's target; its path may be a tenant's key and its query a credential. */
    private static String origin(@Nullable String location) {
        try {
            URI target = new URI(location == null ? "" : location);
            boolean absolute = target.getHost() != null && target.getScheme() != null;
            return absolute ? target.getScheme() + "://" + target.getHost() : "";
        } catch (URISyntaxException e) {
            return ""; // what cannot be read cannot be shown safely
        }
    }
}
