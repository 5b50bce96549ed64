// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.TransportException;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.placement.SimFleet.Replica;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.request.RecordingsQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Lists of all servers, merged. */
class FleetClientMergeTest {
    private final SimFleet sim = new SimFleet(3);
    private final Replica process = sim.new Replica(UnaryOperator.identity(), false);
    private final FleetClient client = FleetClient.of(process.fleet, process.placement);
    private final Map<String, AtomicInteger> read = new LinkedHashMap<>();

    /** Answers a call of a server. */
    private void answer(String server, String call, Flux<?> values) {
        read.put(server, new AtomicInteger());
        sim.at(server)
                .scripts
                .put(
                        call,
                        arguments -> values.doOnNext(
                                value -> requireNonNull(read.get(server)).incrementAndGet()));
    }

    private static Flux<Meeting> meetings(String server, int count) {
        return Flux.range(0, count).map(i -> Rooms.meeting(server + "-" + i, 0, 1, null));
    }

    @Test
    void eachValueSaysItsServer() {
        answer("bbb-00", "getMeetings", meetings("a", 2));
        answer("bbb-01", "getMeetings", meetings("b", 0));
        answer("bbb-02", "getMeetings", meetings("c", 1));

        StepVerifier.create(client.getMeetings().map(each -> each.server() + " " + id(each)))
                .recordWith(ArrayList::new)
                .expectNextCount(3)
                .consumeRecordedWith(
                        all -> assertThat(all).containsExactlyInAnyOrder("bbb-00 a-0", "bbb-00 a-1", "bbb-02 c-0"))
                .verifyComplete();
    }

    @Test
    void whatIsReadOfEachMeetingIsForTheCallerToSay() {
        List<Object> fields = new ArrayList<>();
        sim.servers
                .values()
                .forEach(server -> server.scripts.put("getMeetings", arguments -> {
                    fields.add(arguments[0]);
                    return Flux.empty();
                }));
        StepVerifier.create(client.getMeetings(MeetingFields.COUNTERS)).verifyComplete();
        assertThat(fields).hasSize(3).containsOnly(MeetingFields.COUNTERS);

        fields.clear();
        StepVerifier.create(client.getMeetings()).verifyComplete();
        assertThat(fields).hasSize(3).containsOnly(MeetingFields.ALL);
    }

    @Test
    void aServerThatFailsIsAValueAfterItsOwn() {
        Throwable reset = SimServer.reset("bbb-00", "getMeetings");
        answer("bbb-00", "getMeetings", meetings("a", 2).concatWith(Mono.error(reset)));
        answer("bbb-01", "getMeetings", Flux.error(SimServer.refused("bbb-01", "getMeetings")));
        answer("bbb-02", "getMeetings", meetings("c", 1));
        List<FromServer<Meeting>> all = new ArrayList<>();

        StepVerifier.create(client.getMeetings().doOnNext(all::add))
                .expectNextCount(5)
                .verifyComplete();
        assertThat(all.stream().filter(each -> each.value() != null).map(FleetClientMergeTest::id))
                .containsExactlyInAnyOrder("a-0", "a-1", "c-0");
        assertThat(of("bbb-00", all))
                .hasSize(3)
                .last()
                .satisfies(last -> assertThat(failure(last)).isSameAs(reset));
        assertThat(of("bbb-01", all))
                .singleElement()
                .satisfies(only -> assertThat(failure(only)).isInstanceOf(TransportException.class));
    }

    @Test
    void aCallThatThrowsIsAValueToo() {
        sim.at("bbb-00").scripts.put("getMeetings", arguments -> {
            throw new IllegalStateException("thrown");
        });
        answer("bbb-01", "getMeetings", meetings("b", 1));
        answer("bbb-02", "getMeetings", meetings("c", 1));
        List<FromServer<Meeting>> all = new ArrayList<>();

        StepVerifier.create(client.getMeetings().doOnNext(all::add))
                .expectNextCount(3)
                .verifyComplete();
        assertThat(failure(of("bbb-00", all).get(0))).hasMessage("thrown");
    }

    @Test
    void aSilentServerKeepsNobodyWaiting() {
        sim.at("bbb-00").hangs = true; // until its client gives up, after 10 s
        sim.at("bbb-01").add("room");
        sim.at("bbb-02").add("hall");
        List<FromServer<Meeting>> all = new ArrayList<>();
        Disposable call = client.getMeetings().subscribe(all::add);

        sim.pass(Duration.ofSeconds(1));
        assertThat(all).extracting(FleetClientMergeTest::id).containsExactlyInAnyOrder("room", "hall");
        assertThat(call.isDisposed()).isFalse();

        sim.pass(Duration.ofSeconds(10));
        assertThat(all).hasSize(3);
        assertThat(failure(all.get(2))).isInstanceOf(CallTimeoutException.class);
        assertThat(call.isDisposed()).as("done").isTrue();
    }

