// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.FleetCluster;
import io.blueflux.fleet.infinispan.InfinispanCluster;
import io.blueflux.fleet.placement.PlacementClaims;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The other processes of a service that share its fleet, and its claims of meetings. */
@AutoConfiguration(before = BluefluxAutoConfiguration.class)
@ConditionalOnProperty("blueflux.cluster.enabled")
@ConditionalOnMissingBean(FleetCluster.class)
@EnableConfigurationProperties(BluefluxProperties.class)
class ClusterAutoConfiguration {
    private static final String ENGINE = "io.blueflux.fleet.infinispan.InfinispanCluster";

    /** By Infinispan. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(InfinispanCluster.class)
    static class OnInfinispan {

        @Bean
        InfinispanCluster bluefluxCluster(BluefluxProperties properties) {
            return ClusterSetup.of(properties.cluster());
        }

        @Bean
        @ConditionalOnMissingBean
        PlacementClaims placementClaims(InfinispanCluster cluster) {
            return cluster.claims();
        }
    }

    /** Without the engine. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass(ENGINE)
    static class WithoutAnEngine {

        @Bean
        FleetCluster bluefluxCluster() {
            throw new InvalidPropertyException(
                    "blueflux.cluster.enabled",
                    "needs the artifact blueflux-fleet-infinispan, which is not on the class path",
                    "Add it, define a bean of the type FleetCluster, or leave the property out.");
        }
    }
}
