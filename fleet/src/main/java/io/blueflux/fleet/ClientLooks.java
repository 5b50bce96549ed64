// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The looks at the servers of a fleet, by the clients that are kept of them. Thread-safe. */
final class ClientLooks {
    private final ClientsByName clients;
    private final ClientLookSettings settings;
    private final Map<String, ClientLook> looks = new ConcurrentHashMap<>();

    /**
     * What there is to know of a server that is looked at.
     *
     * @param plan bounds time and meetings
     * @param lane who polls it; null where it is not polled here
     */
    record Subject(PollPlan plan, @Nullable Lane lane) {}

    ClientLooks(ClientsByName clients, ClientLookSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /**
     * Looks at a server.
     *
     * @param subjects knows the servers, as they are when they are looked at; null for one that is not there
     */
    Mono<ServerLook> look(String name, Duration age, Function<String, @Nullable Subject> subjects) {
        long nanos = Math.min(age.toNanos(), ClientLookSettings.KEPT.toNanos());
        return Mono.defer(() -> {
            Subject subject = subjects.apply(name);
            if (subject == null) {
                return Mono.error(new IllegalArgumentException("there is no server named " + name));
            }
            ClientLook look = heed(name, true);
            if (look == null) {
                return Mono.error(new IllegalStateException("there is no client of the server " + name));
            }
            return look.look(subject.plan(), subject.lane(), nanos)
                    .switchIfEmpty(Mono.defer(() -> look(name, age, subjects)));
        });
    }

    /** Heeds that a server may have gone, or has another secret: who waits for it looks anew. Never called under a lock. */
    void heed(String name) {
        heed(name, false);
    }

    /** Heeds what a poll was answered. */
    void polled(Lane lane) {
        ClientLook look = looks.get(lane.name());
        LaneAnswer answer = look == null ? null : lane.answer();
        if (look != null && answer != null) {
            look.dropIf(answer.start());
        }
    }

    /** Keeps no answers. */
    void drop() {
        looks.values().forEach(look -> look.dropIf(Long.MAX_VALUE));
    }

    /** Returns the looks by the client of now, if there are any or there are to be; ends those by another. */
    private @Nullable ClientLook heed(String name, boolean begins) {
        List<ClientLook> old = new ArrayList<>(1);
        ClientLook now = looks.compute(name, (same, known) -> {
            BbbClient client =
                    clients.get(name); // asked within, so that of two who heed the later one sees the later client
            if (known != null && known.isBy(client)) {
                return known;
            }
            if (known != null) {
                old.add(known);
            }
            return client == null || !begins ? null : new ClientLook(client, settings);
        });
        old.forEach(ClientLook::close);
        return now;
    }
}
