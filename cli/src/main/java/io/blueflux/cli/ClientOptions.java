// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.BbbClientBuilder;
import io.blueflux.reactor.CallListener;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of what sends calls. */
final class ClientOptions {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "The longest that a call may take, for example 500ms, 10s or 2m. Without it 2m, of which "
                    + "the server may be silent for 10s (create: 60s).")
    private @Nullable Duration timeout;

    /** Lends a client of enough connections, and closes it. */
    int with(BbbServer server, int connections, ToIntFunction<BbbClient> task) {
        return with(server, connections, CallListener.NONE, task);
    }

    /** Lends a client that is listened to. */
    int with(BbbServer server, int connections, CallListener listener, ToIntFunction<BbbClient> task) {
        BbbClientBuilder builder =
                BbbClient.builder(server).maxConnections(connections).listener(listener);
        if (timeout != null) {
            builder.deadline(timeout)
                    .silenceTimeout(timeout)
                    .createTimeout(timeout)
                    .acquireTimeout(timeout)
                    .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT);
        }
        BbbClient client = CommandException.checked(builder::build);
        try {
            return task.applyAsInt(client);
        } finally {
            client.disposeLater().block();
        }
    }
}
