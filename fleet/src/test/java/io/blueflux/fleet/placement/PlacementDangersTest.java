// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.placement.SimFleet.Replica;
import io.blueflux.fleet.placement.SimFleet.Result;
import io.blueflux.fleet.placement.SimServer.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

/** What users' code, operators and clocks do to a placement. */
class PlacementDangersTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimFleet sim = new SimFleet(10);
    private final Replica process = sim.process();

    PlacementDangersTest() {
        sim.pass(Duration.ofSeconds(30)); // all are up
    }

    private String chosen(String meetingId) {
        CompletableFuture<PlacementChoice> choice =
                process.placement.choose(meetingId, PlacementHints.NONE).toFuture();
        sim.pass(SECOND);
        return requireNonNull(choice.join().server());
    }

    @Test
    void whatWasAbandonedIsNotFoundOnAServerThatHangs() {
        Result first = process.ask("room");
        sim.pass(Duration.ofSeconds(15));
        SimServer server = sim.at(first.placed().server());
        server.hangs = true;
        sim.pass(Duration.ofSeconds(21));
        assertThat(requireNonNull(process.fleet.snapshot().servers().get(server.name))
                        .state())
                .isEqualTo(ServerState.UNSTABLE);
        process.placement.abandon(server.name).subscribe();
        sim.pass(Duration.ofSeconds(2));
        Result again = process.ask("room");
        sim.pass(Duration.ofSeconds(2));

        assertThat(again.placed().server()).isNotEqualTo(server.name);
        assertThat(again.placed().created()).isTrue();
    }

    @Test
    void claimsThatThrowAnErrorWhenTheyAreSubscribedToAreDoneWithout() {
        Mono<String> throwing = Mono.fromDirect(subscriber -> {
            throw new StackOverflowError("claims");
        });
        Replica claiming = sim.new Replica(builder -> builder.claims((meetingId, server, ttl) -> throwing), true);
        sim.pass(Duration.ofSeconds(30));
        Result result = claiming.ask("room");
        sim.pass(SECOND);

        assertThat(result.placed().created()).isTrue();
    }

    @Test
    void aClaimThatWasNotFollowedIsNoReasonNotToAskTheOthers() {
        Replica claiming =
                sim.new Replica(builder -> builder.claims((meetingId, server, ttl) -> Mono.just("bbb-of-old")), true);
        sim.pass(Duration.ofSeconds(30));
        sim.forgetCalls();
        Result result = claiming.ask("room");
        sim.pass(SECOND);

        assertThat(result.placed().created()).isTrue();
        assertThat(sim.calls("getMeetingInfo")).isEqualTo(5);
    }

    @Test
    void aClockThatWasSetBackStopsNeitherAnswersNorSettling() {
        long[] back = {0};
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return sim.clock.instant().minusMillis(back[0]);
            }

            @Override
            public ZoneId getZone() {
                return sim.clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
        Replica set = sim.new Replica(builder -> builder.clock(clock), true, clock);
        sim.pass(Duration.ofSeconds(30));
        Result result = set.ask("room");
        sim.pass(Duration.ofSeconds(1));
        String server = result.placed().server();
        assertThat(set.placement.load(server)).isPositive();
        back[0] = Duration.ofMinutes(59).toMillis();
        assertThat(set.placement.reserved(server)).isPositive();
        sim.pass(Duration.ofSeconds(12));
        assertThat(set.placement.reserved(server)).isZero(); // a poll has shown it
        assertThat(set.placement.load(server)).isPositive();
        sim.at(server).meetings.clear();
        sim.pass(Duration.ofSeconds(12));

        assertThat(set.placement.load(server)).isZero();
    }

    @Test
    void aClockThatWasSetBackDoesNotMakePausesLonger() {
        CreatePenalty pause = CreatePenalty.NONE.failed(1, 2).failed(3_600_000, 3_600_001);

        assertThat(pause.isOn(3_600_002)).isTrue();
        assertThat(pause.isOn(3_600_001 - CreatePenalty.NONE.failed(1, 2).pause() - 1_000_000))
                .isFalse();
    }

    @Test
    void aSubscriberThatThrowsAnErrorOfTheJvmHurtsNoPlacementAndNoOtherSubscriber() {
        List<MeetingDoubled> heard = new ArrayList<>();
        Replica unpolled = sim.new Replica(builder -> builder, false);
        unpolled.placement.doubled().subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnNext(MeetingDoubled doubled) {
                throw new StackOverflowError("a subscriber");
            }
        });
        unpolled.placement.doubled().subscribe(heard::add);
        for (String id : List.of("one", "two")) {
            sim.servers.values().forEach(server -> server.add(id));
            Result result = unpolled.ask(id);
            sim.pass(Duration.ofSeconds(2));
            assertThat(result.placed().known()).isTrue();
        }

        assertThat(heard).extracting(MeetingDoubled::meetingId).containsExactly("one", "two");
    }

    @Test
    void aDoubledMeetingIsToldOnceHoweverOftenItIsAskedFor() {
        List<MeetingDoubled> heard = new ArrayList<>();
        Replica unpolled = sim.new Replica(builder -> builder, false);
        unpolled.placement.doubled().subscribe(heard::add);
        sim.at("bbb-00").add("room");
        sim.pass(SECOND);
        sim.servers.values().forEach(server -> server.add("room"));
        for (int i = 0; i < 5; i++) {
            unpolled.ask("room");
            sim.pass(Duration.ofSeconds(2));
        }

        assertThat(heard).hasSize(1);
        assertThat(unpolled.heard.lines.stream().filter(line -> line.startsWith("doubled")))
                .hasSize(1);
    }

    @Test
    void whatAFlightRanIntoIsNotToldAgainByThePolls() {
        List<MeetingDoubled> heard = new ArrayList<>();
        process.placement.doubled().subscribe(heard::add);
        String first = chosen("room");
        String second = first.equals("bbb-00") ? "bbb-01" : "bbb-00";
        sim.at(first).add("room");
        sim.at(second).add("room");
        process.placement.remember("room", second);
        process.placement.remember("room", first);
        process.ask("room");
        sim.pass(Duration.ofSeconds(30));

        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).servers()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aServerThatIsRemovedWhileTheCreateIsOnItsWayDoesNotKeepTheMeeting() {
        String first = chosen("room");
        sim.at(first).latency = Duration.ofSeconds(1);
        sim.at(first).scripts.put("getMeetings", arguments -> reactor.core.publisher.Flux.empty());
        Result result = process.ask("room");
        sim.pass(Duration.ofMillis(200));
        assertThat(sim.at(first).calls("create")).isEqualTo(1);
        process.fleet.remove(first);
        sim.pass(Duration.ofSeconds(5));

        assertThat(process.fleet.servers())
                .extracting(FleetServer::name)
                .contains(result.placed().server());
    }

    @Test
    void aListenerAndALoadThatThrowErrorsHurtNobody() {
        PlacementListener throwing = new PlacementListener() {
            @Override
            public void onLooked(String server, boolean answered) {
                throw new StackOverflowError("looked");
            }

            @Override
            public void onPlaced(PlacedMeeting meeting, Duration elapsed) {
                throw new NoClassDefFoundError("placed");
            }

            @Override
            public void onFailedOver(String meetingId, String server, Throwable error) {
                throw new StackOverflowError("failed over");
            }
        };
        Replica hurt = sim
        .new Replica(
                builder -> builder.listener(throwing).rules(PlacementRules.LEAST_LOAD.withLoad((meeting, count) -> {
                    throw new StackOverflowError("load");
                })),
                true);
        sim.pass(Duration.ofSeconds(30));
        sim.servers
                .values()
                .forEach(server -> server.faults.add(
                        new Fault(null, Duration.ofMillis(1), () -> SimServer.refused(server.name, "create"))));
        Result result = hurt.ask("room");
        sim.pass(SECOND);
        assertThat(result.error()).isInstanceOf(NoServerException.class); // three were tried
        Result again = hurt.ask("room");
        sim.pass(SECOND);

        assertThat(again.isOver()).isTrue();
    }

    @Test
    void anEmptyFleetSaysSo() {
        sim.servers.keySet().forEach(process.fleet::remove);
        Result result = process.ask("room");

        assertThat(result.error()).isInstanceOf(NoServerException.class);
    }

    @Test
    void namesMayHoldAnything() {
        String odd = "räum 7/?&=%00 ☃ \ud83d\ude00";
        Result result = process.ask(odd);
        sim.pass(SECOND);
        Result again = process.ask(odd);
        sim.pass(SECOND);

        assertThat(result.placed().created()).isTrue();
        assertThat(again.placed().server()).isEqualTo(result.placed().server());
    }
}
