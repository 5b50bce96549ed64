// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.Confidential;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollDepth;
import io.blueflux.reactor.BbbClientBuilder;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the options of the console say. Immutable.
 *
 * @param servers the servers to poll; empty for a simulated fleet in which things happen
 * @param bind where to listen
 * @param port on which port, 0 for any
 * @param password what a browser must give; null if it need not, which is for the loopback address only
 * @param interval from one poll of a server to the next, at least 500 ms
 * @param depth what polls ask for
 * @param clients sets up the client of each server: through which proxy
 */
public record ConsoleSettings(
        List<FleetServer> servers,
        InetAddress bind,
        int port,
        @Nullable Confidential password,
        Duration interval,
        PollDepth depth,
        UnaryOperator<BbbClientBuilder> clients) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException naming the one that cannot be used
     */
    public ConsoleSettings {
        servers = List.copyOf(Objects.requireNonNull(servers, "servers"));
        Objects.requireNonNull(bind, "bind");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(depth, "depth");
        Objects.requireNonNull(clients, "clients");
        if (password == null && !bind.isLoopbackAddress()) {
            throw new IllegalArgumentException("bind must be a loopback address where there is no password");
        }
    }
}
