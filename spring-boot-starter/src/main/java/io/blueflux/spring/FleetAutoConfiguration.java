// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.fleet.placement.MeetingPlacementBuilder;
import io.blueflux.fleet.placement.PlacementClaims;
import io.blueflux.fleet.placement.PlacementListener;
import io.blueflux.fleet.placement.PlacementRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What comes with a fleet, be it ours or the application's: its start and end, placement, and the fleet as one server. */
@AutoConfiguration(after = BluefluxAutoConfiguration.class)
@ConditionalOnSingleCandidate(BbbFleet.class)
@EnableConfigurationProperties(BluefluxProperties.class)
class FleetAutoConfiguration {

    @Bean
    FleetLifecycle bluefluxFleetLifecycle(BbbFleet fleet) {
        return new FleetLifecycle(fleet);
    }

    @Bean
    @ConditionalOnMissingBean
    PlacementRules placementRules(BluefluxProperties properties) {
        return properties.placement().rules() == BluefluxProperties.Placement.Rules.STICKY
                ? PlacementRules.STICKY
                : PlacementRules.LEAST_LOAD;
    }

    @Bean
    @ConditionalOnMissingBean
    MeetingPlacement meetingPlacement(
            BbbFleet fleet,
            PlacementRules rules,
            ObjectProvider<PlacementClaims> claims,
            ObjectProvider<PlacementListener> listeners) {
        MeetingPlacementBuilder builder = MeetingPlacement.builder(fleet);
        claims.ifUnique(builder::claims);
        return builder.rules(rules)
                .listener(ListenersOfAll.of(
                        PlacementListener.class, listeners.orderedStream().toList(), PlacementListener.NONE))
                .build();
    }

    @Bean
    @ConditionalOnMissingBean
    FleetClient fleetClient(BbbFleet fleet, MeetingPlacement placement) {
        return FleetClient.of(fleet, placement);
    }
}
