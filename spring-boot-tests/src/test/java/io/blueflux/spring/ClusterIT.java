// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.PlacedMeeting;
import io.blueflux.fleet.placement.PlacementRules;
import io.blueflux.request.CreateRequest;
import io.blueflux.support.FreePorts;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Two processes of a service, in one JVM: each knows all servers, and each server is polled and hooked by one of them. */
class ClusterIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int SERVERS = 8;

    @TempDir
    private Path folder;

    @Test
    void processesOfOneServiceShareItsFleet() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "a key that all of them have");
        try (BbbSimulator simulator = BbbSimulator.start(SERVERS)) {
            share(simulator, FreePorts.of(4), key);
        }
    }

    private static void share(BbbSimulator simulator, List<Integer> ports, Path key) {
        try (Service one = service(simulator, ports, 0, key)) {
            Service two = service(simulator, ports, 1, key);
            try {
                awaitShared(one, two);
                fleet(one).cordon("bbb1");
                await().atMost(LONG)
                        .until(() -> requireNonNull(
                                        fleet(two).snapshot().servers().get("bbb1"))
                                .cordoned());
                fleet(two).resume("bbb1");
                await().atMost(LONG).untilAsserted(() -> assertHooked(one));
                createsOneMeetingWhereBothAreAsked(simulator, one, two);
            } finally {
                two.close();
            }
            await().atMost(LONG).until(() -> polled(one) == SERVERS);
            assertThat(fleet(one).cluster().isMissingMembers())
                    .as("it left in good order")
                    .isFalse();
            assertHooked(one); // what the other made is looked after by who is left
        }
    }

    private static void createsOneMeetingWhereBothAreAsked(BbbSimulator simulator, Service one, Service two) {
        for (int i = 0; i < 5; i++) {
            String meetingId = "room-" + i;
            List<String> placed = requireNonNull(Flux.just(one, two)
                    .flatMap(
                            service -> service.bean(FleetClient.class)
                                    .create(CreateRequest.builder(meetingId, meetingId)
                                            .build())
                                    .subscribeOn(Schedulers.parallel()),
                            2)
                    .map(PlacedMeeting::server)
                    .collectList()
                    .block(LONG));
            assertThat(placed).hasSize(2);
            assertThat(placed.get(0)).isEqualTo(placed.get(1));
            assertThat(simulator.servers().stream().filter(server -> has(server, meetingId)))
                    .hasSize(1);
        }
    }

    private static void assertHooked(Service service) {
        BbbClients clients = service.bean(BbbClients.class);
        for (String server : clients.names()) {
            assertThat(clients.client(server).hooksList().collectList().block(LONG))
                    .as(server)
                    .hasSize(1);
        }
    }

    private static boolean has(SimulatedServer server, String meetingId) {
        return server.meetings().stream()
                .anyMatch(meeting -> meeting.meetingId().equals(meetingId));
    }

    private static void awaitShared(Service one, Service two) {
        await().atMost(LONG).untilAsserted(() -> {
            for (Service each : List.of(one, two)) {
                assertThat(fleet(each).cluster().members()).isEqualTo(2);
                assertThat(fleet(each).snapshot().serversIn(ServerState.UP)).isEqualTo(SERVERS);
            }
            assertThat(polled(one) + polled(two)).isEqualTo(SERVERS);
        });
    }

    private static BbbFleet fleet(Service service) {
        return service.bean(BbbFleet.class);
    }

    private static int polled(Service service) {
        return fleet(service).cluster().polled();
    }

    private static Service service(BbbSimulator simulator, List<Integer> ports, int number, Path key) {
        return Service.start(
                Application.class,
                Service.servers(
                        simulator,
                        "blueflux.fleet.interval=500ms",
                        "blueflux.webhooks.path=/hooks",
                        "server.port=" + ports.get(2 + number),
                        "blueflux.webhooks.external-url=http://127.0.0.1:"
                                + ports.get(2), // of one, as behind a balancer
                        "blueflux.webhooks.register=true",
                        "blueflux.cluster.enabled=true",
                        "blueflux.cluster.members=127.0.0.1:" + ports.get(0) + ",127.0.0.1:" + ports.get(1),
                        "blueflux.cluster.host=127.0.0.1",
                        "blueflux.cluster.port=" + ports.get(number),
                        "blueflux.cluster.key-file=" + key));
    }

    /** The service, with event loops that do not end with those of another in the same JVM. */
    @SpringBootApplication
    static class Application {

        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            ReactorResourceFactory own = new ReactorResourceFactory();
            own.setUseGlobalResources(false);
            return own;
        }

        /** A claim waits as long as a look does, and then goes on without: here nobody is to go on without. */
        @Bean
        PlacementRules placementRules() {
            return PlacementRules.LEAST_LOAD.withLook(new PlacementRules.Look(Duration.ofSeconds(1), LONG));
        }
    }
}
