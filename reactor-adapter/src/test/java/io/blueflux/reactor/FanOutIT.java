// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.BbbServer;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.support.TestServer;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

class FanOutIT {
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private static final String LISTED =
            "<response><returncode>SUCCESS</returncode><meetings><meeting>%s</meeting></meetings></response>";

    private final AtomicInteger asked = new AtomicInteger();
    private final Set<String> slow = ConcurrentHashMap.newKeySet();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Sinks.Empty<Void> slowOnesMayGo = Sinks.empty();
    private volatile Publisher<String> list = Mono.just(Answers.meetings(40));

    private final TestServer server = new TestServer(this::answer);
    private final BbbClient client = BbbClient.create(server.address());

    @AfterEach
    void stop() {
        client.disposeLater().block();
        server.close();
    }

    @Test
    void everyMeetingIsAskedForWithNeverMoreInFlightThanAllowed() {
        client.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(5))
                .map(FanOutIT::idOf)
                .collectList()
                .as(StepVerifier::create)
                .assertNext(ids -> assertThat(ids).containsExactlyInAnyOrderElementsOf(ids(40)))
                .verifyComplete();
        assertThat(mostInFlight.get()).isBetween(2, 5);
    }

    @Test
    void oneSlowInfoStallsNobodyWithoutOrder() {
        slow.add("room-0");
        client.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(4))
                .map(FanOutIT::idOf)
                .as(StepVerifier::create)
                .expectNextCount(39)
                .then(slowOnesMayGo::tryEmitEmpty)
                .expectNext("room-0")
                .verifyComplete();
    }

    @Test
    void inOrderTheHeadHoldsAtMostTheConcurrencyBack() throws Exception {
        slow.add("room-0");
        StepVerifier.create(client.getMeetingsWithInfo(
                                FanOut.DEFAULT.withConcurrency(4).withOrdered(true))
                        .map(FanOutIT::idOf))
                .expectSubscription()
                .then(() -> untilAsked(4))
                .expectNoEvent(Duration.ofMillis(500))
                .then(() -> assertThat(asked.get()).isEqualTo(4))
                .then(slowOnesMayGo::tryEmitEmpty)
                .expectNextSequence(ids(40))
                .verifyComplete();
    }

    @Test
    void infosStartWhileTheListIsStillArriving() throws Exception {
        String all = Answers.meetings(3);
        Sinks.Empty<Void> restMayGo = Sinks.empty();
        int cut = all.indexOf("room-2");
        list = Flux.just(all.substring(0, cut)).concatWith(restMayGo.asMono().thenReturn(all.substring(cut)));
        StepVerifier.create(client.getMeetingsWithInfo(FanOut.DEFAULT))
                .expectNextCount(2)
                .then(restMayGo::tryEmitEmpty)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void listedIdsAreAskedForAsListedOrByTheInternalOne() {
        list = Mono.just(LISTED.formatted("<meetingID>x</meetingID><internalMeetingID>int-0</internalMeetingID>"
                + "</meeting><meeting><meetingID>a,b</meetingID></meeting><meeting><meetingID>" + "L".repeat(300)
                + "</meetingID></meeting><meeting><meetingID>two\nlines</meetingID><internalMeetingID>int-3</internalMeetingID>"
                + "</meeting><meeting><meetingID/><internalMeetingID>int-4</internalMeetingID>"));
        client.getMeetingsWithInfo(FanOut.DEFAULT.withOrdered(true))
                .map(FanOutIT::idOf)
                .as(StepVerifier::create)
                .expectNext("x", "a%2Cb", "L".repeat(300), "int-3", "int-4")
                .verifyComplete();
    }

    @Test
    void aMeetingThatIsListedWithoutAnyIdFailsAlone() {
        list = Mono.just(LISTED.formatted("<meetingName>n</meetingName></meeting><meeting><meetingID>x</meetingID>"));
        client.getMeetingsWithInfo(FanOut.DEFAULT.withOrdered(true))
                .as(StepVerifier::create)
                .assertNext(failed -> assertThat(failed)
                        .isInstanceOfSatisfying(
                                MeetingResult.Failed.class,
                                result -> assertThat(result.error())
                                        .hasMessageContaining("a listed meeting has no usable meetingID")))
                .assertNext(found -> assertThat(idOf(found)).isEqualTo("x"))
                .verifyComplete();
    }

    @Test
    void aMeetingThatEndedInBetweenIsLeftOut() {
        gone.add("room-7");
        client.getMeetingsWithInfo(FanOut.DEFAULT)
                .map(FanOutIT::idOf)
                .collectList()
                .as(StepVerifier::create)
                .assertNext(ids -> assertThat(ids).hasSize(39).doesNotContain("room-7"))
                .verifyComplete();
    }

    @Test
    void anInfoThatFailsIsAResultBesideTheOthers() {
        broken.add("room-3");
        client.getMeetingsWithInfo(FanOut.DEFAULT)
                .collectList()
                .as(StepVerifier::create)
                .assertNext(results -> {
                    assertThat(results).hasSize(40);
                    assertThat(results)
                            .filteredOn(MeetingResult.Failed.class::isInstance)
                            .singleElement()
                            .satisfies(result -> {
                                MeetingResult.Failed failed = (MeetingResult.Failed) result;
                                assertThat(failed.listed().meetingId()).isEqualTo("room-3");
                                assertThat(failed.error()).isInstanceOf(HttpStatusException.class);
                            });
                })
                .verifyComplete();
    }

    @Test
    void anInfoThatFailsStopsAllIfSoAsked() {
        broken.add("room-3");
        client.getMeetingsWithInfo(
                        FanOut.DEFAULT.withConcurrency(1).withOrdered(true).withOnFailure(FanOut.OnFailure.STOP))
                .map(FanOutIT::idOf)
                .as(StepVerifier::create)
                .expectNext("room-0", "room-1", "room-2")
                .expectError(HttpStatusException.class)
                .verify();
    }

    @Test
    void theErrorOfTheListComesAfterTheResultsOfWhatWasListed() {
        String all = Answers.meetings(3);
        list = Mono.just(all.substring(0, all.indexOf("room-2")));
        client.getMeetingsWithInfo(FanOut.DEFAULT)
                .as(StepVerifier::create)
                .expectNextCount(2)
                .expectError(MalformedResponseException.class)
                .verify();
    }

    @Test
    void aFailedListIsAnErrorAlone() {
        list = Mono.just(Answers.failed("checksumError", "Checksums do not match"));
        client.getMeetingsWithInfo(FanOut.DEFAULT)
                .as(StepVerifier::create)
                .expectError(ApiFailedException.class)
                .verify();
    }

    @Test
    void cancellingStopsTheListAndTheInfos() throws Exception {
        ids(40).forEach(slow::add);
        StepVerifier.create(client.getMeetingsWithInfo(FanOut.DEFAULT))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(300))
                .thenCancel()
                .verify();
        eventually("no connection is busy", () -> inFlight.get() == 0);
    }

    @Test
    void aListThatWaitsForItsReaderStartsNoMoreInfosThanTheConcurrency() {
        StepVerifier.create(client.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(4)), 0)
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(500))
                .then(() -> assertThat(asked.get()).isLessThanOrEqualTo(4))
                .thenRequest(2)
                .expectNextCount(2)
                .expectNoEvent(Duration.ofMillis(300))
                .then(() -> assertThat(asked.get()).isLessThanOrEqualTo(6))
                .thenCancel()
                .verify();
    }

    @Test
    void aPoolTooSmallForTheListAndTheInfosIsRefusedWithBothNumbers() {
        ConnectionProvider pool = ConnectionProvider.create("small", 8);
        BbbClient pooled =
                BbbClient.builder(server.address()).connectionProvider(pool).build();
        assertThatThrownBy(() -> pooled.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a pool of 9")
                .hasMessageContaining("has 8");
        pooled.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(7))
                .as(StepVerifier::create)
                .expectNextCount(40)
                .verifyComplete();
        pooled.disposeLater().block();
        pool.disposeLater().block();
    }

    @Test
    void oneConnectionIsEnoughWhereItCarriesManyCalls() {
        LoopResources loops = LoopResources.create("h2c-server", 1, true);
        DisposableServer multiplexed = HttpServer.create()
                .host("127.0.0.1")
                .protocol(HttpProtocol.H2C)
                .runOn(loops)
                .handle(this::answer)
                .bindNow();
        ConnectionProvider one = ConnectionProvider.create("one", 1);
        BbbClient h2c = BbbClient.builder(
                        BbbServer.of("http://127.0.0.1:" + multiplexed.port() + "/bigbluebutton", "shared-secret-1"))
                .httpClient(HttpClient.create(one).protocol(HttpProtocol.H2C))
                .build();
        h2c.getMeetingsWithInfo(FanOut.DEFAULT)
                .filter(MeetingResult.Found.class::isInstance)
                .as(StepVerifier::create)
                .expectNextCount(40)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
        h2c.disposeLater().then(one.disposeLater()).block();
        multiplexed.disposeNow();
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        if (request.path().endsWith("/getMeetings")) {
            return response.send(Flux.from(list).map(text -> Unpooled.copiedBuffer(text, UTF_8)), part -> true);
        }
        String id = request.uri().replaceAll(".*meetingID=([^&]*).*", "$1");
        asked.incrementAndGet();
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        if (broken.contains(id)) {
            response.status(503);
        }
        String body = gone.contains(id) ? Answers.failed("notFound", "gone") : Answers.info(id);
        Mono<Void> when = slow.contains(id)
                ? slowOnesMayGo.asMono()
                : Mono.delay(Duration.ofMillis(20)).then();
        // before the answer leaves, since the client may send its next call when it has it
        Mono<Void> counted = when.doOnTerminate(inFlight::decrementAndGet).doOnCancel(inFlight::decrementAndGet);
        return response.sendString(counted.thenReturn(broken.contains(id) ? "<html/>" : body))
                .then();
    }

    private void untilAsked(int infos) {
        try {
            eventually("so many are asked for", () -> asked.get() >= infos);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static String idOf(MeetingResult result) {
        return result instanceof MeetingResult.Found found
                ? String.valueOf(found.info().meetingId())
                : "failed";
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(Answers::id).toList();
    }
}
