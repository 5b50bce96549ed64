// SPDX-License-Identifier: Apache-2.0
package io.blueflux.example.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.ServerState;
import io.blueflux.testkit.SimulatedMeeting;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.SlideDocument;
import io.blueflux.testkit.spring.BbbSimulatorTest;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;

/** The portal as browsers see it, in front of a simulated server. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "blueflux.fleet.interval=500ms",
            "blueflux.fleet.starting=500ms",
            "portal.max-slides=4MB",
            "management.prometheus.metrics.export.enabled=true" // Boot 3.5 leaves it out of tests
        })
@BbbSimulatorTest
class PortalIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    /** Known before the start, as the server is told of it. */
    private static final int PORT = TestSocketUtils.findAvailableTcpPort();

    private final WebTestClient browser = WebTestClient.bindToServer()
            .baseUrl("http://localhost:" + PORT)
            .responseTimeout(LONG)
            .build();

    @Autowired
    private SimulatedServer server;

    @Autowired
    private BbbFleet fleet;

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
    }

    /** A fleet that has not seen its server yet may not place meetings there. */
    @BeforeEach
    void theServerAnswers() {
        fleet.snapshots(Duration.ofMillis(20))
                .filter(snapshot ->
                        snapshot.servers().values().stream().allMatch(each -> each.state() == ServerState.UP))
                .blockFirst(LONG);
    }

    @Test
    void meetingsComeAsTheyAreAndAsTheyChange() {
        server.createMeeting("before", meeting -> meeting.name("Before"));
        Meetings.Change created = browser.get()
                .uri("/meetings")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(Meetings.Change.class)
                .getResponseBody()
                .doOnNext(change -> {
                    if (change.meetingId().equals("before") && change.change().equals("created")) {
                        server.meeting("before").end();
                    }
                })
                .filter(change ->
                        change.meetingId().equals("before") && change.change().equals("ended"))
                .blockFirst(LONG);
        assertThat(created).isEqualTo(new Meetings.Change("ended", "s1", "before", "Before"));
    }

    @Test
    void aRoomIsCreatedWithItsSlidesJoinedAndEnded() {
        MultipartBodyBuilder form = form("Algebra");
        form.part("id", "algebra");
        slides(form, "one.pdf", 3_000_000);
        slides(form, "two.pdf", 10);
        create(form)
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("{\"id\":\"algebra\",\"server\":\"s1\",\"created\":true}");
        assertThat(server.meeting("algebra").documents())
                .extracting(SlideDocument::name, SlideDocument::contentBytes)
                .containsExactly(tuple("one.pdf", 3_000_000), tuple("two.pdf", 10));

        browser.get()
                .uri("/rooms/algebra/join?name=Ann&role=MODERATOR")
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .value("Location", url -> assertThat(url).startsWith(server.url() + "/api/join?"))
                .expectBody()
                .isEmpty();
        browser.delete()
                .uri("/rooms/algebra")
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        assertThat(server.meetings()).noneMatch(meeting -> meeting.meetingId().equals("algebra") && !meeting.ended());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        problem(browser.get().uri("/rooms/nowhere/join?name=Ann").exchange(), 404);
        problem(browser.delete().uri("/rooms/nowhere").exchange(), 404);
        browser.delete()
                .uri("/recordings/nowhere")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .isEmpty();
    }

    @Test
    void whatCannotBeIsABadRequest() {
        MultipartBodyBuilder nameless = new MultipartBodyBuilder();
        nameless.part("id", "nameless");
        problem(create(nameless), 400);
        MultipartBodyBuilder withoutExtension = form("Slides");
        slides(withoutExtension, "slides", 10);
        problem(create(withoutExtension), 400);
        problem(browser.get().uri("/rooms/any/join?name=").exchange(), 400);
        problem(browser.get().uri("/rooms/any/join").exchange(), 400);
        problem(browser.get().uri("/recordings?limit=0").exchange(), 400);
    }

    @Test
    void slidesAboveTheLimitAreRefused() {
        MultipartBodyBuilder form = form("Much");
        slides(form, "much.pdf", 5_000_000);
        problem(create(form), 413);
    }

    @Test
    void whereNoServerMayTakeARoomTheBrowserIsAskedToComeAgain() {
        fleet.cordon("s1");
        try {
            assertThat(problem(create(form("Late")), 503).getFirst("Retry-After"))
                    .isNotBlank();
        } finally {
            fleet.resume("s1");
        }
    }

    @Test
    void recordingsComeInPagesAndGo() {
        server.populateRecordings(3);
        Recordings.Page page = Objects.requireNonNull(browser.get()
                .uri("/recordings?limit=2")
                .exchange()
                .returnResult(Recordings.Page.class)
                .getResponseBody()
                .blockFirst(LONG));
        assertThat(page.recordings()).hasSize(2);
        assertThat(page.unanswered()).isEmpty();

        String first = page.recordings().get(0).id();
        browser.delete()
                .uri("/recordings/" + first)
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        browser.delete()
                .uri("/recordings/" + first)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .isEmpty();
    }

    @Test
    void arrivalsComeByTheServersWebhooks() {
        Flux.interval(Duration.ZERO, Duration.ofMillis(20))
                .filter(tick -> !server.callbacks().hookUrls().isEmpty())
                .blockFirst(LONG);
        SimulatedMeeting meeting = server.createMeeting("arrivals");
        Arrivals.Arrival arrival = browser.get()
                .uri("/arrivals")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Arrivals.Arrival>>() {})
                .getResponseBody()
                .doOnNext(event -> joinOnceLive(meeting, event)) // a reader that has just left might hear it alone
                .mapNotNull(ServerSentEvent::data)
                .blockFirst(LONG);
        assertThat(arrival).isEqualTo(new Arrivals.Arrival("s1", "arrivals", "Ann"));
    }

    private static void joinOnceLive(SimulatedMeeting meeting, ServerSentEvent<?> event) {
        if ("live".equals(event.comment())) {
            meeting.addAttendee("u1", "Ann");
        }
    }

    @Test
    void aStreamOfWhichNothingIsThereYetBeginsAtOnce() {
        assertThat(browser.get()
                        .uri("/arrivals")
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .exchange()
                        .expectHeader()
                        .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                        .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                        .getResponseBody()
                        .mapNotNull(ServerSentEvent::comment)
                        .blockFirst(LONG))
                .isEqualTo("live");
    }

    @Test
    void healthAndMetersAreShown() {
        browser.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.blueflux.status")
                .isEqualTo("UP");
        browser.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("blueflux_fleet_servers"));
    }

    private ResponseSpec create(MultipartBodyBuilder form) {
        return browser.post().uri("/rooms").bodyValue(form.build()).exchange();
    }

    private static MultipartBodyBuilder form(String name) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("name", name);
        return form;
    }

    private static void slides(MultipartBodyBuilder form, String name, int size) {
        form.part("slides", new ByteArrayResource(new byte[size])).filename(name);
    }

    private static HttpHeaders problem(ResponseSpec answer, int status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isNotEmpty()
                .returnResult()
                .getResponseHeaders();
    }
}
