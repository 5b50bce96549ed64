// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Clients without sockets: what getMeetings answers is up to the test, and nothing else is answered. */
final class Scripted implements ClientSource {
    private final Function<BbbServer, Flux<Meeting>> script;

    Scripted(Function<BbbServer, Flux<Meeting>> script) {
        this.script = script;
    }

    @Override
    public BbbClient client(BbbServer server) {
        return (BbbClient) Proxy.newProxyInstance(
                BbbClient.class.getClassLoader(),
                new Class<?>[] {BbbClient.class},
                (proxy, method, arguments) -> answer(server, method));
    }

    @Override
    public Mono<Void> dispose() {
        return Mono.empty();
    }

    static BbbServer server(String name) {
        return BbbServer.of("http://" + name + ".example.org/bigbluebutton", "secret-of-" + name)
                .withName(name);
    }

    private Object answer(BbbServer server, Method method) {
        return switch (method.getName()) {
            case "server" -> server;
            case "getMeetings" -> Flux.defer(() -> script.apply(server));
            default -> throw new UnsupportedOperationException(method.getName() + " is not in the script");
        };
    }
}
