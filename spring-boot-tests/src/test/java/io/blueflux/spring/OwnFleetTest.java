// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.webhooks.webflux.ServerWebhooks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** Applications that make their fleets themselves. */
class OwnFleetTest {
    private final ReactiveWebApplicationContextRunner boot = new ReactiveWebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ActuatorAutoConfiguration.class,
                    BluefluxAutoConfiguration.class,
                    FleetAutoConfiguration.class,
                    MetersAutoConfiguration.class,
                    WebAutoConfiguration.class,
                    WebhooksAutoConfiguration.class));

    @Test
    void twoFleetsAreTheApplicationsOwnAffair() {
        boot.withUserConfiguration(Two.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBeanNamesForType(FleetClient.class)).isEmpty();
        });
        boot.withUserConfiguration(Two.class)
                .withPropertyValues(
                        "blueflux.servers.bbb1.url=https://bbb1.example.org/bigbluebutton",
                        "blueflux.servers.bbb1.secret=secret")
                .run(context -> {
                    assertThat(context.getBean(BbbClients.class).names()).containsExactly("bbb1");
                    assertThat(context.getBean("first", BbbFleet.class).servers())
                            .isEmpty();
                });
    }

    @Test
    void itsServersHaveClientsAndWebhooksToo() {
        boot.withUserConfiguration(Own.class)
                .withPropertyValues(
                        "blueflux.webhooks.path=/bbb-hooks",
                        "blueflux.webhooks.external-url=https://portal.example.org")
                .run(context -> {
                    assertThat(context.getBean(BbbClients.class).names()).containsExactly("by-hand");
                    assertThat(context).hasSingleBean(ServerWebhooks.class).hasSingleBean(FleetClient.class);
                });
    }

    @Test
    void itsServersStayUntilASourceHasSaidOthers() {
        boot.withUserConfiguration(Own.class)
                .withBean(ServerSource.class, () -> Flux::never)
                .run(context -> assertThat(context.getBean(BbbFleet.class).servers())
                        .extracting(FleetServer::name)
                        .containsExactly("by-hand"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {
        @Bean
        BbbFleet fleet() {
            BbbFleet fleet = BbbFleet.builder(Duration.ofHours(1)).build();
            fleet.replaceAll(List.of(FleetServer.of(BbbServer.of("https://h.example.org/bigbluebutton", "secret")
                    .withName("by-hand"))));
            return fleet;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Two {
        @Bean
        BbbFleet first() {
            return BbbFleet.builder(Duration.ofHours(1)).build();
        }

        @Bean
        BbbFleet second() {
            return BbbFleet.builder(Duration.ofHours(1)).build();
        }
    }
}
