// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.BbbServer;
import io.blueflux.error.BbbException;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.BbbClientBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Blueflux: a client for each server, all on the same event loops and pools. */
final class BluefluxPass implements Pass {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LoopResources loops = Wires.loops("blueflux");
    private final ConnectionProvider pools = Wires.pools();
    private final List<BbbClient> clients;

    private final Function<BbbClient, Mono<Integer>> call;

    private BluefluxPass(
            List<BbbServer> servers, UnaryOperator<BbbClientBuilder> setUp, Function<BbbClient, Mono<Integer>> call) {
        this.call = call;
        this.clients = servers.stream()
                .map(server -> setUp.apply(BbbClient.builder(server))
                        .loopResources(loops)
                        .connectionProvider(pools)
                        .build())
                .toList();
    }

    /** Over servers that are well: a call that fails ends the pass. */
    static BluefluxPass healthy(List<BbbServer> servers) {
        return new BluefluxPass(servers, BluefluxPass::patient, BluefluxPass::attendees);
    }

    /** The same over servers that speak TLS. */
    static BluefluxPass healthy(List<BbbServer> servers, Trust trust) {
        return new BluefluxPass(servers, client -> patient(trust.apply(client)), BluefluxPass::attendees);
    }

    /** Over servers that may be sick: a call that fails counts nothing. */
    static BluefluxPass sick(List<BbbServer> servers, Duration deadline) {
        return new BluefluxPass(
                servers,
                client -> client.deadline(deadline),
                client -> attendees(client).onErrorReturn(BbbException.class, 0));
    }

    /** While nothing is compiled yet, thousands of handshakes take their time. */
    private static BbbClientBuilder patient(BbbClientBuilder client) {
        return client.connectTimeout(PATIENCE).silenceTimeout(PATIENCE);
    }

    private static Mono<Integer> attendees(BbbClient client) {
        return client.getMeetings().collectList().map(Attendees::in);
    }

    @Override
    public long run() {
        Mono<Long> sum =
                Flux.fromIterable(clients).flatMap(call, CONCURRENCY, 1).reduce(0L, Long::sum);
        return Objects.requireNonNull(sum.block());
    }

    @Override
    public void close() {
        Wires.close(pools, loops);
    }
}
