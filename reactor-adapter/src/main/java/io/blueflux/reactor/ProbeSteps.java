// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.body.RequestBody;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.error.BbbException;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.profile.ServerProfile;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.SimpleRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calls that find out what a server is; what they mean is for {@link ProbeNotes} to say. One after another. */
final class ProbeSteps {
    private static final List<ChecksumAlgorithm> STRONGEST_FIRST = List.of(
            ChecksumAlgorithm.SHA512, ChecksumAlgorithm.SHA384, ChecksumAlgorithm.SHA256, ChecksumAlgorithm.SHA1);

    private static final ApiCall NOBODYS = ApiCall.of("bluefluxProbe");

    private final ClientCalls exchange;

    ProbeSteps(ClientCalls exchange) {
        this.exchange = exchange;
    }

    Mono<ServerProfile> profile() {
        return Mono.defer(() -> {
            ProbeNotes notes = new ProbeNotes();
            return root(notes)
                    .thenMany(Flux.fromIterable(STRONGEST_FIRST).concatMap(algorithm -> signed(algorithm, notes), 1))
                    .then(Mono.defer(() -> form(notes)))
                    .then(Mono.defer(() -> unknownCall(notes)))
                    .then(Mono.fromSupplier(notes::profile));
        });
    }

    private Mono<Void> root(ProbeNotes notes) {
        return step(exchange, Endpoints.VERSION, SimpleRequest.version(), notes, notes::root, notes::noRoot);
    }

    private Mono<Void> signed(ChecksumAlgorithm algorithm, ProbeNotes notes) {
        return step(
                exchange.probing(algorithm),
                Endpoints.IS_MEETING_RUNNING,
                SimpleRequest.isMeetingRunning(unknownMeeting()),
                notes,
                running -> notes.accepted(algorithm),
                error -> notes.failed(algorithm, error));
    }

    /** Tells a server that reads the form from one that answers whatever is not sent: only the former needs it. */
    private Mono<Void> form(ProbeNotes notes) {
        ChecksumAlgorithm algorithm = notes.anAccepted();
        if (algorithm == null) {
            return Mono.empty();
        }
        ClientCalls signing = exchange.probing(algorithm);
        Mono<Void> without = step(
                signing,
                Endpoints.IS_MEETING_RUNNING,
                new Bare(null),
                notes,
                running -> notes.answeredWithoutMeeting(),
                error -> {});
        Mono<Void> asForm = step(
                signing,
                Endpoints.IS_MEETING_RUNNING,
                new Bare(form()),
                notes,
                running -> notes.formRead(),
                notes::formFailed);
        return without.then(asForm);
    }

    /** A call that no server knows: some balancers have words of their own for that. Made only where nothing else told. */
    private Mono<Void> unknownCall(ProbeNotes notes) {
        if (!notes.isUnnamed()) {
            return Mono.empty();
        }
        ChecksumAlgorithm accepted = notes.anAccepted();
        return step(
                accepted == null ? exchange : exchange.probing(accepted),
                Endpoints.unknown(NOBODYS),
                SimpleRequest.of(NOBODYS, Map.of(), null),
                notes,
                answer -> {},
                notes::unknownCallFailed);
    }

    private static <T> Mono<Void> step(
            ClientCalls exchange,
            Endpoint<T> endpoint,
            ApiRequest request,
            ProbeNotes notes,
            Consumer<T> passed,
            Consumer<BbbException> failed) {
        return exchange.call(endpoint, request, RetryPolicy.NONE)
                .single()
                .doOnNext(value -> {
                    notes.reached();
                    passed.accept(value);
                })
                .then()
                .onErrorResume(BbbException.class, error -> {
                    if (notes.isFatal(error)) {
                        return Mono.error(error);
                    }
                    failed.accept(error);
                    return Mono.empty();
                });
    }

    private static String unknownMeeting() {
        return "blueflux-probe-" + Long.toHexString(ThreadLocalRandom.current().nextLong()); // never blocks
    }

    private static RequestBody form() {
        byte[] bytes = ("meetingID=" + unknownMeeting()).getBytes(StandardCharsets.US_ASCII);
        return RequestBody.of("application/x-www-form-urlencoded", bytes);
    }

    /** Names no meeting in the URL. */
    private record Bare(@Nullable RequestBody body) implements ApiRequest {
        @Override
        public ApiCall call() {
            return ApiCall.IS_MEETING_RUNNING;
        }

        @Override
        public RequestParameters parameters() {
            return RequestParameters.NONE;
        }
    }
}
