// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.ServerState;
import io.blueflux.model.Hook;
import io.blueflux.reactor.BbbClient;
import io.blueflux.support.FreePorts;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.webhook.MeetingEvent;
import io.blueflux.webhooks.webflux.ServerWebhook;
import io.blueflux.webhooks.webflux.ServerWebhooks;
import io.blueflux.webhooks.webflux.WebhookLimits;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The webhooks of several servers: made, kept, taken, heeded and destroyed by the configuration alone. */
@ExtendWith(OutputCaptureExtension.class)
class WebhooksIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final BbbSimulator simulator =
            BbbSimulator.builder().servers(2).separatePorts().build().start();
    private final int port = FreePorts.of(1).get(0);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void anEventOfAServerComesWithItsNameAndMakesTheFleetLook() {
        try (Service service = start("blueflux.fleet.interval=1h")) {
            hooked(simulator.server(1), 1);
            BbbFleet fleet = service.bean(BbbFleet.class);
            fleet.poll("bbb1");
            fleet.poll("bbb2");
            fleet.snapshots(Duration.ofMillis(10))
                    .filter(now -> now.serversIn(ServerState.UP) == 2)
                    .blockFirst(LONG);
            Mono<FleetEvent.MeetingCreated> seen = fleet.events()
                    .ofType(FleetEvent.MeetingCreated.class)
                    .next()
                    .cache();
            seen.subscribe();

            simulator.server(1).createMeeting("room");

            @Nullable
            ServerWebhook webhook = service.bean(ServerWebhooks.class)
                    .events()
                    .filter(each -> each.event() instanceof MeetingEvent.Created)
                    .blockFirst(LONG);
            assertThat(webhook).isNotNull().extracting(ServerWebhook::server).isEqualTo("bbb2");
            assertThat(seen.map(created -> created.meeting().meeting().meetingId())
                            .block(LONG))
                    .isEqualTo("room");
        }
    }

    @Test
    void theFleetLooksThoughNobodyReadsTheEvents() {
        try (Service service = start("blueflux.fleet.interval=1h")) {
            hooked(simulator.server(0), 1);
            for (int i = 0; i < 20; i++) { // more than wait for a reader
                simulator.server(0).createMeeting("room" + i);
            }
            service.bean(BbbFleet.class)
                    .snapshots(Duration.ofMillis(10))
                    .filter(now -> now.totals().meetings() == 20)
                    .blockFirst(LONG);
        }
    }

    @Test
    void aHookThatAServerForgotIsMadeAgainAndAllAreDestroyedAtTheEnd() {
        try (Service service = start("blueflux.webhooks.check-interval=100ms")) {
            assertThat(service.bean(ServerWebhooks.class).isDisposed()).isFalse();
            SimulatedServer server = simulator.server(0);
            String forgotten = String.valueOf(hooked(server, 1).get(0).hookId());
            try (BbbClient client = BbbClient.create(server.bbbServer())) {
                client.hooksDestroy(forgotten).block(LONG);
            }
            assertThat(hooked(server, 1).get(0).hookId()).isNotEqualTo(forgotten);
            hooked(simulator.server(1), 1);
        }
        hooked(simulator.server(0), 0);
        hooked(simulator.server(1), 0);
    }

    @Test
    void aServerThatHangsAtTheEndIsLeftAndLogged(CapturedOutput output) {
        Service service = start();
        hooked(simulator.server(0), 1);
        hooked(simulator.server(1), 1);
        simulator.server(0).fault("hooks/destroy", Fault.hang());

        service.close();

        hooked(simulator.server(1), 0);
        assertThat(output).contains("the hook at bbb1 is left there");
    }

    @Test
    void aServerThatLeftIsNotMissedAtTheEnd(CapturedOutput output) {
        try (Service service = start("blueflux.fleet.interval=1h")) {
            hooked(simulator.server(0), 1);
            await().atMost(LONG).until(() -> output.toString().contains("the hook at bbb2 is made"));
            service.bean(BbbFleet.class).remove("bbb2");
        }
        hooked(simulator.server(0), 0);
        assertThat(output).doesNotContain("is left there");
    }

    @Test
    void aServerWithoutWebhooksIsALineInTheLog(CapturedOutput output) {
        simulator.server(0).fault("hooks/create", Fault.status(404));
        try (Service service = start("blueflux.webhooks.check-interval=100ms")) {
            assertThat(service.bean(ServerWebhooks.class).isDisposed()).isFalse();
            hooked(simulator.server(1), 1);
            Flux.interval(Duration.ofMillis(20))
                    .filter(tick -> simulator.server(0).requestCount("hooks/create") > 2)
                    .blockFirst(LONG);
            assertThat(service.context().isActive()).isTrue();
        }
        assertThat(output).containsOnlyOnce("the hook at bbb1 cannot be made").doesNotContain("\tat ");
    }

    @Test
    void strangersAreRefused() throws Exception {
        try (Service service = start()) {
            String path = "/bbb-hooks/";
            assertThat(post(service, path + "bbb1?checksum=0000")).isEqualTo(403);
            assertThat(post(service, path + "nobody?checksum=0000")).isEqualTo(404);
        }
    }

    @Test
    void anOpenStreamOfEventsDoesNotHoldTheShutdown() {
        Service service = start("spring.lifecycle.timeout-per-shutdown-phase=60s");
        Mono<Void> ended = Mono.fromFuture(HttpClient.newHttpClient()
                        .sendAsync(
                                HttpRequest.newBuilder(service.uri("/arrivals")).build(),
                                HttpResponse.BodyHandlers.discarding()))
                .then()
                .cache();
        ended.subscribe();
        service.bean(Arrivals.class).asked.asMono().block(LONG);
        service.close();
        ended.block(Duration.ofSeconds(20)); // the phase is 60 s
    }

    private int post(Service service, String path) throws Exception {
        return service.send(HttpRequest.newBuilder(service.uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("event=%5B%5D")))
                .statusCode();
    }

    /** Waits until a server has so many hooks. */
    private static List<Hook> hooked(SimulatedServer server, int count) {
        try (BbbClient client = BbbClient.create(server.bbbServer())) {
            return Objects.requireNonNull(client.hooksList()
                    .collectList()
                    .repeatWhen(done -> done.delayElements(Duration.ofMillis(20)))
                    .filter(hooks -> hooks.size() == count)
                    .blockFirst(LONG));
        }
    }

    private Service start(String... more) {
        return Service.start(
                Application.class,
                Service.servers(
                        simulator,
                        Stream.concat(
                                        Stream.of(more),
                                        Stream.of(
                                                "server.port=" + port,
                                                "blueflux.webhooks.path=/bbb-hooks",
                                                "blueflux.webhooks.external-url=http://localhost:" + port,
                                                "blueflux.webhooks.register=true",
                                                "logging.level.io.blueflux.spring=INFO"))
                                .toArray(String[]::new)));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        WebhookLimits limits() {
            return WebhookLimits.DEFAULT.withBufferedEvents(8);
        }

        @Bean
        Arrivals arrivals(ServerWebhooks hooks) {
            return new Arrivals(hooks);
        }
    }

    @RestController
    static class Arrivals {
        final Sinks.Empty<Void> asked = Sinks.empty();
        private final Flux<String> events;

        Arrivals(ServerWebhooks hooks) {
            events = hooks.events().map(ServerWebhook::toString).share();
        }

        @GetMapping(path = "/arrivals", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        Flux<String> arrivals() {
            return events.doOnSubscribe(subscription -> asked.tryEmitEmpty());
        }
    }
}
