// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static io.blueflux.support.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerState;
import io.blueflux.support.NewThreads;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** A service with a fleet: what the actuator shows of it, and how it starts and ends. */
class FleetServiceIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final BbbSimulator simulator =
            BbbSimulator.builder().servers(3).separatePorts().build().start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void healthIsUnknownThenUpThenDegradedThenDown() throws Exception {
        simulator.servers().forEach(server -> server.fault("getMeetings", Fault.hang()));
        try (Service service = start("blueflux.fleet.deadline=60s")) {
            assertThat(service.get("/actuator/health/blueflux").body()).contains("\"status\":\"UNKNOWN\"");

            simulator.servers().forEach(SimulatedServer::clearFaults);
            simulator.servers().forEach(SimulatedServer::closeConnections);
            until(service, fleet -> fleet.serversIn(ServerState.UP) == 3);
            assertThat(service.get("/actuator/health/blueflux").body())
                    .contains("\"status\":\"UP\"", "\"degraded\":false");

            simulator.server(1).stop();
            until(service, fleet -> fleet.serversIn(ServerState.DOWN) == 1);
            assertThat(service.get("/actuator/health/blueflux"))
                    .returns(200, HttpResponse::statusCode)
                    .extracting(HttpResponse::body)
                    .asString()
                    .contains(
                            "\"status\":\"UP\"", "\"degraded\":true", "\"down\":[\"bbb2\"]", "\"reason\"", "\"since\"")
                    .doesNotContain(
                            simulator.server(0).secretText(),
                            simulator.server(0).url());

            simulator.server(0).stop();
            simulator.server(2).stop();
            until(service, fleet -> fleet.serversIn(ServerState.DOWN) == 3);
            assertThat(service.get("/actuator/health/blueflux"))
                    .returns(503, HttpResponse::statusCode)
                    .extracting(HttpResponse::body)
                    .asString()
                    .contains("\"status\":\"DOWN\"");
        }
    }

    @Test
    void healthIsUnknownWhileNoServerHasAnswered() throws Exception {
        simulator.servers().forEach(server -> server.fault("getMeetings", Fault.status(502)));
        try (Service service = start("blueflux.fleet.interval=1h")) {
            service.bean(BbbClients.class).names().forEach(service.bean(BbbFleet.class)::poll);
            until(service, fleet -> fleet.serversIn(ServerState.UNSTABLE) == 3);
            assertThat(service.get("/actuator/health/blueflux").body()).contains("\"status\":\"UNKNOWN\"");
        }
    }

    @Test
    void fewerServersThanMustAnswerAreDown() throws Exception {
        try (Service service = start("blueflux.health.min-up=3")) {
            until(service, fleet -> fleet.serversIn(ServerState.UP) == 3);
            simulator.server(1).stop();
            until(service, fleet -> fleet.serversIn(ServerState.DOWN) == 1);
            assertThat(service.get("/actuator/health/blueflux").body()).contains("\"status\":\"DOWN\"");
        }
    }

    @Test
    void healthMayBelongToReadinessOrBeLeftOut() throws Exception {
        String readiness = "management.endpoint.health.group.readiness.include=blueflux";
        try (Service service = start(readiness)) {
            until(service, fleet -> fleet.serversIn(ServerState.UP) == 3);
            assertThat(service.get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"", "\"blueflux\"");
        }
        try (Service service = start("management.health.blueflux.enabled=false")) {
            assertThat(service.get("/actuator/health/blueflux").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theEndpointShowsTheFleetAndMarksServers() throws Exception {
        simulator.server(0).populate(2, 5);
        try (Service service = start()) {
            until(service, fleet -> fleet.serversIn(ServerState.UP) == 3);
            assertThat(service.get("/actuator/blueflux").body())
                    .contains("\"UP\":3", "\"participants\":10", "\"bbb2\"", "\"meetings\":2")
                    .doesNotContain(
                            "room",
                            simulator.server(0).secretText(),
                            simulator.server(0).url());

            assertThat(mark(service, "bbb2", "drain").statusCode()).isEqualTo(200);
            until(service, fleet -> !fleet.servers().containsKey("bbb2")); // it had no meetings
            assertThat(mark(service, "bbb1", "cordon").body()).contains("\"cordoned\":true");
            assertThat(mark(service, "bbb1", "resume").body()).contains("\"cordoned\":false");
            assertThat(mark(service, "nobody", "drain").statusCode()).isEqualTo(404);
            assertThat(mark(service, "bbb1", "reboot").statusCode()).isEqualTo(400);
            assertThat(service.get("/actuator/blueflux/nobody").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void infoTellsHowManyServersThereAreIfAsked() throws Exception {
        try (Service service = start("management.info.blueflux.enabled=true")) {
            until(service, fleet -> fleet.serversIn(ServerState.UP) == 3);
            assertThat(service.get("/actuator/info").body()).contains("\"blueflux\":{\"servers\":3");
        }
    }

    @Test
    void noPageOfTheActuatorShowsASecret() throws Exception {
        String secret = simulator.server(0).secretText();
        try (Service service = start(
                "the.variable.it.came.from=" + secret,
                "the.proxys.variable=http://someone:the-proxys-own-password@proxy",
                "management.endpoint.env.show-values=always",
                "management.endpoint.configprops.show-values=always",
                "blueflux.client.proxy.username=someone",
                "blueflux.client.proxy.password=the-proxys-own-password")) {
            for (String page :
                    new String[] {"env", "configprops", "beans", "conditions", "health", "blueflux", "info"}) {
                HttpResponse<String> answer = service.get("/actuator/" + page);
                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                assertThat(answer.body()).as(page).doesNotContain(secret, "the-proxys-own-password");
            }
            assertThat(service.get("/actuator/env").body()).contains("blueflux.servers.bbb1.secret");
        }
    }

    @Test
    void metersAreThereForPrometheus() throws Exception {
        try (Service service = start()) {
            until(service, fleet -> fleet.serversIn(ServerState.UP) == 3);
            assertThat(service.get("/actuator/metrics").body())
                    .contains("blueflux.fleet.servers", "blueflux.client.call", "blueflux.server.load");
        }
    }

    @Test
    void pollingBeginsWhenTheApplicationIsReadyAndNotBefore() throws Exception {
        try (Service service = start()) {
            assertThat(service.bean(Early.class).polled).isFalse();
            assertThat(service.bean(BbbFleet.class).poll("bbb1")).isTrue();
            until(service, fleet -> fleet.serversIn(ServerState.UP) == 3);
        }
    }

    @Test
    void anOpenStreamDoesNotHoldTheShutdownAndNothingIsLeft() throws Exception {
        NewThreads threads = new NewThreads("blueflux-http", "blueflux-fleet");
        Service service = start("spring.lifecycle.timeout-per-shutdown-phase=60s");
        until(service, fleet -> fleet.serversIn(ServerState.UP) == 3);
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.uri("/snapshots")).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.body().read()).isPositive();

        long begun = System.nanoTime();
        service.close();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(stream.body().readAllBytes()).isNotNull(); // ended, not broken off
        assertThat(took).isLessThan(Duration.ofSeconds(30)); // the phase is 60 s
        eventually(
                "no connection is left",
                () -> simulator.servers().stream().allMatch(server -> server.openConnections() == 0));
        threads.end();
    }

    @Test
    void aServerThatHangsHoldsTheShutdownForASecondAtMost() throws Exception {
        simulator.server(0).fault("getMeetings", Fault.hang());
        Service service = start("blueflux.fleet.deadline=60s");
        until(service, fleet -> fleet.serversIn(ServerState.UP) == 2);
        service.close();
        eventually("no call is left", () -> simulator.server(0).inFlight("getMeetings") == 0);
    }

    private Service start(String... more) {
        return Service.start(
                Application.class,
                Service.servers(
                        simulator,
                        concat(
                                more,
                                "blueflux.fleet.interval=500ms",
                                "management.endpoints.web.exposure.include=*",
                                "management.endpoint.blueflux.access=unrestricted",
                                "management.endpoint.health.show-details=always")));
    }

    private static String[] concat(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static HttpResponse<String> mark(Service service, String server, String action) throws Exception {
        return service.send(HttpRequest.newBuilder(service.uri("/actuator/blueflux/" + server))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"action\":\"" + action + "\"}")));
    }

    private static void until(Service service, Predicate<FleetSnapshot> holds) {
        service.bean(BbbFleet.class)
                .snapshots(Duration.ofMillis(20))
                .filter(holds)
                .blockFirst(LONG);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Snapshots controller(BbbFleet fleet) {
            return new Snapshots(fleet);
        }

        @Bean
        Early early(BbbFleet fleet) {
            return new Early(fleet);
        }
    }

    /** Runs before the application is ready. */
    static class Early implements ApplicationRunner {
        private final BbbFleet fleet;
        volatile boolean polled = true;

        Early(BbbFleet fleet) {
            this.fleet = fleet;
        }

        @Override
        public void run(ApplicationArguments args) {
            polled = fleet.poll("bbb1");
        }
    }

    @RestController
    static class Snapshots {
        private final BbbFleet fleet;

        Snapshots(BbbFleet fleet) {
            this.fleet = fleet;
        }

        @GetMapping(path = "/snapshots", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        Flux<String> snapshots() {
            return fleet.snapshots(Duration.ofSeconds(1)).map(FleetSnapshot::toString);
        }
    }
}
