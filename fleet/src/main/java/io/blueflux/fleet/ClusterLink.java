// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import reactor.core.publisher.Mono;

/** A member's way to the others, from {@link FleetCluster#join} to {@link #leave()}. Thread-safe. */
public interface ClusterLink {

    /**
     * Returns this member's name, by which all know it.
     *
     * @return a name that no other member has, nor will have
     */
    String self();

    /**
     * Tells all others a word; of those that wait to be sent, the newest of its kind and key replaces the ones before, and it does not
     * matter in which order words of different keys arrive. Never blocks, whatever the others do, and throws nothing. What was told is
     * not heard by who told it.
     *
     * @param word what; sent without passwords, callbacks and what else is confidential
     */
    void tell(ClusterWord word);

    /**
     * Leaves: words that were told before are sent first, as far as that takes no more than a second. Nothing is heard after.
     *
     * @return completes when no thread and no port is left; subscribing again does nothing more
     */
    Mono<Void> leave();
}
