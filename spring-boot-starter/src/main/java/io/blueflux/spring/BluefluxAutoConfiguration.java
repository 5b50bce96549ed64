// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.AnswerLimits;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.BbbFleetBuilder;
import io.blueflux.fleet.FleetCluster;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.CallListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;

/** The clients of the servers that the configuration or a {@link ServerSource} names, and the fleet of them. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.reactor.netty.ReactorNettyConfigurations",
            "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration",
            "org.springframework.boot.reactor.netty.autoconfigure.ReactorNettyConfigurations"
        })
@Conditional(OnServers.class)
@EnableConfigurationProperties(BluefluxProperties.class)
class BluefluxAutoConfiguration {
    /** The names of the beans that those of the clients are made by. */
    static final String CLIENTS = "bbbClients";

    static final String SERVERS = "bluefluxServers";

    @Bean
    @ConditionalOnMissingBean
    BbbClients bbbClients(ServerFeed servers) {
        return BbbClients.of(servers.fleet());
    }

    @Bean(SERVERS)
    ServerFeed bluefluxServers(
            BluefluxProperties properties,
            FleetParts parts,
            ObjectProvider<BbbFleet> polling,
            ObjectProvider<ServerSource> source,
            Environment environment) {
        PropertiesThatNeedOthers.check(properties);
        ConfiguredServers.requireNoOthers(OnServers.keys(environment), properties.servers());
        BbbFleet fleet = polling.getIfUnique();
        BbbFleet used = fleet != null ? fleet : parts.build(FleetSetup.ofClients(properties), AnswerLimits.DEFAULT);
        return new ServerFeed(used, ConfiguredServers.of(properties.servers()), source.getIfAvailable(), fleet == null);
    }

    @Bean
    FleetParts bluefluxFleetParts(
            BluefluxProperties properties,
            ObjectProvider<EventLoops> loops,
            ObjectProvider<SslBundles> bundles,
            ObjectProvider<BbbClientCustomizer> clients,
            ObjectProvider<CallListener> listeners) {
        return new FleetParts(
                properties,
                new TlsBundles(bundles.getIfAvailable()),
                loops.getIfAvailable(() -> new EventLoops(null)),
                clients.orderedStream().toList(),
                ListenersOfAll.of(CallListener.class, listeners.orderedStream().toList(), CallListener.NONE));
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("blueflux.fleet.interval")
    BbbFleet bbbFleet(
            BluefluxProperties properties,
            FleetParts parts,
            ObjectProvider<FleetCluster> cluster,
            ObjectProvider<BbbFleetCustomizer> customizers) {
        BbbFleetBuilder builder = FleetSetup.polling(properties);
        cluster.ifUnique(builder::cluster);
        customizers.orderedStream().forEach(each -> each.customize(builder));
        return parts.build(builder, null);
    }

    @Bean
    ClientsLifecycle bluefluxClientsLifecycle(ServerFeed servers) {
        return new ClientsLifecycle(servers.fleet());
    }

    /** Beans of the clients, unless the application has clients of its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(BbbClient.class)
    @Import(ClientBeans.class)
    static class Clients {}

    /** Boot's event loops. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.http.client.ReactorResourceFactory")
    static class Loops {

        @Bean
        EventLoops bluefluxEventLoops(ObjectProvider<ReactorResourceFactory> resources) {
            @Nullable ReactorResourceFactory boots = resources.getIfUnique();
            return new EventLoops(boots == null ? null : boots.getLoopResources());
        }
    }
}
