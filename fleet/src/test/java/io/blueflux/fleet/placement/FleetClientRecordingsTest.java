// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.Failure;
import io.blueflux.fleet.placement.RecordingResult.Absent;
import io.blueflux.fleet.placement.RecordingResult.Done;
import io.blueflux.fleet.placement.RecordingResult.Failed;
import io.blueflux.fleet.placement.RecordingResult.Unknown;
import io.blueflux.fleet.placement.SimFleet.Replica;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.PublishedRecordings;
import io.blueflux.model.Recording;
import io.blueflux.model.Status;
import io.blueflux.model.UpdatedRecordings;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.RecordingsUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes of recordings go to the servers that have them. */
class FleetClientRecordingsTest {
    private static final Status SUCCESS = new Status("SUCCESS", null, null);

    private final SimFleet sim = new SimFleet(3);
    private final Replica process = sim.new Replica(UnaryOperator.identity(), false);
    private final FleetClient client = FleetClient.of(process.fleet, process.placement);
    private final List<RecordingsQuery> queries = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** A server has recordings, and takes changes of them. */
    private void has(String server, String... recordIds) {
        answers(server, Flux.just(recordIds).map(id -> recording(id, "published")));
        SimServer simulated = sim.at(server);
        simulated.scripts.put("publishRecordings", arguments -> {
            told.add(server + " publish=" + arguments[0] + " " + List.of((String[]) arguments[1]));
            return Mono.just(new PublishedRecordings(SUCCESS, (Boolean) arguments[0], List.of()));
        });
        simulated.scripts.put("deleteRecordings", arguments -> {
            told.add(server + " delete " + List.of((String[]) arguments[0]));
            return Mono.just(new DeletedRecordings(SUCCESS, true, List.of()));
        });
        simulated.scripts.put("updateRecordings", arguments -> {
            told.add(server + " update "
                    + ((RecordingsUpdate) arguments[0]).parameters().asMap());
            return Mono.just(new UpdatedRecordings(SUCCESS, true, List.of()));
        });
    }

    private void answers(String server, Flux<Recording> recordings) {
        sim.at(server).scripts.put("getRecordings", arguments -> {
            queries.add((RecordingsQuery) arguments[0]);
            return recordings;
        });
    }

