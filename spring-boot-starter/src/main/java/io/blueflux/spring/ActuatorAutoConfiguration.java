// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorFallback;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The fleet in the actuator: health, endpoint, info; and no secret in any of its pages. */
@AutoConfiguration(after = FleetAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.actuate.endpoint.annotation.Endpoint")
class ActuatorAutoConfiguration {

    @Bean
    @ConditionalOnBean(ServerFeed.class)
    @Order(0)
    SanitizingFunction bluefluxSanitizingFunction(ServerFeed servers, BluefluxProperties properties) {
        return new SecretsSanitizer(servers.fleet(), properties.client().proxy().password());
    }

    /** What is shown of a fleet. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(BbbFleet.class)
    static class Pages {

        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnAvailableEndpoint
        FleetEndpoint bluefluxEndpoint(BbbFleet fleet) {
            return new FleetEndpoint(fleet);
        }

        @Bean
        @ConditionalOnMissingBean(name = "bluefluxInfoContributor")
        @ConditionalOnEnabledInfoContributor(value = "blueflux", fallback = InfoContributorFallback.DISABLE)
        FleetInfo bluefluxInfoContributor(BbbFleet fleet) {
            return new FleetInfo(fleet);
        }
    }

    /** Health on Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(BbbFleet.class)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.ReactiveHealthIndicator")
    @Conditional(OnHealth.class)
    static class HealthOfBoot4 {

        @Bean
        @ConditionalOnMissingBean(name = "bluefluxHealthIndicator")
        FleetHealth bluefluxHealthIndicator(BbbFleet fleet, BluefluxProperties properties) {
            return new FleetHealth(fleet, FleetCondition.minUp(properties));
        }
    }

    /** Health on Boot 3.5. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(BbbFleet.class)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.ReactiveHealthIndicator")
    @Conditional(OnHealth.class)
    static class HealthOfBoot3 {

        @Bean
        @ConditionalOnMissingBean(name = "bluefluxHealthIndicator")
        FleetHealthOfBoot3 bluefluxHealthIndicator(BbbFleet fleet, BluefluxProperties properties) {
            return new FleetHealthOfBoot3(fleet, FleetCondition.minUp(properties));
        }
    }
}
