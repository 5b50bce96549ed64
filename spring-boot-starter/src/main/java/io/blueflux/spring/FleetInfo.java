// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetTotals;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** How many servers there are, in which states, and what they carry. */
final class FleetInfo implements InfoContributor {
    private final BbbFleet fleet;

    FleetInfo(BbbFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public void contribute(Info.Builder builder) {
        FleetTotals totals = fleet.totals();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("servers", fleet.servers().size());
        details.put("states", totals.states());
        details.put("meetings", totals.counts().meetings());
        details.put("participants", totals.counts().participants());
        builder.withDetail("blueflux", details);
    }
}
