// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetCluster;
import io.blueflux.webhooks.webflux.ServerWebhooks;
import io.blueflux.webhooks.webflux.SpringWebhooks;
import io.blueflux.webhooks.webflux.WebhookLimits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The servers' webhooks: one route, one secret a server, one stream of events; each makes the fleet look at its server at once. */
@AutoConfiguration(after = FleetAutoConfiguration.class)
@ConditionalOnProperty("blueflux.webhooks.path")
@ConditionalOnBean(ServerFeed.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(name = "org.springframework.web.reactive.function.server.RouterFunction")
class WebhooksAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ServerWebhooks serverWebhooks(ServerFeed servers, ObjectProvider<WebhookLimits> limits) {
        BbbFleet fleet = servers.fleet();
        return ServerWebhooks.notifying(
                limits.getIfAvailable(() -> WebhookLimits.DEFAULT), server -> look(fleet, server));
    }

    /** A server that was removed meanwhile needs no look. */
    private static void look(BbbFleet fleet, String server) {
        try {
            fleet.poll(server);
        } catch (IllegalArgumentException e) {
            // it has left the fleet
        }
    }

    @Bean
    HookVerifiers bluefluxHookVerifiers(ServerFeed servers, ServerWebhooks hooks, BluefluxProperties properties) {
        return new HookVerifiers(servers, hooks, HookAddress.of(properties).callbackUrl());
    }

    @Bean
    RouterFunction<ServerResponse> bluefluxWebhookRoute(ServerWebhooks hooks, BluefluxProperties properties) {
        return SpringWebhooks.route(HookAddress.of(properties).path() + "/{server}", hooks);
    }

    /** Streams of events end before the web server waits for its requests. */
    @Bean
    ApplicationListener<ContextClosedEvent> bluefluxWebhooksEnd(ServerWebhooks hooks, ApplicationContext context) {
        return closed -> {
            if (closed.getApplicationContext() == context) {
                hooks.dispose();
            }
        };
    }

    @Bean
    @ConditionalOnProperty("blueflux.webhooks.register")
    HookRegistrar bluefluxHookRegistrar(
            ServerFeed servers, BluefluxProperties properties, ObjectProvider<FleetCluster> cluster) {
        return new HookRegistrar(
                servers.fleet(),
                cluster.getIfUnique() != null,
                HookAddress.of(properties).callbackUrl(),
                HookAddress.checkInterval(properties));
    }
}
