// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.BbbClientBuilder;
import io.blueflux.reactor.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of what sends calls. */
final class ClientOptions {
    static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private static final Duration NEVER_POLLED = Duration.ofDays(1);

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "The longest that a call may take, for example 500ms, 10s or 2m. Without it 2m, of which "
                    + "the server may be silent for 10s (create: 60s).")
    private @Nullable Duration timeout;

    @Mixin
    private final ProxyOptions proxyOptions = new ProxyOptions();

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

    /** Lends a client of enough connections, and closes it. */
    int with(Terminal terminal, BbbServer server, int connections, ToIntFunction<BbbClient> task) {
        return with(terminal, server, connections, CallListener.NONE, task);
    }

    /** Lends a client that is listened to. */
    int with(
            Terminal terminal,
            BbbServer server,
            int connections,
            CallListener listener,
            ToIntFunction<BbbClient> task) {
        BbbClientBuilder builder = setUp(terminal, List.of(server))
                .apply(BbbClient.builder(server)
                        .maxConnections(connections)
                        .listener(verbose.listener(terminal, listener)));
        if (timeout != null) { // the clients of a fleet share their connections
            builder.acquireTimeout(timeout);
        }
        BbbClient client = CommandException.checked(builder::build);
        try {
            return task.applyAsInt(client);
        } finally {
            client.disposeLater().block();
        }
    }

    /** Lends a fleet that is not polled, and disposes of it. */
    int withFleet(Terminal terminal, List<FleetServer> servers, ToIntFunction<BbbFleet> task) {
        return withFleet(terminal, servers, CallListener.NONE, task);
    }

    /** Lends a fleet whose calls are listened to. */
    int withFleet(Terminal terminal, List<FleetServer> servers, CallListener listener, ToIntFunction<BbbFleet> task) {
        BbbFleet fleet = BbbFleet.builder(NEVER_POLLED)
                .listener(verbose.listener(terminal, listener))
                .clients(setUp(terminal, ServerListOptions.servers(servers)))
                .drainTimeout(Duration.ZERO)
                .build();
        try {
            CommandException.checked(() -> {
                fleet.replaceAll(servers);
                return fleet;
            });
            return task.applyAsInt(fleet);
        } finally {
            fleet.disposeLater().block();
        }
    }

    private UnaryOperator<BbbClientBuilder> setUp(Terminal terminal, List<BbbServer> servers) {
        Duration connect = connectTimeout();
        UnaryOperator<BbbClientBuilder> proxies = proxyOptions.proxies(terminal.environment(), servers, connect);
        return builder -> bounded(proxies.apply(builder), connect);
    }

    private BbbClientBuilder bounded(BbbClientBuilder builder, Duration connect) {
        return timeout == null
                ? builder
                : builder.deadline(timeout)
                        .silenceTimeout(timeout)
                        .createTimeout(timeout)
                        .connectTimeout(connect);
    }

    /** It ends before the call does, so that who was silent is told: a proxy, for one. */
    private Duration connectTimeout() {
        Duration part =
                timeout == null ? LONGEST_CONNECT : timeout.multipliedBy(3).dividedBy(4);
        Duration bounded = part.compareTo(LONGEST_CONNECT) < 0 ? part : LONGEST_CONNECT;
        return bounded.toMillis() == 0 ? Duration.ofMillis(1) : bounded;
    }
}
