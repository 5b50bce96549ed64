// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Flux;

/**
 * What the fan-outs of all clients hold of one pool. A list keeps its connection while infos wait for one: were all held by
 * lists, nobody would go on. So lists hold half of them at most, and what is one too many waits here, where no time runs, and
 * not for the pool. Known while fan-outs run.
 */
final class FanOutShare {
    private static final ConcurrentMap<WirePool, FanOutShare> SHARES = new ConcurrentHashMap<>();

    private final WirePool pool;
    private final FanOutTurns connections;
    private final FanOutTurns lists;
    private int users; // changed within the map's compute only

    private FanOutShare(WirePool pool) {
        this.pool = pool;
        this.connections = new FanOutTurns(pool.size());
        this.lists = new FanOutTurns(Math.max(1, pool.size() / 2));
    }

    /** Returns what a fan-out shares with the others that run; it leaves once. */
    static FanOutShare enter(WirePool pool) {
        if (!pool.isBounded()) {
            return new FanOutShare(pool);
        }
        return SHARES.compute(pool, (same, known) -> {
            FanOutShare share = known == null ? new FanOutShare(pool) : known;
            share.users++;
            return share;
        });
    }

    void leave() {
        SHARES.computeIfPresent(pool, (same, share) -> --share.users == 0 ? null : share);
    }

    /** Returns a list that holds a connection as long as it is read. */
    <T> Flux<T> list(Flux<T> list) {
        return !pool.isBounded() ? list : lists.within(connections.within(list));
    }

    <T> Flux<T> info(Flux<T> info) {
        return !pool.isBounded() ? info : connections.within(info);
    }

    static int known() {
        return SHARES.size();
    }
}
