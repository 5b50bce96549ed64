// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import io.blueflux.BbbServer;
import io.blueflux.answer.ChunkDecoder;
import io.blueflux.benchmarks.parse.StreamingParse;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.SimpleRequest;
import io.blueflux.sign.CallSigner;
import io.blueflux.sign.FormPost;
import io.blueflux.sign.SignedRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Ours and bare reactor-netty, on one event loop and with pools of the same settings, asking one server for its meetings. */
final class Clients implements AutoCloseable {
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);

    private final LoopResources loops = LoopResources.create("benchmark", 1, true);
    private final ConnectionProvider barePool = pool();
    private final ConnectionProvider ourPool = pool();
    private final HttpClient bare = HttpClient.create(barePool).runOn(loops);
    private final HttpClient alike = bare.compress(true)
            .responseTimeout(null)
            .disableRetry(true)
            .headers(headers -> headers.set(HttpHeaderNames.ACCEPT, "*/*").set(HttpHeaderNames.USER_AGENT, "Blueflux"));
    private final BbbClient ours;
    private final String url;

    Clients(BbbServer server) {
        this.ours = BbbClient.builder(server)
                .connectionProvider(ourPool)
                .loopResources(loops)
                .build();
        this.url = SignedRequest.of(
                        CallSigner.of(server), SimpleRequest.getMeetings(), Integer.MAX_VALUE, FormPost.NEVER)
                .call()
                .url()
                .reveal();
    }

    private static ConnectionProvider pool() {
        return ConnectionProvider.builder("benchmark")
                .maxConnections(500)
                .pendingAcquireMaxCount(1_000)
                .maxIdleTime(Duration.ofSeconds(50))
                .maxLifeTime(Duration.ofMinutes(10))
                .evictInBackground(Duration.ofSeconds(30))
                .build();
    }

    /** What is asked for, for other clients. */
    String url() {
        return url;
    }

    /** Bare reactor-netty, for those who build on it. */
    HttpClient bare() {
        return bare;
    }

    /** Our client. */
    BbbClient ours() {
        return ours;
    }

    /** Asks by bare reactor-netty and takes no byte. */
    Mono<Void> bareDrain() {
        return bare.get().uri(url).responseContent().then();
    }

    /** Asks by reactor-netty, set as ours is, and takes no byte. */
    Mono<Void> drainAlike() {
        return alike.get().uri(url).responseContent().then();
    }

    /** Asks by reactor-netty, set as ours is, and parses: the least that getMeetings can cost on it. */
    Mono<Void> meetingsAlike() {
        ChunkDecoder<Meeting> decoder = StreamingParse.meetingsDecoder();
        List<Meeting> meetings = new ArrayList<>();
        return alike.get()
                .uri(url)
                .responseContent()
                .asByteArray()
                .doOnNext(chunk -> decoder.decode(chunk, 0, chunk.length, meetings::add))
                .doOnComplete(() -> decoder.finish(meetings::add))
                .then();
    }

    /** Asks by our client and takes no byte. */
    Mono<Void> ourDrain() {
        return ours.call(Drain.ENDPOINT, SimpleRequest.getMeetings()).then();
    }

    /** Asks by our client and parses. */
    Mono<Void> ourMeetings() {
        return ours.getMeetings().then();
    }

    /** Makes the requests of one operation, some at once; it ends with the last. */
    Callable<Boolean> many(Load load, Mono<?> request) {
        Mono<Boolean> all = Flux.range(0, load.requests())
                .flatMap(number -> request, load.concurrency(), 1)
                .then(Mono.just(true));
        return all::block;
    }

    @Override
    public void close() {
        ours.disposeLater()
                .then(Mono.when(barePool.disposeLater(), ourPool.disposeLater()))
                .then(loops.disposeLater(Duration.ZERO, SHUTDOWN))
                .block();
    }
}
