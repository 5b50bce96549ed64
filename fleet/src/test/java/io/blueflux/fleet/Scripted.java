// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Clients without sockets: what getMeetings and other calls answer is up to the test, and nothing else is answered. */
final class Scripted implements ClientSource {
    private final Function<BbbServer, Flux<Meeting>> script;
    private final Map<String, BiFunction<BbbServer, Object[], Object>> others = new ConcurrentHashMap<>();

    Scripted(Function<BbbServer, Flux<Meeting>> script) {
        this.script = script;
    }

    Scripted(Function<BbbServer, Flux<Meeting>> script, Function<BbbServer, Mono<Meeting>> infos) {
        this(script);
        with("getMeetingInfo", (server, arguments) -> Mono.defer(() -> infos.apply(server)));
    }

    /** Answers another call too, by its method's name. */
    Scripted with(String call, BiFunction<BbbServer, Object[], Object> answer) {
        others.put(call, answer);
        return this;
    }

    @Override
    public BbbClient client(BbbServer server) {
        return (BbbClient) Proxy.newProxyInstance(
                BbbClient.class.getClassLoader(),
                new Class<?>[] {BbbClient.class},
                (proxy, method, arguments) -> answer(server, method, arguments));
    }

    @Override
    public Mono<Void> dispose() {
        return Mono.empty();
    }

    static BbbServer server(String name) {
        return BbbServer.of("http://" + name + ".example.org/bigbluebutton", "secret-of-" + name)
                .withName(name);
    }

    private Object answer(BbbServer server, Method method, Object[] arguments) {
        BiFunction<BbbServer, Object[], Object> other = others.get(method.getName());
        if (other != null) {
            return other.apply(server, arguments);
        }
        return switch (method.getName()) {
            case "server" -> server;
            case "getMeetings" -> Flux.defer(() -> script.apply(server));
            default -> throw new UnsupportedOperationException(method.getName() + " is not in the script");
        };
    }
}
