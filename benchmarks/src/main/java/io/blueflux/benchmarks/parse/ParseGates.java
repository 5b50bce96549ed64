// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.GatePlan;
import java.util.List;

/** The gates of the parse. */
public final class ParseGates {
    private ParseGates() {}

    /**
     * Returns the gates.
     *
     * @return in the order of the bars
     */
    public static List<GatePlan> plans() {
        return List.of(
                GatePlan.ratio("tokens-small", new TokensGate(Bar.P1_SMALL, 5, 10)),
                GatePlan.ratio("tokens-large", new TokensGate(Bar.P1_LARGE, 500, 20)));
    }
}
