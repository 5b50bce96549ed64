// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.error.Failure;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import io.blueflux.reactor.BbbClient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks all servers of a fleet at once, those last that are known to be down: who does not answer keeps nobody waiting. */
final class AllServers {
    /** The most calls in flight. */
    static final int CONCURRENCY = 32;

    /** How many values of a server are read before they are wanted; small, since meetings of many attendees are large. */
    static final int PREFETCH = 8;

    private final BbbFleet fleet;

    AllServers(BbbFleet fleet) {
        this.fleet = fleet;
    }

    /** Returns what each server answers, as it comes; a server that fails is a value. */
    <T> Flux<FromServer<T>> ask(Function<BbbClient, Flux<T>> call) {
        return each(server -> ask(server, call));
    }

    /** Does something with each server. */
    <R> Flux<R> each(Function<String, Publisher<R>> action) {
        return Flux.defer(() -> Flux.fromIterable(names()).flatMap(action, CONCURRENCY, PREFETCH));
    }

    /** Returns what one server answers. */
    <T> Flux<FromServer<T>> ask(String server, Function<BbbClient, Flux<T>> call) {
        return Flux.defer(() -> call.apply(fleet.client(server)))
                .<FromServer<T>>map(value -> new FromServer.Value<>(server, value))
                .onErrorResume(error -> Mono.just(new FromServer.Failed<>(server, Failure.of(error))));
    }

    private List<String> names() {
        Map<String, ServerView> views = fleet.snapshot().servers();
        return fleet.servers().stream()
                .map(FleetServer::name)
                .sorted(Comparator.comparing(name -> isDown(views.get(name)))) // stable
                .toList();
    }

    private static boolean isDown(@Nullable ServerView view) {
        return view != null && view.state() == ServerState.DOWN;
    }
}
