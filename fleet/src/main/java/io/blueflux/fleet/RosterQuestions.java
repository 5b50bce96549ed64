// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the share and the clients' set-up say within one change of the roster. Each is asked once about a server, and not while
 * a lock is held: under the lock questions are put, answers are read.
 */
final class RosterQuestions {
    private final ClientsByName clients;
    private final Instant now;
    private final boolean lenient;
    private final boolean owning;
    private final Map<String, Boolean> owned = new HashMap<>();
    private final Map<String, BbbClient> made = new HashMap<>();
    private final Set<BbbServer> failed = new HashSet<>();
    private final List<Runnable> open = new ArrayList<>();
    private @Nullable Predicate<String> share;

    /**
     * Begins a change.
     *
     * @param now the time of day, read before any lock is taken
     * @param lenient what is thrown concerns one server only: who owns it stays, or it is not polled; else it is thrown on
     * @param owning whoever is not asked about by a share is polled here, and needs a client
     */
    RosterQuestions(ClientsByName clients, Instant now, boolean lenient, boolean owning) {
        this.clients = clients;
        this.now = now;
        this.lenient = lenient;
        this.owning = owning;
    }

    Instant now() {
        return now;
    }

    /** Puts the questions to whom the servers are shared by now. */
    void under(@Nullable Predicate<String> now) {
        if (share != now) {
            share = now;
            owned.clear();
        }
    }

    /**
     * Puts what there is to ask about a server, and not known yet.
     *
     * @param polled whether it is polled here now: that stays where the share throws and this is lenient
     */
    void put(FleetServer server, boolean polled) {
        String name = server.name();
        if (share != null && !owned.containsKey(name)) {
            Predicate<String> judge = share;
            open.add(() -> owned.put(name, judge(judge, name, polled)));
        } else if (needsClient(server)) {
            open.add(() -> make(server.server(), share == null ? owning : isOwned(name)));
        }
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** Asks. Never called under a lock. */
    void ask() {
        List<Runnable> now = List.copyOf(open);
        open.clear();
        now.forEach(Runnable::run);
    }

    boolean isOwned(String name) {
        return share != null && owned.getOrDefault(name, false);
    }

    /** Returns the client that asks this very server, kept or just made; null if there is none. */
    @Nullable
    BbbClient client(FleetServer server) {
        BbbClient kept = clients.of(server.server());
        if (kept != null) {
            return kept;
        }
        BbbClient other = made.get(server.name());
        return other != null && other.server().equals(server.server()) ? other : null;
    }

    private boolean needsClient(FleetServer server) {
        return client(server) == null && !failed.contains(server.server());
    }

    private boolean judge(Predicate<String> judge, String name, boolean otherwise) {
        try {
            return judge.test(name);
        } catch (Throwable e) {
            refuse(e, "the share of the fleet, asked about " + name + ",", true);
            return otherwise;
        }
    }

    /** What is not polled here is not refused for want of a client: whoever calls it is told. */
    private void make(BbbServer server, boolean needed) {
        try {
            made.put(server.name(), clients.make(server));
        } catch (Throwable e) {
            refuse(e, "the set-up of the client of " + server.name(), needed);
            failed.add(server);
        }
    }

    private void refuse(Throwable error, String who, boolean needed) {
        if (needed && !lenient) {
            throw HostCode.sneaky(error);
        }
        HostCode.threw(who, error);
    }
}
