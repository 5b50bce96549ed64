// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.answer.RecordingsPart;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.TransportException;
import io.blueflux.model.Recording;
import io.blueflux.model.Status;
import io.blueflux.request.RecordingsQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class RecordingsWalkTest {
    private static final Status OK = new Status("SUCCESS", null, null);
    private static final RetryPolicy POLICY = RetryPolicy.DEFAULT.withAttempts(3);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

    @ParameterizedTest
    @EnumSource(PagingServer.Kind.class)
    void everyRecordingComesOnceWhateverTheServerDoes(PagingServer.Kind kind) {
        Random random = new Random(20260103L + kind.name().hashCode());
        for (int run = 0; run < 400; run++) {
            int count = random.nextInt(4) == 0 ? 10 * random.nextInt(6) : random.nextInt(60);
            List<Recording> recordings = IntStream.range(0, count)
                    .mapToObj(i -> PagingServer.recording("r" + i, 1 + random.nextInt(4)))
                    .toList();
            int limit = 1 + random.nextInt(random.nextBoolean() ? 12 : 100);
            PagingServer server = new PagingServer(kind, recordings, random, random.nextBoolean() ? 30 : 0);
            String what = kind + " run " + run + ": " + count + " by " + limit;

            StepVerifier.create(
                            walk(RecordingsQuery.builder().limit(limit).build(), server::answer)
                                    .mapNotNull(Recording::recordId)
                                    .collectList(),
                            1)
                    .then(() -> time.advanceTimeBy(Duration.ofHours(1)))
                    .assertNext(ids -> assertThat(ids)
                            .as(what)
                            .containsExactlyElementsOf(
                                    recordings.stream().map(Recording::recordId).toList()))
                    .verifyComplete();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 20, 99})
    void aServerThatCountsIsNeverAskedBehindTheEnd(int count) {
        PagingServer server = server(PagingServer.Kind.COUNTS_RECORDINGS, count);

        walk(pagesOf(10), server::answer)
                .as(StepVerifier::create)
                .expectNextCount(count)
                .verifyComplete();
        assertThat(server.asked).hasSize(Math.max(1, (count + 9) / 10));
        assertThat(server.asked).extracting(RecordingsQuery::limit).containsOnly(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 25})
    void aServerThatCountsFormatsIsNotAskedBehindTheEnd(int count) {
        PagingServer server = server(PagingServer.Kind.COUNTS_FORMATS_PAGES_RECORDINGS, count);

        walk(pagesOf(10), server::answer)
                .as(StepVerifier::create)
                .expectNextCount(count)
                .verifyComplete();
        assertThat(server.asked).hasSize((count + 9) / 10);
    }

    @Test
    void withoutALimitPagesHaveAHundred() {
        PagingServer server = server(PagingServer.Kind.COUNTS_RECORDINGS, 250);

        walk(RecordingsQuery.all(), server::answer)
                .as(StepVerifier::create)
                .expectNextCount(250)
                .verifyComplete();
        assertThat(server.asked).extracting(RecordingsQuery::limit).containsExactly(100, 100, 100);
        assertThat(server.asked).extracting(RecordingsQuery::offset).containsExactly(0, 100, 200);
    }

    @Test
    void theWalkBeginsAtTheQuerysOffset() {
        PagingServer server = server(PagingServer.Kind.COUNTS_RECORDINGS, 25);

        walk(pagesOf(10).withPage(5, 10), server::answer)
                .mapNotNull(Recording::recordId)
                .as(StepVerifier::create)
                .expectNextSequence(
                        IntStream.range(5, 25).mapToObj(i -> "r" + i).toList())
                .verifyComplete();
        assertThat(server.asked).extracting(RecordingsQuery::offset).containsExactly(5, 15);
    }

    @Test
    void aPageIsAskedForWhenARecordingOfItIsWanted() {
        PagingServer server = server(PagingServer.Kind.COUNTS_RECORDINGS, 30);

        StepVerifier.create(walk(pagesOf(10), server::answer), 0)
                .expectSubscription()
                .then(() -> assertThat(server.asked).isEmpty())
                .thenRequest(10)
                .expectNextCount(10)
                .then(() -> assertThat(server.asked).hasSize(1))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(server.asked).hasSize(2))
                .thenCancel()
                .verify();
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void cancellingCancelsThePage() {
        AtomicInteger cancelled = new AtomicInteger();

        StepVerifier.create(walk(
                        pagesOf(10),
                        query -> item("a").concatWith(Flux.never()).doOnCancel(cancelled::incrementAndGet)))
                .expectNextCount(1)
                .thenCancel()
                .verify();
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void eachSubscriptionIsAWalkOfItsOwn() {
        Flux<Recording> walk = walk(pagesOf(10), server(PagingServer.Kind.COUNTS_RECORDINGS, 12)::answer);

        walk.as(StepVerifier::create).expectNextCount(12).verifyComplete();
        walk.as(StepVerifier::create).expectNextCount(12).verifyComplete();
    }

    @Test
    void theSameFullPageAgainIsTheEnd() {
        walk(pagesOf(2), query -> item("a").concatWith(item("b")).concatWith(end(null, null)))
                .as(StepVerifier::create)
                .expectNextCount(2)
                .verifyComplete();
    }

    @Test
    void aCountThatIsNeverReachedEndsSomeTime() {
        AtomicInteger calls = new AtomicInteger();

        walk(pagesOf(2), query -> {
                    calls.incrementAndGet();
                    return item("a").concatWith(item("b")).concatWith(end(Long.MAX_VALUE, null));
                })
                .as(StepVerifier::create)
                .expectNextCount(2)
                .verifyComplete();
        assertThat(calls).hasValueBetween(2, 30);
    }

    @Test
    void recordingsWithoutAnIdAreToldApartByTheirContent() {
        Flux<RecordingsPart> page = Flux.just(
                new RecordingsPart.Item(PagingServer.recording(null, 1)),
                new RecordingsPart.Item(PagingServer.recording(null, 2)),
                new RecordingsPart.Item(PagingServer.recording(null, 1)));

        walk(pagesOf(3), query -> page.concatWith(end(null, null)))
                .as(StepVerifier::create)
                .expectNextCount(2)
                .verifyComplete();
    }

    @Test
    void anErrorOfTheFirstPageIsAnError() {
        BbbException error = new HttpStatusException(PagingServer.SITE, 500, "");

        walk(pagesOf(2), query -> Flux.error(error))
                .as(StepVerifier::create)
                .expectErrorMatches(thrown -> thrown == error)
                .verify();
    }

    @Test
    void anErrorWithinTheCountIsAnError() {
        BbbException error = new HttpStatusException(PagingServer.SITE, 500, "");

        walk(pagesOf(1), query -> query.offset() == 0 ? item("a").concatWith(end(3L, null)) : Flux.error(error))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectErrorMatches(thrown -> thrown == error)
                .verify();
    }

    @Test
    void aLastingErrorAfterAFullPageIsAnErrorUnlessItIsThatOfTheEnd() {
        BbbException error =
                new ApiFailedException(PagingServer.SITE, "FAILED", List.of(new ApiError("checksumError", "")), 200);

        walk(pagesOf(1), query -> query.offset() == 0 ? item("a").concatWith(end(null, null)) : Flux.error(error))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectErrorMatches(thrown -> thrown == error)
                .verify();
    }

    @Test
    void attemptsArePerPageAndBounded() {
        List<Integer> offsets = new ArrayList<>();
        Function<RecordingsQuery, Flux<RecordingsPart>> server = query -> {
            offsets.add(query.offset());
            long times =
                    offsets.stream().filter(offset -> offset == query.offset()).count();
            return times < 3 || query.offset() == 2
                    ? item("r" + query.offset()).concatWith(Flux.error(PagingServer.broken()))
                    : item("r" + query.offset()).concatWith(end(4L, null));
        };

        StepVerifier.create(walk(pagesOf(1), server).mapNotNull(Recording::recordId))
                .then(() -> time.advanceTimeBy(Duration.ofHours(1)))
                .expectNext("r0", "r1", "r2")
                .expectError(TransportException.class)
                .verify();
        assertThat(offsets).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
    }

    private Flux<Recording> walk(RecordingsQuery query, Function<RecordingsQuery, Flux<RecordingsPart>> server) {
        return new RecordingsWalk(
                        query,
                        server,
                        page -> CallRepetition.of(POLICY, page, time, Mono.never(), (error, pause) -> true))
                .recordings();
    }

    private static PagingServer server(PagingServer.Kind kind, int count) {
        List<Recording> recordings = IntStream.range(0, count)
                .mapToObj(i -> PagingServer.recording("r" + i, 2))
                .toList();
        return new PagingServer(kind, recordings, new Random(1), 0);
    }

    private static RecordingsQuery pagesOf(int limit) {
        return RecordingsQuery.builder().limit(limit).build();
    }

    private static Flux<RecordingsPart> item(String id) {
        return Flux.just(new RecordingsPart.Item(PagingServer.recording(id, 1)));
    }

    private static Flux<RecordingsPart> end(@Nullable Long total, @Nullable Long formats) {
        return Flux.just(new RecordingsPart.End(OK, total, formats));
    }
}
