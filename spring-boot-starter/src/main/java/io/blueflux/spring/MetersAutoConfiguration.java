// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.micrometer.BbbCallConvention;
import io.blueflux.fleet.micrometer.FleetMeters;
import io.blueflux.fleet.micrometer.ObservedCalls;
import io.blueflux.fleet.micrometer.PlacementMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Meters of fleet and placement, and an observation of each call, where the service has registries for them. */
@AutoConfiguration(
        before = BluefluxAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@Conditional(OnServers.class)
class MetersAutoConfiguration {

    /** Meters. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static class Meters {

        @Bean
        @ConditionalOnMissingBean
        FleetMeters fleetMeters(MeterRegistry registry) {
            return FleetMeters.of(registry);
        }

        @Bean
        @ConditionalOnMissingBean
        PlacementMeters placementMeters(MeterRegistry registry) {
            return PlacementMeters.of(registry);
        }

        @Bean
        BbbFleetCustomizer bluefluxMeters(FleetMeters fleet, PlacementMeters placement) {
            return builder -> builder.task(fleet).task(placement);
        }
    }

    /** Observations. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    @ConditionalOnBean(ObservationRegistry.class)
    static class Observations {

        @Bean
        @ConditionalOnMissingBean
        ObservedCalls observedCalls(ObservationRegistry registry, ObjectProvider<BbbCallConvention> convention) {
            return ObservedCalls.of(registry)
                    .withConvention(convention.getIfAvailable(() -> BbbCallConvention.DEFAULT));
        }
    }
}
