// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The clients of the servers of a fleet. They are made and kept here; whoever polls a server is lent its client. Thread-safe. */
final class ClientsByName {
    private final ClientSource source;
    private final Map<String, BbbClient> clients = new ConcurrentHashMap<>();

    ClientsByName(ClientSource source) {
        this.source = source;
    }

    /** Makes a client, which is kept by nobody yet. The host's code is asked, so no lock is held, and anything may be thrown. */
    BbbClient make(BbbServer server) {
        return Objects.requireNonNull(source.client(server), "client");
    }

    /** Keeps the client of a name from now on; none if there is none. */
    void keep(String name, @Nullable BbbClient client) {
        if (client == null) {
            clients.remove(name);
        } else {
            clients.put(name, client);
        }
    }

    @Nullable
    BbbClient get(String name) {
        return clients.get(name);
    }

    /** Returns the client that asks this very server, with this secret; null if none is kept. */
    @Nullable
    BbbClient of(BbbServer server) {
        BbbClient kept = get(server.name());
        return kept != null && kept.server().equals(server) ? kept : null;
    }

    /** Closes what the clients share. */
    Mono<Void> dispose() {
        return source.dispose();
    }
}
