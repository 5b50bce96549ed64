// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultAddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import reactor.core.publisher.Mono;
import reactor.netty.ConnectionObserver.State;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientState;
import reactor.netty.resources.ConnectionProvider;

/** Where code of a user runs within a client of the transport that is given: over a new connection, and over a reused one. */
final class ThrowingCustomisers {
    private static final List<Object> STATES = List.of(
            State.CONNECTED,
            State.CONFIGURED,
            HttpClientState.REQUEST_PREPARED,
            HttpClientState.REQUEST_SENT,
            HttpClientState.RESPONSE_RECEIVED,
            HttpClientState.RESPONSE_COMPLETED);

    /** By then the connection lies in the pool. One that is handed on throws within the pool, which then does nothing more. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Ends the calls whose connection the transport loses. */
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private ThrowingCustomisers() {}

    interface Customiser {
        HttpClient set(HttpClient http, Runnable bomb);
    }

    static List<ThrowingPlaces> all() {
        List<ThrowingPlaces> all = new ArrayList<>();
        both(all, "doOnConnect", (http, bomb) -> http.doOnConnect(config -> bomb.run()));
        both(all, "doOnConnected", (http, bomb) -> http.doOnConnected(connection -> bomb.run()));
        both(all, "doOnRequest", (http, bomb) -> http.doOnRequest((request, connection) -> bomb.run()));
        both(all, "doAfterRequest", (http, bomb) -> http.doAfterRequest((request, connection) -> bomb.run()));
        both(all, "doOnResponse", (http, bomb) -> http.doOnResponse((response, connection) -> bomb.run()));
        both(
                all,
                "doAfterResponseSuccess",
                (http, bomb) -> http.doAfterResponseSuccess((response, connection) -> bomb.run()));
        both(all, "mapConnect", (http, bomb) -> http.mapConnect(connect -> go(bomb, connect)));
        both(
                all,
                "a mapped connect",
                (http, bomb) -> http.mapConnect(connect -> connect.map(connection -> go(bomb, connection))));
        both(all, "headersWhen", (http, bomb) -> http.headersWhen(headers -> go(bomb, Mono.just(headers))));
        both(
                all,
                "deferred headers",
                (http, bomb) -> http.headersWhen(headers -> Mono.fromSupplier(() -> go(bomb, headers))));
        once(all, "doOnChannelInit", (http, bomb) -> http.doOnChannelInit((observer, channel, remote) -> bomb.run()));
        once(all, "resolver", (http, bomb) -> http.resolver(resolver(bomb)));
        for (Object state : STATES) {
            BiFunction<HttpClient, Runnable, HttpClient> observed = (http, bomb) -> http.observe((connection, seen) -> {
                if (seen == state) {
                    bomb.run();
                }
            });
            once(all, "observe " + state, observed::apply);
            if (state != State.CONNECTED) {
                again(all, "observe " + state, observed::apply);
            }
        }

        Customiser disconnected = (http, bomb) -> http.doOnDisconnected(connection -> bomb.run());
        all.add(place(
                "doOnDisconnected of a given client",
                disconnected,
                1,
                (client, bomb) -> client.getMeetingInfo(ThrowingPlaces.CUT)));
        return all;
    }

    private static void both(List<ThrowingPlaces> all, String name, Customiser customiser) {
        once(all, name, customiser);
        again(all, name, customiser);
    }

    private static void once(List<ThrowingPlaces> all, String name, Customiser customiser) {
        all.add(place(name + " of a given client", customiser, 1, (client, bomb) -> client.getMeetings()));
    }

    private static void again(List<ThrowingPlaces> all, String name, Customiser customiser) {
        all.add(place(
                name + " of a given client, connection reused",
                customiser,
                2,
                (client, bomb) ->
                        client.getMeetings().thenMany(Mono.delay(PAUSE)).thenMany(client.getMeetings())));
    }

    private static ThrowingPlaces place(String name, Customiser customiser, int time, ThrowingPlaces.Asked call) {
        ThrowingPlaces.Settings settings = (builder, bomb) -> {
            AtomicInteger times = new AtomicInteger();
            HttpClient http = HttpClient.create(ConnectionProvider.create("one", 1));
            return builder.deadline(DEADLINE).httpClient(customiser.set(http, () -> {
                if (times.incrementAndGet() >= time) {
                    bomb.go();
                }
            }));
        };
        return new ThrowingPlaces(name, settings, call, (signal, bomb) -> {});
    }

    private static <T> T go(Runnable bomb, T value) {
        bomb.run();
        return value;
    }

    private static AddressResolverGroup<InetSocketAddress> resolver(Runnable bomb) {
        return new AddressResolverGroup<>() {
            @Override
            protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
                bomb.run();
                return DefaultAddressResolverGroup.INSTANCE.getResolver(executor);
            }
        };
    }
}
