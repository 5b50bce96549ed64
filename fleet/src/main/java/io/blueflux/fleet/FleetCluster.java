// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import reactor.core.publisher.Mono;

/**
 * Joins the processes that share one fleet, so that each server is polled by one of them and each of them knows the whole fleet. The
 * seam for an engine, which finds the members, chooses between them by a hash, and carries what they tell to each other; who polls
 * what, and what follows from it, is the fleet's.
 */
@FunctionalInterface
public interface FleetCluster {

    /**
     * Joins. The fleet subscribes when it starts, and polls nothing until this emits or fails, or for 20 s; after a failure, which it logs, it
     * polls all of its servers by itself, and subscribes again after 30 s, then ever more rarely, at least every ten minutes.
     *
     * <p>Before the link is emitted, the hearer was told of the members, and of each {@linkplain ClusterWord#lasts lasting} word
     * that they have told; after it, of each change. From the first call to the end of {@link ClusterLink#leave()} the hearer is called by
     * one thread at a time, and never by one that must not block.
     *
     * @param hearer who is told; throws nothing
     * @return one link, or an error; cold. A fleet that stops meanwhile does not cancel it, but leaves by the link
     */
    Mono<ClusterLink> join(ClusterHearer hearer);
}
