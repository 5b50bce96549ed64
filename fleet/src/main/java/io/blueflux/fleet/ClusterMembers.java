// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The members of a cluster at a time. Immutable. */
public final class ClusterMembers {
    private final List<String> names;
    private final UnaryOperator<String> first;

    /**
     * Takes the members.
     *
     * @param names the {@linkplain ClusterLink#self names} of those that are there, this one included
     * @param first see {@link #first}
     */
    public ClusterMembers(List<String> names, UnaryOperator<String> first) {
        Objects.requireNonNull(names, "names");
        this.names = List.copyOf(names);
        this.first = Objects.requireNonNull(first, "first");
    }

    /**
     * Returns who is there.
     *
     * @return the names, this process's included
     */
    public List<String> names() {
        return names;
    }

    /**
     * Returns who is first to have a key, by the engine's hash, which spreads keys evenly and moves few when a member comes or goes. Fast,
     * and may be asked by any thread.
     *
     * @param key a key
     * @return one of the members, and the same with all who see the same members
     */
    public String first(String key) {
        Objects.requireNonNull(key, "key");
        return first.apply(key);
    }

    /** Returns the names. */
    @Override
    public String toString() {
        return names.toString();
    }
}
