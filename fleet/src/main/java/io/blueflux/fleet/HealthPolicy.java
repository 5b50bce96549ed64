// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/**
 * When a server counts as down, and when as up again. Immutable.
 *
 * @param downAfter how many failed polls in a row make a server {@link ServerState#DOWN}; 3 by default
 * @param upAfter how many answered polls in a row make a server that was down {@link ServerState#UP}; 2 by default
 */
public record HealthPolicy(int downAfter, int upAfter) {

    /** Down after 3 failures, up after 2 answers. */
    public static final HealthPolicy DEFAULT = new HealthPolicy(3, 2);

    /**
     * Checks the thresholds.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public HealthPolicy {
        Checks.atLeast(1, downAfter, "downAfter");
        Checks.atLeast(1, upAfter, "upAfter");
    }
}
