// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** Ten minutes of a thousand servers polled each second, and a subscriber that takes one value a second. */
class SlowSubscriberTest {
    private static final int SERVERS = 1_000;
    private static final int SECONDS = 600;

    private final VirtualTime time = new VirtualTime();
    private final AtomicLong polls = new AtomicLong();

    @Test
    void aSubscriberThatTakesOneReportASecondHoldsAMarkAServerAndNoMore() {
        BbbFleet fleet = fleet();
        OneByOne<ServerReport> slow = new OneByOne<>();
        fleet.reports().subscribe(slow);
        OneByOne<FleetEvent> slowEvents = new OneByOne<>();
        fleet.events().subscribe(slowEvents);
        fleet.start();
        for (int second = 0; second < SECONDS; second++) {
            time.advance(Duration.ofSeconds(1));
            slow.request(1);
            slowEvents.request(1);
        }
        assertThat(polls.get()).isGreaterThan(SERVERS * (SECONDS - 2L));
        assertThat(slow.values).hasSize(SECONDS);
        assertThat(slow.values.get(SECONDS - 1).server().poll().number()).isGreaterThan(SECONDS - 3L);
        assertThat(slow.values.stream().map(report -> report.server().name()).distinct())
                .as("each server in its turn")
                .hasSize(SECONDS);

        int had = slow.values.size();
        slow.request(Long.MAX_VALUE);
        assertThat(slow.values.size() - had).as("what was held").isLessThanOrEqualTo(SERVERS);
        slowEvents.request(Long.MAX_VALUE);
        assertThat(latestRooms(slowEvents.values)).isEqualTo(rooms(fleet.snapshot()));
    }

    @Test
    void aSubscriberThatNeverAsksForgetsServersThatCameAndWent() {
        BbbFleet fleet =
                time.fleet(plan(), new Scripted(server -> Flux.empty())).build();
        OneByOne<FleetEvent> never = new OneByOne<>();
        fleet.events().subscribe(never);
        OneByOne<ServerReport> neverReports = new OneByOne<>();
        fleet.reports().subscribe(neverReports);
        fleet.start();
        for (int i = 0; i < 10_000; i++) {
            fleet.add(Scripted.server("bbb" + i));
            fleet.remove("bbb" + i);
        }
        fleet.add(Scripted.server("last"));
        never.request(Long.MAX_VALUE);
        assertThat(never.values).hasSize(1);
    }

    private BbbFleet fleet() {
        BbbFleet fleet = time.fleet(plan(), new Scripted(server -> {
                    long poll = polls.incrementAndGet();
                    return Flux.just(Meetings.meeting("m" + poll / 5_000), Meetings.meeting("always"));
                }))
                .build();
        fleet.replaceAll(IntStream.range(0, SERVERS)
                .mapToObj(i -> FleetServer.of(Scripted.server("bbb" + i)))
                .toList());
        return fleet;
    }

    private static PollPlan plan() {
        return PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);
    }

    private static Map<String, Set<String>> rooms(FleetSnapshot snapshot) {
        Map<String, Set<String>> rooms = new HashMap<>();
        snapshot.servers()
                .forEach((name, server) -> rooms.put(name, server.meetings().keySet()));
        return rooms;
    }

    private static Map<String, Set<String>> latestRooms(List<FleetEvent> events) {
        Replay replay = new Replay();
        events.forEach(replay::accept);
        Map<String, Set<String>> rooms = new HashMap<>();
        replay.sites.forEach((name, site) -> rooms.put(name, site.rooms.keySet()));
        return rooms;
    }

    private static final class OneByOne<T> extends BaseSubscriber<T> {
        private final List<T> values = new ArrayList<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        @Override
        protected void hookOnNext(T value) {
            values.add(value);
        }
    }
}
