// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.sign;

import io.blueflux.benchmarks.gate.Bar;
import io.blueflux.benchmarks.gate.GatePlan;
import java.util.List;

/** The gates of signing. */
public final class SignGates {
    private SignGates() {}

    /**
     * Returns the gates.
     *
     * @return in the order of the bars
     */
    public static List<GatePlan> plans() {
        return List.of(
                GatePlan.ratio("info", new SignGate(Bar.S1_INFO, SignInput.GET_MEETING_INFO)),
                GatePlan.ratio("create", new SignGate(Bar.S1_CREATE, SignInput.CREATE)),
                GatePlan.ratio("meetings", new SignGate(Bar.S1_MEETINGS, SignInput.GET_MEETINGS)));
    }
}
