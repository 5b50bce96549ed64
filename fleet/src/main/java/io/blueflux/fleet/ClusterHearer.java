// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/** Who hears what becomes of a cluster: a fleet. */
public interface ClusterHearer {

    /**
     * The members are others, or a key is first with another member.
     *
     * @param now the members as they are now
     */
    void members(ClusterMembers now);

    /**
     * Another member told something.
     *
     * @param word what
     */
    void heard(ClusterWord word);
}