    @Test
    void whatIsNotWantedIsNotRead() {
        for (String server : sim.servers.keySet()) {
            answer(server, "getRecordings", Flux.range(0, 1_000));
        }
        StepVerifier.create(client.getRecordings(RecordingsQuery.all()), 0)
                .then(() -> assertThat(read.values())
                        .allSatisfy(count -> assertThat(count.get()).isLessThanOrEqualTo(AllServers.PREFETCH)))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(read.values())
                        .allSatisfy(count -> assertThat(count.get()).isLessThanOrEqualTo(AllServers.PREFETCH + 1)))
                .thenRequest(100)
                .expectNextCount(100)
                .then(() -> assertThat(read.values().stream()
                                .mapToInt(AtomicInteger::get)
                                .sum())
                        .isLessThanOrEqualTo(101 + 3 * AllServers.PREFETCH))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(2_899)
                .verifyComplete();
    }

    @Test
    void cancellingReachesAll() {
        List<String> cancelled = new ArrayList<>();
        for (String server : sim.servers.keySet()) {
            answer(server, "getMeetings", Flux.never().doOnCancel(() -> cancelled.add(server)));
        }
        client.getMeetings().subscribe().dispose();

        assertThat(cancelled).containsExactlyInAnyOrder("bbb-00", "bbb-01", "bbb-02");
    }

    @Test
    void noMoreCallsAreInFlightThanTheBound() {
        SimFleet many = new SimFleet(AllServers.CONCURRENCY + 8);
        Replica of = many.new Replica(UnaryOperator.identity(), false);
        AtomicInteger flying = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        many.servers
                .values()
                .forEach(server -> server.scripts.put(
                        "getMeetings",
                        arguments -> Mono.delay(Duration.ofMillis(20), many.timer)
                                .flatMapMany(tick -> Flux.<Meeting>empty())
                                .doOnSubscribe(begun -> most.accumulateAndGet(flying.incrementAndGet(), Math::max))
                                .doOnTerminate(flying::decrementAndGet)));
        List<String> ends = new ArrayList<>();
        FleetClient.of(of.fleet, of.placement)
                .getMeetings()
                .subscribe(value -> {}, error -> ends.add("failed"), () -> ends.add("done"));
        many.pass(Duration.ofSeconds(1));

        assertThat(ends).containsExactly("done");
        assertThat(many.calls("getMeetings")).isEqualTo(AllServers.CONCURRENCY + 8);
        assertThat(most).hasValue(AllServers.CONCURRENCY);
    }

    @Test
    void whoIsDownIsAskedLast() {
        Replica polling = sim.process();
        sim.at("bbb-00").refuses = true;
        sim.pass(Duration.ofMinutes(1));
        assertThat(requireNonNull(polling.fleet.snapshot().servers().get("bbb-00"))
                        .state())
                .isEqualTo(ServerState.DOWN);
        List<String> asked = new ArrayList<>();
        sim.servers.forEach((name, server) -> server.scripts.put("getRecordings", arguments -> {
            asked.add(name);
            return Flux.empty();
        }));
        StepVerifier.create(FleetClient.of(polling.fleet, polling.placement).getRecordings(RecordingsQuery.all()))
                .verifyComplete();

        assertThat(asked).containsExactly("bbb-01", "bbb-02", "bbb-00");
    }

    @Test
    void eachSubscriptionAsksTheServersOfItsTime() {
        sim.servers.keySet().forEach(server -> answer(server, "getMeetings", meetings(server, 1)));
        Flux<FromServer<Meeting>> meetings = client.getMeetings();
        assertThat(sim.calls("getMeetings")).isZero();
        process.fleet.remove("bbb-01");

        StepVerifier.create(meetings).expectNextCount(2).verifyComplete();
        StepVerifier.create(meetings).expectNextCount(2).verifyComplete();
    }

    private static String id(FromServer<Meeting> each) {
        Meeting meeting = each.value();
        return meeting == null ? "failed" : requireNonNull(meeting.meetingId());
    }

    private static Throwable failure(FromServer<Meeting> each) {
        return requireNonNull(((FromServer.Failed<Meeting>) each).failure().error());
    }

    private static List<FromServer<Meeting>> of(String server, List<FromServer<Meeting>> all) {
        return all.stream().filter(each -> each.server().equals(server)).toList();
    }
}
