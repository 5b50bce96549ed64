// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.HttpStatusException;
import io.blueflux.model.Recording;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.support.TestServer;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.ContextView;

class RecordingsIT {
    private static final RetryPolicy QUICK =
            RetryPolicy.DEFAULT.withBackoff(Duration.ofMillis(1), Duration.ofMillis(1));

    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer server = simulator.server(0);
    private final BbbClient client = BbbClient.create(server.bbbServer());

    @AfterEach
    void stop() {
        StepVerifier.create(client.disposeLater()).expectComplete().verify(Duration.ofSeconds(20));
        simulator.close();
    }

    @Test
    void aPageComesWithTheTotal() {
        server.populateRecordings(25);

        client.getRecordingsPage(RecordingsQuery.all().withPage(20, 10))
                .as(StepVerifier::create)
                .assertNext(page -> {
                    assertThat(page.recordings()).hasSize(5);
                    assertThat(page.total()).isEqualTo(25);
                    assertThat(page.totalFormats()).isNull();
                })
                .verifyComplete();
    }

    @Test
    void aPageIsOneValueThatIsAskedForAgainWhenItsAnswerIsCut() {
        server.populateRecordings(50).faultNext(1, "getRecordings", Fault.cut(20_000));
        List<Long> values = new CopyOnWriteArrayList<>();
        BbbClient persistent = BbbClient.builder(server.bbbServer())
                .retry(QUICK)
                .listener(new CallListener() {
                    @Override
                    public void onCompleted(Call call, long count, Duration elapsed, ContextView context) {
                        values.add(count);
                    }
                })
                .build();

        persistent
                .getRecordingsPage(RecordingsQuery.all())
                .as(StepVerifier::create)
                .assertNext(page -> assertThat(page.recordings()).hasSize(50).doesNotHaveDuplicates())
                .verifyComplete();
        assertThat(server.requestCount("getRecordings")).isEqualTo(2);
        assertThat(values).containsExactly(1L);
        persistent.disposeLater().block();
    }

    @Test
    void withoutALimitTheTotalIsUnknown() {
        server.populateRecordings(3);

        client.getRecordingsPage(RecordingsQuery.all())
                .as(StepVerifier::create)
                .assertNext(page -> {
                    assertThat(page.recordings()).hasSize(3);
                    assertThat(page.total()).isNull();
                    assertThat(page.status().messageKey()).isNull();
                })
                .verifyComplete();
    }

    @Test
    void noRecordingsIsAPageToo() {
        client.getRecordingsPage(RecordingsQuery.all().withPage(0, 10))
                .as(StepVerifier::create)
                .assertNext(page -> {
                    assertThat(page.recordings()).isEmpty();
                    assertThat(page.status().messageKey()).isEqualTo("noRecordings");
                    assertThat(page.total()).isZero();
                })
                .verifyComplete();
    }

    @Test
    void allRecordingsComePageByPage() {
        server.populateRecordings(230);

        ids(client.allRecordings(RecordingsQuery.all()))
                .as(StepVerifier::create)
                .assertNext(ids -> assertThat(ids).hasSize(230).doesNotHaveDuplicates())
                .verifyComplete();
        assertThat(server.requestCount("getRecordings")).isEqualTo(3);
        assertThat(server.maxInFlight("getRecordings")).isOne();
    }

    @Test
    void aWalkOverNothingIsEmpty() {
        client.allRecordings(RecordingsQuery.all()).as(StepVerifier::create).verifyComplete();
        assertThat(server.requestCount("getRecordings")).isOne();
    }

    @Test
    void aPageThatIsCutIsResumedWithoutRepetition() {
        server.populateRecordings(230).faultNext(2, "getRecordings", Fault.cut(60_000));

        ids(client.allRecordings(RecordingsQuery.all(), QUICK))
                .as(StepVerifier::create)
                .assertNext(ids -> assertThat(ids).hasSize(230).doesNotHaveDuplicates())
                .verifyComplete();
        assertThat(server.requestCount("getRecordings")).isEqualTo(5);
    }

    @Test
    void attemptsAreNotMultipliedByTheClientsOwn() {
        BbbClient stubborn = BbbClient.builder(server.bbbServer()).retry(QUICK).build();
        server.fault("getRecordings", Fault.status(503));

        stubborn.allRecordings(RecordingsQuery.all(), QUICK.withAttempts(2))
                .as(StepVerifier::create)
                .verifyError(HttpStatusException.class);
        assertThat(server.requestCount("getRecordings")).isEqualTo(2);
        stubborn.disposeLater().block();
    }

    @Test
    void aServerThatKnowsNoPagesGivesEverythingAtOnce() {
        try (TestServer old = new TestServer((request, response) -> response.sendString(Mono.just(listed(250))))) {
            BbbClient other = BbbClient.create(old.address());
            ids(other.allRecordings(RecordingsQuery.all()))
                    .as(StepVerifier::create)
                    .assertNext(ids -> assertThat(ids).hasSize(250))
                    .verifyComplete();
            other.disposeLater().block();
        }
    }

    @Test
    void aBodyOfNullBehindAFullPageIsTheEnd() {
        try (TestServer old = new TestServer((request, response) ->
                response.sendString(Mono.just(request.uri().contains("offset=0") ? listed(100) : "null")))) {
            BbbClient other = BbbClient.create(old.address());
            ids(other.allRecordings(RecordingsQuery.all()))
                    .as(StepVerifier::create)
                    .assertNext(ids -> assertThat(ids).hasSize(100))
                    .verifyComplete();
            other.disposeLater().block();
        }
    }

    @Test
    void oldTotalsCountFormats() {
        String body = listed(2)
                .replace(
                        "</response>",
                        "<pagination><pageable/><totalElements>7</totalElements><empty>false</empty></pagination></response>");
        try (TestServer old = new TestServer((request, response) -> response.sendString(Mono.just(body)))) {
            BbbClient other = BbbClient.create(old.address());
            other.getRecordingsPage(RecordingsQuery.all().withPage(0, 2))
                    .as(StepVerifier::create)
                    .assertNext(page -> {
                        assertThat(page.total()).isNull();
                        assertThat(page.totalFormats()).isEqualTo(7);
                    })
                    .verifyComplete();
            other.disposeLater().block();
        }
    }

    @Test
    void theNextPageWaitsForDemand() {
        server.populateRecordings(20);

        StepVerifier.create(
                        client.allRecordings(RecordingsQuery.builder().limit(10).build()), 0)
                .expectSubscription()
                .then(() -> assertThat(server.requestCount("getRecordings")).isZero())
                .thenRequest(10)
                .expectNextCount(10)
                .then(() -> assertThat(server.requestCount("getRecordings")).isOne())
                .thenRequest(1)
                .expectNextCount(1)
                .thenCancel()
                .verify();
        assertThat(server.requestCount("getRecordings")).isEqualTo(2);
    }

    private static Mono<List<String>> ids(Flux<Recording> recordings) {
        return recordings.mapNotNull(Recording::recordId).collectList();
    }

    private static String listed(int count) {
        StringBuilder body = new StringBuilder("<response><returncode>SUCCESS</returncode><recordings>");
        for (int i = 0; i < count; i++) {
            body.append("<recording><recordID>r-").append(i).append("</recordID></recording>");
        }
        return body + "</recordings></response>";
    }
}
