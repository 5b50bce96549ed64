// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.MeetingPlacement;
import io.blueflux.reactor.BbbClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** Which beans there are, by the configuration. */
class ClientBeansTest {
    private static final String SECRET = "a-secret-that-nobody-may-see";

    private final ApplicationContextRunner nothing = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ActuatorAutoConfiguration.class,
                    BluefluxAutoConfiguration.class,
                    FleetAutoConfiguration.class,
                    MetersAutoConfiguration.class));

    private final ApplicationContextRunner one = nothing.withPropertyValues(
            "blueflux.servers.bbb1.url=https://bbb1.example.org/bigbluebutton",
            "blueflux.servers.bbb1.secret=" + SECRET);

    private final ApplicationContextRunner two = one.withPropertyValues(
            "blueflux.servers.bbb2.url=https://bbb2.example.org/bigbluebutton",
            "blueflux.servers.bbb2.secret=" + SECRET);

    @Test
    void withoutConfigurationThereIsNothing() {
        nothing.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBeanNamesForType(BbbClients.class)).isEmpty();
            assertThat(context.getBeanNamesForType(BbbFleet.class)).isEmpty();
            assertThat(context.getBeanDefinitionNames()).noneMatch(name -> name.startsWith("blueflux-"));
        });
    }

    @Test
    void oneServerIsInjectedAsClient() {
        one.withUserConfiguration(Lobby.class).run(context -> {
            assertThat(context.getBean(Lobby.class).bbb.server().name()).isEqualTo("bbb1");
            assertThat(context.getBean(BbbClients.class).names()).containsExactly("bbb1");
            assertThat(context.getBeanNamesForType(BbbFleet.class)).isEmpty();
            assertThat(context.getBeanNamesForType(MeetingPlacement.class)).isEmpty();
        });
    }

    @Test
    void severalServersAreInjectedByQualifier() {
        two.withUserConfiguration(TwoLobbies.class).run(context -> {
            TwoLobbies lobbies = context.getBean(TwoLobbies.class);
            assertThat(lobbies.first.server().name()).isEqualTo("bbb1");
            assertThat(lobbies.second.server().name()).isEqualTo("bbb2");
            assertThat(context.getBean(BbbClients.class).client("bbb2")).isSameAs(lobbies.second);
        });
    }

    @Test
    void anEntryTakesWhatAnEntryOfTheServerListTakes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        nothing.withPropertyValues(
                        "blueflux.fleet.interval=1h",
                        "blueflux.servers.x.name=bbb1.example.org",
                        "blueflux.servers.x.url=https://bbb1.example.org/bigbluebutton/api/",
                        "blueflux.servers.x.secret-file=" + file,
                        "blueflux.servers.x.algorithm=sha512",
                        "blueflux.servers.x.weight=2.5",
                        "blueflux.servers.x.tags=eu,big",
                        "blueflux.servers.x.max-meetings=40",
                        "blueflux.servers.x.max-participants=900",
                        "blueflux.servers.x.cordoned=true")
                .run(context -> assertThat(context.getBean(BbbFleet.class).servers())
                        .containsExactly(FleetServer.of(BbbServer.of("https://bbb1.example.org/bigbluebutton", SECRET)
                                        .withAlgorithm(ChecksumAlgorithm.SHA512))
                                .withWeight(2.5)
                                .withTags("eu", "big")
                                .withMaxMeetings(40)
                                .withMaxParticipants(900)
                                .withCordoned(true)));
    }

    @Test
    void anIntervalMakesAFleetWithPlacementAndRooms() {
        two.withPropertyValues("blueflux.fleet.interval=1h", "blueflux.fleet.depth=counters")
                .run(context -> {
                    BbbFleet fleet = context.getBean(BbbFleet.class);
                    assertThat(fleet.servers()).extracting(FleetServer::name).containsExactly("bbb1", "bbb2");
                    assertThat(context.getBean(BbbClients.class).client("bbb1")).isSameAs(fleet.client("bbb1"));
                    assertThat(context).hasSingleBean(MeetingPlacement.class).hasSingleBean(FleetClient.class);
                    assertThat(context.getBean(BluefluxProperties.class).fleet().depth())
                            .isEqualTo(PollDepth.COUNTERS);
                });
    }

    @Test
    void everyBeanGivesWayToTheApplications() {
        two.withPropertyValues("blueflux.fleet.interval=1h")
                .withUserConfiguration(Own.class)
                .run(context -> {
                    assertThat(context).hasSingleBean(BbbFleet.class).hasSingleBean(MeetingPlacement.class);
                    assertThat(context.getBean(BbbFleet.class)).isSameAs(context.getBean(Own.class).fleet);
                    assertThat(context.getBean(BbbClient.class)).isSameAs(context.getBean(Own.class).client);
                });
    }

    @Test
    void aSourceOfServersStandsInForTheConfiguration() {
        nothing.withUserConfiguration(Source.class).run(context -> {
            BbbClients clients = context.getBean(BbbClients.class);
            assertThat(clients.names()).containsExactly("from-a-table");
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Lobby {
        @Autowired
        BbbClient bbb;
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoLobbies {
        @Autowired
        @Qualifier("bbb1")
        BbbClient first;

        @Autowired
        @Qualifier("bbb2")
        BbbClient second;
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {
        final BbbFleet fleet = BbbFleet.builder(Duration.ofHours(1)).build();
        final BbbClient client = BbbClient.create(BbbServer.of("https://own.example.org/bigbluebutton", SECRET));
        final MeetingPlacement placement = MeetingPlacement.of(fleet);

        @Bean
        BbbFleet ownFleet() {
            return fleet;
        }

        @Bean
        BbbClient ownClient() {
            return client;
        }

        @Bean
        MeetingPlacement ownPlacement() {
            return placement;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Source {
        @Bean
        ServerSource servers() {
            return () -> Flux.just(List.of(FleetServer.of(
                    BbbServer.of("https://t.example.org/bigbluebutton", SECRET).withName("from-a-table"))));
        }
    }
}