    @Test
    void eachServerIsToldOnceOfWhatItHas() {
        has("bbb-00", "r1", "r2");
        has("bbb-01");
        has("bbb-02", "r3");

        assertThat(client.publishRecordings(false, "r1", "r2", "r3", "r1")
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder(
                        new Done("r1", "bbb-00"), new Done("r2", "bbb-00"), new Done("r3", "bbb-02"));
        assertThat(told).containsExactlyInAnyOrder("bbb-00 publish=false [r1, r2]", "bbb-02 publish=false [r3]");
        assertThat(queries)
                .hasSize(3)
                .allSatisfy(query -> assertThat(query.parameters().asMap())
                        .isEqualTo(Map.of("recordID", "r1,r2,r3", "state", "any")));
    }

    @Test
    void aRecordingThatWasCopiedIsChangedOnBothServers() {
        has("bbb-00", "r1");
        has("bbb-01", "r1");
        has("bbb-02");

        assertThat(client.deleteRecordings("r1").collectList().block())
                .containsExactlyInAnyOrder(new Done("r1", "bbb-00"), new Done("r1", "bbb-01"));
        assertThat(told).containsExactlyInAnyOrder("bbb-00 delete [r1]", "bbb-01 delete [r1]");
    }

    @Test
    void whatNobodyHasIsAbsentIfAllAnswered() {
        has("bbb-00", "r1");
        has("bbb-01");
        has("bbb-02");

        assertThat(client.deleteRecordings("r0", "r1").collectList().block())
                .containsExactly(new Done("r1", "bbb-00"), new Absent("r0"));
    }

    @Test
    void whatOthersMayHaveIsUnknownAndKeepsNobodyWaiting() {
        has("bbb-00", "r1");
        has("bbb-01");
        answers(
                "bbb-02",
                Mono.delay(Duration.ofSeconds(10), sim.timer)
                        .thenMany(Flux.error(SimServer.timeout("bbb-02", "getRecordings"))));
        List<RecordingResult> results = new ArrayList<>();
        client.deleteRecordings("r0", "r1").subscribe(results::add);

        assertThat(results).containsExactly(new Done("r1", "bbb-00"));
        sim.pass(Duration.ofSeconds(11));
        assertThat(results).containsExactly(new Done("r1", "bbb-00"), new Unknown("r0", List.of("bbb-02")));
    }

    @Test
    void aListThatBreaksOffCountsAsFarAsItCame() {
        has("bbb-00");
        has("bbb-01");
        has("bbb-02");
        answers(
                "bbb-02",
                Flux.just(recording("r1", "published"))
                        .concatWith(Mono.error(SimServer.reset("bbb-02", "getRecordings"))));

        assertThat(client.deleteRecordings("r0", "r1").collectList().block())
                .containsExactly(new Done("r1", "bbb-02"), new Unknown("r0", List.of("bbb-02")));
    }

    @Test
    void aChangeThatFailsSaysWhereAndWhy() {
        has("bbb-00", "r1", "r2");
        has("bbb-01", "r3");
        has("bbb-02");
        Throwable error = SimServer.failed("bbb-00", "deleteRecordings", "internalError");
        sim.at("bbb-00").scripts.put("deleteRecordings", arguments -> Mono.error(error));

        assertThat(client.deleteRecordings("r1", "r2", "r3").collectList().block())
                .containsExactlyInAnyOrder(
                        new Failed("r1", "bbb-00", Failure.of(error)),
                        new Failed("r2", "bbb-00", Failure.of(error)),
                        new Done("r3", "bbb-01"));
    }

    @Test
    void aServerThatSaysOtherwiseInASuccessHasFailed() {
        has("bbb-00", "r1");
        has("bbb-01");
        has("bbb-02");
        sim.at("bbb-00")
                .scripts
                .put("updateRecordings", arguments -> Mono.just(new UpdatedRecordings(SUCCESS, false, List.of())));
        sim.at("bbb-00")
                .scripts
                .put("deleteRecordings", arguments -> Mono.just(new DeletedRecordings(SUCCESS, false, List.of())));

        for (Flux<RecordingResult> change : List.of(
                client.deleteRecordings("r1"),
                client.updateRecordings(
                        RecordingsUpdate.builder("r1").meta("a", "b").build()))) {
            assertThat(change.collectList().block()).singleElement().isInstanceOfSatisfying(Failed.class, failed -> {
                assertThat(failed.server()).isEqualTo("bbb-00");
                assertThat(failed.failure().error())
                        .isInstanceOfSatisfying(
                                ApiFailedException.class,
                                error -> assertThat(error.has("notFound")).isTrue());
            });
        }
    }

    @Test
    void idsAreWholeAndWhatIsDeletedIsGone() {
        has("bbb-00");
        has("bbb-01", "r1-longer");
        has("bbb-02");
        answers("bbb-00", Flux.just(recording("r1", "deleted"), recording("r2", "unpublished")));

        assertThat(client.publishRecordings(true, "r1", "r2").collectList().block())
                .containsExactly(new Done("r2", "bbb-00"), new Absent("r1"));
        assertThat(told).containsExactly("bbb-00 publish=true [r2]");
    }

    @Test
    void anUpdateIsTheSameOnEachServer() {
        has("bbb-00", "r1");
        has("bbb-01", "r2");
        has("bbb-02");
        RecordingsUpdate update = RecordingsUpdate.builder("r1", "r2")
                .meta("topic", "x")
                .withoutMeta("old")
                .build();

        assertThat(client.updateRecordings(update).collectList().block())
                .containsExactlyInAnyOrder(new Done("r1", "bbb-00"), new Done("r2", "bbb-01"));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "bbb-00 update {recordID=r1, meta_topic=x, meta_old=}",
                        "bbb-01 update {recordID=r2, meta_topic=x, meta_old=}");
    }

    @Test
    void manyRecordingsGoInSeveralCallsOneAfterTheOther() {
        String[] ids = IntStream.rangeClosed(0, RecordingChanges.AT_ONCE)
                .mapToObj(i -> "r" + i)
                .toArray(String[]::new);
        has("bbb-00", ids);
        has("bbb-01");
        has("bbb-02");

        assertThat(client.deleteRecordings(ids).collectList().block())
                .hasSize(RecordingChanges.AT_ONCE + 1)
                .allMatch(Done.class::isInstance);
        assertThat(told).hasSize(2).last().isEqualTo("bbb-00 delete [r" + RecordingChanges.AT_ONCE + "]");
    }

    @Test
    void eachSubscriptionBeginsAnew() {
        has("bbb-00", "r1");
        has("bbb-01");
        has("bbb-02");
        Flux<RecordingResult> change = client.deleteRecordings("r1");
        assertThat(queries).isEmpty();

        assertThat(change.collectList().block()).containsExactly(new Done("r1", "bbb-00"));
        has("bbb-00");
        assertThat(change.collectList().block()).containsExactly(new Absent("r1"));
    }

    @Test
    void cancellingCancelsTheCalls() {
        List<String> cancelled = new ArrayList<>();
        sim.servers
                .keySet()
                .forEach(name -> answers(name, Flux.<Recording>never().doOnCancel(() -> cancelled.add(name))));
        client.deleteRecordings("r1").subscribe().dispose();

        assertThat(cancelled).containsExactlyInAnyOrder("bbb-00", "bbb-01", "bbb-02");
    }

    private static Recording recording(String recordId, String state) {
        return new Recording(
                recordId,
                "room",
                null,
                null,
                new Recording.State(state, null, null, null),
                new Recording.Times(null, null),
                null,
                new Recording.Sizes(null, null),
                Map.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
