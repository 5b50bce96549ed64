// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rule says of a meeting at one moment.
 *
 * @param stage the stage of the search at which servers were found; the last one if none were
 * @param candidates in the order of the meeting; empty if no server may take it
 * @param best who gets it; null if no server may take it
 */
record Decision(
        Stage stage, List<Candidate> candidates, @Nullable Candidate best) {

    /**
     * Decides among candidates in the order of the meeting. Of equal scores the first is taken, else every process would send all to
     * the first of the list.
     */
    static Decision of(Stage stage, List<Candidate> candidates) {
        Candidate best = null;
        for (Candidate next : candidates) {
            best = best == null || next.score() < best.score() ? next : best;
        }
        return new Decision(stage, candidates, best);
    }

    /** Returns this with these servers alone. */
    Decision among(Set<String> servers) {
        return of(
                stage,
                candidates.stream()
                        .filter(each -> servers.contains(each.site().name()))
                        .toList());
    }
}
