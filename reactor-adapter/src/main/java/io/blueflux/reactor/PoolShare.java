// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Flux;
import reactor.netty.resources.ConnectionProvider;

/**
 * What the fan-outs of all clients hold of one pool. A list keeps its connection while infos wait for one: were all held by
 * lists, nobody would go on. So lists hold half of them at most, and what is one too many waits here, where no time runs, and
 * not for the pool. Known while fan-outs run.
 */
final class PoolShare {
    private static final int NO_BOUND = Integer.MAX_VALUE;
    private static final ConcurrentMap<Key, PoolShare> SHARES = new ConcurrentHashMap<>();

    private final Key key;
    private final Turns connections;
    private final Turns lists;
    private int users; // changed within the map's compute only

    private PoolShare(Key key) {
        this.key = key;
        this.connections = new Turns(key.size);
        this.lists = new Turns(Math.max(1, key.size / 2));
    }

    /** Returns what a fan-out shares with the others that run; it leaves once. */
    static PoolShare enter(Key key) {
        if (key.size == NO_BOUND) {
            return new PoolShare(key);
        }
        return SHARES.compute(key, (same, known) -> {
            PoolShare share = known == null ? new PoolShare(key) : known;
            share.users++;
            return share;
        });
    }

    void leave() {
        SHARES.computeIfPresent(key, (same, share) -> --share.users == 0 ? null : share);
    }

    /** Returns a list that holds a connection as long as it is read. */
    <T> Flux<T> list(Flux<T> list) {
        return key.size == NO_BOUND ? list : lists.within(connections.within(list));
    }

    <T> Flux<T> info(Flux<T> info) {
        return key.size == NO_BOUND ? info : connections.within(info);
    }

    static int known() {
        return SHARES.size();
    }

    /**
     * The pool of a server's address.
     *
     * @param size its connections; negative without a bound
     */
    record Key(ConnectionProvider pool, String host, int port, int size) {
        Key {
            size = size < 0 ? NO_BOUND : size;
        }
    }
}
