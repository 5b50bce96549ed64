// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.error.CallSite;
import io.blueflux.parameter.Blotter;
import io.blueflux.reactor.ClientSettings.Timeouts;
import io.blueflux.request.ApiRequest;
import io.blueflux.sign.CallSigner;
import io.blueflux.sign.FormPost;
import io.blueflux.sign.SignedRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.ContextView;

/** Makes calls: tried as often as they may be, each try within its time, the listener told. */
final class ClientCalls {
    private final ClientSettings settings;
    private final BbbServer server;
    private final CallSigner signer;
    private final FormPost formPost;
    private final ClientTransport transport;
    private final Scheduler scheduler;
    private final CallChecksums checksums;
    private volatile @Nullable PreparedCall<?> kept;

    ClientCalls(ClientSettings settings, ClientTransport transport) {
        this(settings, transport, settings.server(), settings.requests().formPost());
    }

    private ClientCalls(ClientSettings settings, ClientTransport transport, BbbServer server, FormPost formPost) {
        this.settings = settings;
        this.server = server;
        this.signer = CallSigner.of(server);
        this.formPost = formPost;
        this.checksums = new CallChecksums(server, settings.requests().profile());
        this.transport = transport;
        this.scheduler = settings.timer();
    }

    /** Signs a request; refuses one that does not fit. */
    SignedRequest sign(ApiRequest request) {
        return SignedRequest.of(signer, request, settings.requests().urlBudget(), formPost);
    }

    /**
     * Returns an exchange that signs otherwise, and always the parameters; what this one knows of checksums is not known to
     * it.
     */
    ClientCalls probing(ChecksumAlgorithm algorithm) {
        return new ClientCalls(settings, transport, server.withAlgorithm(algorithm), FormPost.NEVER);
    }

    /** Returns what the call answers: cold, each subscription a call of its own, repeated as the client's setting says. */
    <T> Flux<T> call(Endpoint<T> endpoint, ApiRequest request) {
        return call(endpoint, request, settings.answers().retry());
    }

    /** Returns what the call answers, repeated by a policy of its own. */
    <T> Flux<T> call(Endpoint<T> endpoint, ApiRequest request, RetryPolicy retry) {
        if (!request.call().equals(endpoint.call())) {
            throw new IllegalArgumentException("a request of " + request.call() + " is none of " + endpoint.call());
        }
        PreparedCall<T> call = prepared(endpoint, request);
        RetryPolicy allowed = endpoint.mayRepeat(request) ? retry : RetryPolicy.NONE;
        return Flux.deferContextual(context -> start(call, allowed, context));
    }

    /** What is asked again and again is prepared once. */
    @SuppressWarnings({"ReferenceEquality", "unchecked"
    }) // what is equal only is prepared anew; the endpoint has the type
    private <T> PreparedCall<T> prepared(Endpoint<T> endpoint, ApiRequest request) {
        PreparedCall<?> known = kept;
        if (known != null && known.endpoint() == endpoint && known.request() == request) {
            return (PreparedCall<T>) known;
        }
        PreparedCall<T> call = new PreparedCall<>(
                endpoint,
                request,
                sign(request),
                new CallSite(server.name(), endpoint.call().toString()),
                Blotter.of(server, request.parameters()));
        if (call.isForGood()) {
            kept = call;
        }
        return call;
    }

    /** Repeats what fails for a while, by a policy, until the client is closed. */
    <T> Flux<T> repeat(RetryPolicy retry, Flux<T> attempt) {
        return CallRepetition.of(retry, attempt, scheduler, transport.closing(), (error, pause) -> true);
    }

    private <T> Flux<T> start(PreparedCall<T> call, RetryPolicy retry, ContextView context) {
        try {
            long end = now() + settings.timeouts().deadline().toNanos();
            return retry.attempts() == 1 && !CallRecord.isWanted(settings)
                    ? attempt(call, null, end)
                    : repeated(call, retry, new CallRecord<>(settings, call.site(), context), end);
        } catch (Throwable thrown) { // of a clock or a timer of a user's, and what Reactor holds to be fatal
            return Flux.error(thrown);
        }
    }

    private <T> Flux<T> repeated(PreparedCall<T> call, RetryPolicy retry, CallRecord<T> record, long end) {
        return record.observe(CallRepetition.of(
                retry,
                Flux.defer(() -> attempt(call, record, end)),
                scheduler,
                transport.closing(),
                (error, pause) -> record.hasNoValues() && now() + pause.toNanos() < end));
    }

    private <T> Flux<T> attempt(PreparedCall<T> call, @Nullable CallRecord<T> record, long end) {
        try {
            Timeouts timeouts = settings.timeouts();
            Duration silence = call.needsPatience() ? timeouts.create() : timeouts.silence();
            CallTimer timer = new CallTimer(call.site(), scheduler, silence, timeouts.deadline(), end);
            return new HttpCall<>(settings, transport, checksums, call, record, timer).answer();
        } catch (Throwable thrown) {
            return Flux.error(thrown);
        }
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
