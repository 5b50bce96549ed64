// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.function.Predicate;
import reactor.core.publisher.Flux;

/**
 * Which of the servers this fleet polls, where several processes share them. The seam for a cluster engine.
 *
 * <p>Ownership may change at any time. For each server to be polled by at least one member at any time, a server is first
 * given to its new owner, and taken from its old one when the new one's {@link #onPolled} was called: for a moment both
 * poll it. What a member does not own is not in its streams.
 */
public interface FleetShare {

    /**
     * Tells which servers are this fleet's: by name, of those that it knows. Each element replaces the one before; it is
     * asked again about servers that are added or replaced later, once for each, with no lock held and by the thread that does
     * so, several at once; it must not change the fleet. Nothing is polled before the first. After an error or the end the last
     * one stays. Where it throws about a server, that one stays as it was. Subscribed to once a start, cancelled by a stop.
     *
     * @return none to many ownerships
     */
    Flux<Predicate<String>> owned();

    /**
     * A server that came to this fleet has finished its first poll here: its old owner may let go of it. Not called after {@link
     * #onLeft}, unless the server came again. Must not block.
     *
     * @param server the server's name
     */
    default void onPolled(String server) {}

    /**
     * A server left this fleet: its poll was cancelled if there was one, and where the name comes again, that one is polled after
     * this returned. Must not block.
     *
     * @param server the server's name
     */
    default void onLeft(String server) {}

    /**
     * Polls every server.
     *
     * @return a share that never changes
     */
    static FleetShare everything() {
        return () -> Flux.just(name -> true);
    }

    /**
     * Polls one of several parts of equal size, told by a hash of the name; for stateful sets whose members know their number.
     *
     * @param index which part, from 0 on
     * @param total how many parts
     * @return a share that never changes
     * @throws IllegalArgumentException if there is no such part
     */
    static FleetShare modulo(int index, int total) {
        Checks.atLeast(1, total, "total");
        if (index < 0 || index >= total) {
            throw new IllegalArgumentException("index must be 0 to " + (total - 1) + ", not " + index);
        }
        return () -> Flux.just(name -> Math.floorMod(NameHash.of(name), total) == index);
    }
}
