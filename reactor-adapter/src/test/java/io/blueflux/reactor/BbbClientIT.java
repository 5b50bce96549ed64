// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.TransportException;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.request.SimpleRequest;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class BbbClientIT {
    private final MockWebServer web = new MockWebServer();
    private BbbClient client;

    @BeforeEach
    void start() throws Exception {
        web.start();
        client = BbbClient.builder(BbbServer.of(web.url("/bigbluebutton/").toString(), "shared-secret-1"))
                .build();
    }

    @AfterEach
    void stop() {
        StepVerifier.create(client.disposeLater()).expectComplete().verify(Duration.ofSeconds(20));
        web.close();
    }

    @Test
    void meetingsComeOneByOne() {
        web.enqueue(xml(Answers.meetings(3)));
        client.getMeetings()
                .mapNotNull(Meeting::meetingId)
                .as(StepVerifier::create)
                .expectNext("room-0", "room-1", "room-2")
                .expectComplete()
                .verify();
    }

    @Test
    void countersComeWithoutAttendeesWhateverStandsInThem() {
        web.enqueue(xml(Answers.meetings(2).replace("<attendees>", "<attendees>&broken;")));
        client.getMeetings(MeetingFields.COUNTERS)
                .as(StepVerifier::create)
                .assertNext(meeting -> {
                    assertThat(meeting.meetingId()).isEqualTo("room-0");
                    assertThat(meeting.counts().participantCount()).isPositive();
                    assertThat(meeting.attendees()).isEmpty();
                })
                .expectNextCount(1)
                .expectComplete()
                .verify();
    }

    @Test
    void metadataComeBesideTheCounters() {
        web.enqueue(xml(Answers.meetings(1)
                .replace("<attendees>", "<attendees>&broken;")
                .replace("<metadata>", "<metadata><hint>120</hint>")));
        client.getMeetings(MeetingFields.COUNTERS_AND_METADATA)
                .as(StepVerifier::create)
                .assertNext(meeting -> {
                    assertThat(meeting.counts().participantCount()).isPositive();
                    assertThat(meeting.attendees()).isEmpty();
                    assertThat(meeting.metadata()).containsEntry("hint", "120");
                })
                .expectComplete()
                .verify();
    }

    @Test
    void theRequestIsSignedAndSentAsSigned() throws Exception {
        web.enqueue(xml(Answers.info("a b+c/ü")));
        client.getMeetingInfo("a b+c/ü")
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify();
        RecordedRequest request = web.takeRequest();
        assertThat(request.getTarget())
                .startsWith("/bigbluebutton/api/getMeetingInfo?meetingID=a%20b%2Bc%2F%C3%BC&checksum=");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("*/*");
        assertThat(request.getHeaders().get("Accept-Encoding")).contains("gzip");
    }

    @Test
    void aRequestOfAnotherCallIsRefused() {
        assertThatThrownBy(() -> client.call(Endpoints.GET_MEETINGS, SimpleRequest.end("room-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a request of end is none of getMeetings");
        assertThat(web.getRequestCount()).isZero();
    }

    @Test
    void noMeetingsIsAnEmptySuccess() {
        web.enqueue(xml(Answers.noMeetings()));
        client.getMeetings().as(StepVerifier::create).expectComplete().verify();
    }

    @Test
    void failedIsTheServersWord() {
        web.enqueue(xml(Answers.failed("notFound", "We could not find a meeting")));
        client.getMeetingInfo("nope")
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(ApiFailedException.class);
                    assertThat(((ApiFailedException) error).messageKey()).isEqualTo("notFound");
                    assertThat(((ApiFailedException) error).call()).isEqualTo("getMeetingInfo");
                })
                .verify();
    }

    @Test
    void anEnvelopeBehindAnotherStatusIsReadToo() {
        web.enqueue(xml(Answers.failed("b3scaleGatewayError", "no backend"))
                .newBuilder()
                .code(500)
                .build());
        client.getMeetings()
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(ApiFailedException.class);
                    assertThat(((ApiFailedException) error).status()).isEqualTo(500);
                    assertThat(((ApiFailedException) error).isTransient()).isTrue();
                })
                .verify();
    }

    @Test
    void anHtmlErrorPageIsToldByItsStatus() {
        web.enqueue(new MockResponse.Builder()
                .code(502)
                .body("<html><h1>502 Bad Gateway</h1></html>")
                .build());
        client.getMeetings()
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(HttpStatusException.class);
                    assertThat(((HttpStatusException) error).status()).isEqualTo(502);
                    assertThat(((HttpStatusException) error).isTransient()).isTrue();
                })
                .verify();
    }

    @Test
    void aRedirectIsReportedWithItsHostOnly() {
        web.enqueue(new MockResponse.Builder()
                .code(301)
                .setHeader("Location", "https://other.example.org/tenant-key/api?checksum=abc")
                .build());
        client.getMeetings()
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(RedirectedException.class);
                    assertThat(((RedirectedException) error).targetHost()).isEqualTo("https://other.example.org");
                    assertThat(error.getMessage()).doesNotContain("tenant-key").doesNotContain("checksum");
                })
                .verify();
    }

    @Test
    void valuesBeforeAFaultAreDeliveredThenTheFault() {
        String cut = Answers.meetings(3);
        web.enqueue(xml(cut.substring(0, cut.indexOf("room-2"))));
        client.getMeetings()
                .mapNotNull(Meeting::meetingId)
                .as(StepVerifier::create)
                .expectNext("room-0", "room-1")
                .expectError(MalformedResponseException.class)
                .verify();
    }

    @Test
    void anAnswerCutShortByTheWireIsATransportError() {
        web.enqueue(xml(Answers.meetings(500))
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        client.getMeetings()
                .ignoreElements()
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(TransportException.class);
                    assertThat(((TransportException) error).kind()).isEqualTo(TransportException.Kind.CUT_SHORT);
                })
                .verify();
    }

    private static MockResponse xml(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/xml;charset=utf-8")
                .chunkedBody(body, 8 << 10)
                .build();
    }
}
