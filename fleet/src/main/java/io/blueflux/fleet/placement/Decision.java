// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rule says of a meeting at one moment.
 *
 * @param stage the stage of the search at which servers were found; the last one if none were
 * @param candidates in the order of the meeting; empty if no server may take it
 * @param best who gets it; null if no server may take it
 */
record Decision(
        Stage stage, List<Candidate> candidates, @Nullable Candidate best) {}
