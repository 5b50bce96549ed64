// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** A cordoned server gets no new meetings, and stays. */
class CordonTest {
    private static final BbbServer ONE = Scripted.server("one");
    private static final BbbServer ROTATED = ONE.withSecret(SharedSecret.of("another"));
    private static final BbbServer MOVED = BbbServer.of("http://moved.example.org/bigbluebutton", "third secret")
            .withName("one");
    private static final BbbServer TWO = Scripted.server("two");
    private static final PollPlan PLAN =
            PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);

    private final VirtualTime time = new VirtualTime();
    private final Sinks.Many<Predicate<String>> owned = Sinks.many().replay().latest();
    private final List<FleetEvent> events = new ArrayList<>();
    private List<Meeting> meetings = List.of(Meetings.meeting("m"));
    private final BbbFleet fleet = time.fleet(PLAN, new Scripted(server -> Flux.fromIterable(meetings)))
            .share(owned::asFlux)
            .build();

    private void start(FleetServer... servers) {
        fleet.replaceAll(List.of(servers));
        fleet.start();
        owned.tryEmitNext(name -> true);
        time.advance(Duration.ofSeconds(2));
        fleet.events().subscribe(events::add);
        events.clear();
    }

    @Test
    void aCordonedServerStaysThoughItHasNoMeetingsAndIsOpenedAgain() {
        start(FleetServer.of(ONE), FleetServer.of(TWO));

        fleet.cordon("one");
        assertThat(cordons()).isEqualTo(Map.of("one", true, "two", false));
        assertThat(view("one").cordoned()).isTrue();
        assertThat(view("one").draining()).isFalse();
        assertThat(view("two").cordoned()).isFalse();
        assertThat(cordonsTold()).containsExactly(true);

        meetings = List.of();
        time.advance(Duration.ofMinutes(1));
        assertThat(view("one").cordoned()).as("after polls").isTrue();
        assertThat(view("one").meetings()).isEmpty();

        fleet.resume("one");
        assertThat(cordons()).isEqualTo(Map.of("one", false, "two", false));
        assertThat(view("one").cordoned()).isFalse();
        assertThat(cordonsTold()).containsExactly(true, false);
    }

    @Test
    void theSameCordonAgainTellsNothingAndLeavesTheServersAsTheyAre() {
        start(FleetServer.of(ONE));
        fleet.cordon("one");
        List<FleetServer> servers = fleet.servers();
        fleet.cordon("one");

        assertThat(cordonsTold()).containsExactly(true);
        assertThat(fleet.servers())
                .isSameAs(servers)
                .containsExactly(FleetServer.of(ONE).withCordoned(true));
    }

    @Test
    void resumeTakesBackCordonAndDrain() {
        start(FleetServer.of(ONE));
        fleet.cordon("one");
        fleet.drain("one");
        assertThat(view("one").draining()).isTrue();
        assertThat(view("one").cordoned()).isTrue();
        fleet.resume("one");
        meetings = List.of();
        time.advance(Duration.ofSeconds(5));
        assertThat(view("one").draining()).isFalse();
        assertThat(view("one").cordoned()).isFalse();
    }

    @Test
    void aServerThatIsPolledElsewhereIsCordonedToo() {
        start(FleetServer.of(ONE), FleetServer.of(TWO));
        owned.tryEmitNext(name -> name.equals("two"));
        fleet.cordon("one");
        assertThat(cordons()).isEqualTo(Map.of("one", true, "two", false));
        owned.tryEmitNext(name -> true);
        assertThat(view("one").cordoned()).as("when it is polled here").isTrue();
        owned.tryEmitNext(name -> false);
        fleet.resume("one");
        fleet.resume("two");
        assertThat(cordons()).isEqualTo(Map.of("one", false, "two", false));
        owned.tryEmitNext(name -> true);
        assertThat(view("one").cordoned()).isFalse();
    }

    @Test
    void whoIsNotInTheListIsRefused() {
        start(FleetServer.of(ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.cordon("two"))
                .withMessage("there is no server named two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fleet.resume("two"))
                .withMessage("there is no server named two");
        fleet.cordon("one");
        fleet.remove("one");
        assertThatIllegalArgumentException().isThrownBy(() -> fleet.cordon("one"));
        fleet.add(ONE);
        assertThat(cordons()).as("it is another server").isEqualTo(Map.of("one", false));
    }

    @Test
    void cordonAndDrainOutliveAnEqualEntryAndARotation() {
        start(FleetServer.of(ONE), FleetServer.of(TWO));
        fleet.cordon("one");
        fleet.drain("one");
        for (FleetServer next : List.of(
                FleetServer.of(ONE),
                FleetServer.of(ROTATED),
                FleetServer.of(ROTATED).withWeight(2))) {
            fleet.replace(next);
            fleet.replaceAll(List.of(next, FleetServer.of(TWO)));
            time.advance(Duration.ofSeconds(3));
            assertThat(cordons()).isEqualTo(Map.of("one", true, "two", false));
            assertThat(view("one").cordoned()).isTrue();
            assertThat(view("one").draining()).isTrue();
        }
        assertThat(cordonsTold()).containsExactly(true);
    }

    @Test
    void anEntryThatSaysOtherwiseThanTheOneBeforeItDecides() {
        FleetServer open = FleetServer.of(ONE);
        FleetServer cordoned = open.withCordoned(true);
        start(cordoned);
        assertThat(view("one").cordoned()).as("as the entry says").isTrue();

        fleet.resume("one");
        fleet.replaceAll(List.of(cordoned));
        fleet.replace(cordoned.withWeight(2));
        assertThat(cordons()).as("nothing new of it in the entry").isEqualTo(Map.of("one", false));
        fleet.replace(open);
        assertThat(cordons()).isEqualTo(Map.of("one", false));
        fleet.replaceAll(List.of(cordoned));
        assertThat(cordons()).isEqualTo(Map.of("one", true));
        assertThat(view("one").cordoned()).isTrue();
        fleet.replace(open);
        assertThat(view("one").cordoned()).isFalse();
        assertThat(cordonsTold()).containsExactly(false, true, false);
    }

    @Test
    void whatWasReadIsWhatIsSet() {
        start(FleetServer.of(ONE), FleetServer.of(TWO));
        fleet.cordon("one");
        fleet.replaceAll(fleet.servers());
        assertThat(cordons()).isEqualTo(Map.of("one", true, "two", false));
    }

    @Test
    void aServerAtAnotherUrlBeginsAsItsEntrySays() {
        start(FleetServer.of(ONE));
        fleet.cordon("one");
        fleet.replace(MOVED);
        assertThat(cordons()).isEqualTo(Map.of("one", false));
        assertThat(view("one").cordoned()).isFalse();
        fleet.replace(FleetServer.of(ONE).withCordoned(true));
        assertThat(view("one").cordoned()).isTrue();
    }

    @Test
    void aSlowSubscriberIsToldTheDifference() {
        start(FleetServer.of(ONE));
        List<FleetEvent> told = new ArrayList<>();
        BaseSubscriber<FleetEvent> slow = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(4);
            }

            @Override
            protected void hookOnNext(FleetEvent event) {
                told.add(event);
            }
        };
        fleet.events().subscribe(slow);
        assertThat(told).hasSize(4);
        fleet.cordon("one");
        fleet.resume("one");
        fleet.cordon("one");
        slow.request(10);
        assertThat(told.subList(4, told.size()))
                .singleElement()
                .isInstanceOfSatisfying(
                        FleetEvent.CordonChanged.class,
                        event -> assertThat(event.cordoned()).isTrue());
        fleet.resume("one");
        fleet.cordon("one");
        assertThat(told).hasSize(7);
    }

    private Map<String, Boolean> cordons() {
        return fleet.servers().stream().collect(Collectors.toMap(FleetServer::name, FleetServer::cordoned));
    }

    private ServerView view(String name) {
        return requireNonNull(fleet.snapshot().servers().get(name));
    }

    private List<Boolean> cordonsTold() {
        return events.stream()
                .filter(event -> event instanceof FleetEvent.CordonChanged)
                .map(event -> ((FleetEvent.CordonChanged) event).cordoned())
                .toList();
    }
}
