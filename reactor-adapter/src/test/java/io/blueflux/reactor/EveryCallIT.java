// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.error.ApiFailedException;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Meeting;
import io.blueflux.model.Recording;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.Role;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.StepVerifier;

/** Each call against a server that checks what it is sent. */
class EveryCallIT {
    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer server = simulator.server(0);
    private final BbbClient client = BbbClient.create(server.bbbServer());

    @AfterEach
    void stop() {
        client.disposeLater().block();
        simulator.close();
    }

    @Test
    void aMeetingLivesFromCreateToEnd() throws Exception {
        CreateRequest request = CreateRequest.builder("Кафедра/42 🎓", "Algebra & more + 100%")
                .attendeePw("ap-1234")
                .moderatorPw("mp-1234")
                .expiry(expiry -> expiry.duration(Duration.ofMinutes(90)))
                .meta("course", "R&D <1>")
                .build();
        client.create(request)
                .as(StepVerifier::create)
                .assertNext(created -> {
                    assertThat(created.meetingId()).isEqualTo("Кафедра/42 🎓");
                    assertThat(created.duration()).isEqualTo(Duration.ofMinutes(90));
                    assertThat(created.isDuplicate()).isFalse();
                    assertThat(created.toString()).doesNotContain("ap-1234").doesNotContain("mp-1234");
                })
                .verifyComplete();
        client.create(request)
                .as(StepVerifier::create)
                .assertNext(created -> assertThat(created.isDuplicate()).isTrue())
                .verifyComplete();
        running(false);
        join(client.joinUrl(JoinRequest.builder("Кафедра/42 🎓", "Änne Müller")
                        .role(Role.MODERATOR)
                        .build())
                .uri());
        running(true);
        client.getMeetingInfo("Кафедра/42 🎓")
                .as(StepVerifier::create)
                .assertNext(EveryCallIT::hasModerator)
                .verifyComplete();
        client.getMeetings()
                .as(StepVerifier::create)
                .assertNext(EveryCallIT::hasModerator)
                .verifyComplete();
        client.end("Кафедра/42 🎓")
                .as(StepVerifier::create)
                .assertNext(ended -> assertThat(ended.status().messageKey()).isEqualTo("sentEndMeetingRequest"))
                .verifyComplete();
        client.getMeetingInfo("Кафедра/42 🎓")
                .as(StepVerifier::create)
                .expectErrorSatisfies(error ->
                        assertThat(((ApiFailedException) error).messageKey()).isEqualTo("notFound"))
                .verify();
    }

    @Test
    void recordingsAreListedFilteredAndDeleted() {
        server.populateRecordings(30);
        String[] ids = client.getRecordings(RecordingsQuery.all())
                .mapNotNull(Recording::recordId)
                .collectList()
                .blockOptional()
                .orElseThrow()
                .toArray(new String[0]);
        assertThat(ids).hasSize(30);
        client.deleteRecordings(ids[0], ids[1])
                .as(StepVerifier::create)
                .assertNext(deleted -> assertThat(deleted.deleted()).isTrue())
                .verifyComplete();
        client.getRecordings(RecordingsQuery.builder().recordIds(ids[0], ids[2]).build())
                .mapNotNull(Recording::recordId)
                .as(StepVerifier::create)
                .expectNext(ids[2])
                .verifyComplete();
    }

    @Test
    void theVersionNeedsNoSecret() {
        client.version()
                .as(StepVerifier::create)
                .assertNext(version -> assertThat(version.version()).isEqualTo("2.0"))
                .verifyComplete();
    }

    @ParameterizedTest
    @EnumSource(ChecksumAlgorithm.class)
    void everyAlgorithmPasses(ChecksumAlgorithm algorithm) {
        server.createMeeting("a b&c=d+e%f/ü🎓");
        BbbClient other = BbbClient.create(server.bbbServer().withAlgorithm(algorithm));
        other.getMeetingInfo("a b&c=d+e%f/ü🎓")
                .mapNotNull(Meeting::meetingId)
                .as(StepVerifier::create)
                .expectNext("a b&c=d+e%f/ü🎓")
                .verifyComplete();
        other.disposeLater().block();
    }

    @Test
    void theFleetsMeetingsComeWithTheirInfos() {
        server.populate(25, 4);
        client.getMeetingsWithInfo(FanOut.DEFAULT.withOrdered(true))
                .map(result -> ((MeetingResult.Found) result).info().attendees().size())
                .as(StepVerifier::create)
                .expectNextSequence(IntStream.range(0, 25).map(i -> 4).boxed().toList())
                .verifyComplete();
        assertThat(server.maxInFlight("getMeetingInfo")).isLessThanOrEqualTo(16);
    }

    private void running(boolean expected) {
        client.isMeetingRunning("Кафедра/42 🎓")
                .as(StepVerifier::create)
                .assertNext(answer -> assertThat(answer.running()).isEqualTo(expected))
                .verifyComplete();
    }

    private static void hasModerator(Meeting meeting) {
        assertThat(meeting.meetingName()).isEqualTo("Algebra & more + 100%");
        assertThat(meeting.metadata()).containsEntry("course", "R&D <1>");
        assertThat(meeting.attendees())
                .singleElement()
                .satisfies(attendee -> assertThat(attendee.role()).isEqualTo(AttendeeRole.MODERATOR));
    }

    private static void join(URI url) throws Exception {
        HttpClient browser = HttpClient.newHttpClient();
        int status = browser.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(302);
    }
}
