// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.BbbClientBuilder;
import io.blueflux.reactor.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of what sends calls. */
final class ClientOptions {
    static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "The longest that a call may take, for example 500ms, 10s or 2m. Without it 2m, of which "
                    + "the server may be silent for 10s (create: 60s).")
    private @Nullable Duration timeout;

    @Mixin
    private final ProxyOptions proxyOptions = new ProxyOptions();

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
        Duration connect = connectTimeout();
        BbbClientBuilder builder = proxyOptions
                .proxies(terminal.environment(), List.of(server), connect)
                .apply(BbbClient.builder(server).maxConnections(connections).listener(listener));
        if (timeout != null) {
            builder.deadline(timeout)
                    .silenceTimeout(timeout)
                    .createTimeout(timeout)
                    .acquireTimeout(timeout)
                    .connectTimeout(connect);
        }
        BbbClient client = CommandException.checked(builder::build);
        try {
            return task.applyAsInt(client);
        } finally {
            client.disposeLater().block();
        }
    }

    /** It ends before the call does, so that who was silent is told: a proxy, for one. */
    private Duration connectTimeout() {
        Duration part =
                timeout == null ? LONGEST_CONNECT : timeout.multipliedBy(3).dividedBy(4);
        Duration bounded = part.compareTo(LONGEST_CONNECT) < 0 ? part : LONGEST_CONNECT;
        return bounded.toMillis() == 0 ? Duration.ofMillis(1) : bounded;
    }
}
