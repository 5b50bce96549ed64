// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The clients of the servers of a fleet, polled here or not. They are made and kept here, by one change of the servers at a time;
 * whoever asks a server is lent its client. Thread-safe.
 */
final class ClientsByName {
    private final ClientSource source;
    private final Clock clock;
    private final Map<String, ClientOfName> clients = new ConcurrentHashMap<>();

    ClientsByName(ClientSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Makes a client, which is kept by nobody yet. The host's code is asked, so no lock is held, and anything may be thrown. */
    BbbClient make(BbbServer server) {
        return Objects.requireNonNull(source.client(server), "client");
    }

    /** Keeps the client of a server from now on; there is none if it could not be made. */
    void keep(BbbServer server, @Nullable BbbClient client) {
        ClientOfName known = clients.get(server.name());
        if (known == null) {
            clients.put(server.name(), new ClientOfName(server, client, new ClientCreates(clock)));
        } else {
            known.turn(server, client);
        }
    }

    /** Keeps none of this name any more. */
    void drop(String name) {
        ClientOfName known = clients.remove(name);
        if (known != null) {
            known.end();
        }
    }

    /** Ends the client of a name, if whatever creates made through it is in the answer of a poll that began at a time. */
    boolean endIfListedBy(String name, Instant pollBegan) {
        ClientOfName known = clients.get(name);
        return known == null || known.endIfListedBy(pollBegan);
    }

    /** Returns the client of a name, which stays the same as long as the name is kept; null if there is none of the name. */
    @Nullable
    BbbClient named(String name) {
        return clients.get(name);
    }

    /** Returns the client that the server of a name is asked by now; null if there is none. */
    @Nullable
    BbbClient get(String name) {
        ClientOfName known = clients.get(name);
        return known == null ? null : known.client();
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
