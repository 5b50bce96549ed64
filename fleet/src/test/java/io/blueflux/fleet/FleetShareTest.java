// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class FleetShareTest {
    private static final int SERVERS = 30;
    private static final PollPlan PLAN =
            PollPlan.of(PollSchedule.every(Duration.ofSeconds(1))).withVersionEvery(0);

    private final VirtualTime time = new VirtualTime();

    @Test
    void partsCoverAllServersOnceAndAreOfLikeSize() {
        Map<String, Integer> owners = new HashMap<>();
        for (int index = 0; index < 4; index++) {
            Predicate<String> mine = FleetShare.modulo(index, 4).owned().blockFirst();
            long part = names(1_000).stream()
                    .filter(mine)
                    .peek(name -> owners.merge(name, 1, Integer::sum))
                    .count();
            assertThat(part).isBetween(200L, 300L);
        }
        assertThat(owners)
                .hasSize(1_000)
                .allSatisfy((name, count) -> assertThat(count).isOne());
    }

    @Test
    void aPartThatDoesNotExistIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FleetShare.modulo(2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> FleetShare.modulo(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> FleetShare.modulo(0, 0));
    }

    @Test
    void whatIsNotOwnedIsNeitherPolledNorTold() {
        Map<String, Integer> polls = new HashMap<>();
        Engine engine = new Engine(1);
        BbbFleet fleet = fleet(engine.members.get(0), polls, 0);
        time.advance(Duration.ofSeconds(3));
        assertThat(polls).as("nothing is owned before the share says so").isEmpty();
        engine.members.get(0).owns(Set.of("bbb3"));
        time.advance(Duration.ofSeconds(3));
        assertThat(polls).containsOnlyKeys("bbb3");
        assertThat(fleet.snapshot().servers()).containsOnlyKeys("bbb3");
        engine.members.get(0).owned.tryEmitError(new IllegalStateException("the engine is gone"));
        time.advance(Duration.ofSeconds(3));
        assertThat(polls.get("bbb3")).as("the last ownership stays").isGreaterThanOrEqualTo(5);
        engine.members.get(0).check();
    }

    /** Servers move among three members at random, also while polls hang; each is polled by at least one at any time. */
    @Test
    void aServerThatMovesIsPolledByAtLeastOneMemberAtAnyTime() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Engine engine = new Engine(3);
            Map<String, Integer> polls = new HashMap<>();
            List<BbbFleet> fleets = engine.members.stream()
                    .map(member -> fleet(member, polls, 10))
                    .toList();
            engine.members.get(0).owns(Set.copyOf(names(SERVERS)));
            engine.members.get(1).owns(Set.of());
            engine.members.get(2).owns(Set.of());
            for (int step = 0; step < 100; step++) {
                engine.move("bbb" + random.nextInt(SERVERS), random.nextInt(3));
                time.advanceMillis(random.nextInt(700));
                assertThat(watched(fleets)).as("seed %d step %d", seed, step).hasSize(SERVERS);
            }
            polls.clear();
            time.advance(Duration.ofSeconds(12));
            assertThat(polls).hasSize(SERVERS);
            engine.members.forEach(Member::check);
            assertThat(fleets.stream()
                            .mapToInt(fleet -> fleet.snapshot().servers().size())
                            .sum())
                    .as("in the end each by one")
                    .isEqualTo(SERVERS);
            fleets.forEach(fleet -> fleet.disposeLater().subscribe());
        }
    }

    /** The name is back, and could be polled, before the old poll is wholly gone. */
    @Test
    void aNameThatIsBackAtOnceLeavesBeforeItIsPolledAnew() {
        List<String> told = new ArrayList<>();
        AtomicInteger running = new AtomicInteger();
        AtomicReference<BbbFleet> self = new AtomicReference<>();
        AtomicBoolean again = new AtomicBoolean();
        BbbFleet fleet = time.fleet(PLAN, new Scripted(server -> {
                    running.incrementAndGet();
                    Flux<Meeting> answer = again.get() ? Flux.just(Meetings.meeting("m")) : Flux.never();
                    return answer.doFinally(end -> running.decrementAndGet()).doOnCancel(() -> {
                        if (again.compareAndSet(false, true)) {
                            requireNonNull(self.get()).add(Scripted.server("one"));
                            time.advance(Duration.ofSeconds(3));
                        }
                    });
                }))
                .share(heard(name -> told.add("polled"), name -> {
                    told.add("left");
                    assertThat(running).as("polls of it").hasValue(0);
                }))
                .build()
                .start();
        self.set(fleet);
        fleet.add(Scripted.server("one"));
        time.advance(Duration.ofSeconds(1));
        fleet.remove("one");
        time.advance(Duration.ofSeconds(3));
        assertThat(told).containsExactly("left", "polled");
        fleet.stop().subscribe();
        time.advance(Duration.ofSeconds(6));
        fleet.remove("one");
        assertThat(told).containsExactly("left", "polled", "left");
    }

    @Test
    void aServerThatIsRemovedByWhoHearsOfItsFirstPollIsNotToldAsPolledAfterItLeft() {
        List<String> told = new ArrayList<>();
        BbbFleet fleet =
                fleet(heard(name -> told.add("polled " + name), name -> told.add("left " + name)), new HashMap<>(), 0);
        fleet.reports().subscribe(report -> fleet.remove(report.server().name()));
        time.advance(Duration.ofSeconds(3));
        assertThat(fleet.snapshot().servers()).isEmpty();
        assertThat(told).hasSize(SERVERS).allMatch(each -> each.startsWith("left"));
    }

    /** Also from within what it is told. */
    @Test
    void aShareMayRemoveAndAddWhileItIsTold() {
        List<String> told = new ArrayList<>();
        AtomicReference<BbbFleet> self = new AtomicReference<>();
        BbbFleet fleet = fleet(
                heard(
                        name -> {
                            told.add("polled " + name);
                            if (told.size() < 10) {
                                requireNonNull(self.get()).remove(name);
                            }
                            told.add("told " + name);
                        },
                        name -> {
                            told.add("left " + name);
                            requireNonNull(self.get()).add(Scripted.server(name));
                        }),
                new HashMap<>(),
                0);
        self.set(fleet);
        fleet.replaceAll(List.of());
        assertThat(fleet.snapshot().servers()).hasSize(SERVERS);
        told.clear();
        IntStream.range(1, SERVERS)
                .forEach(i -> assertThat(fleet.remove("bbb" + i)).isTrue());
        told.clear();
        time.advance(Duration.ofSeconds(9));
        List<String> ofOne =
                told.stream().filter(each -> each.endsWith(" bbb0")).toList();
        assertThat(String.join(", ", ofOne)).matches("(polled bbb0, told bbb0, left bbb0, )*polled bbb0, told bbb0");
    }

    @Test
    void whatIsToldOfANameKeepsItsOrderThoughManyThreadsChangeIt() throws Exception {
        Map<String, List<String>> told = new ConcurrentHashMap<>();
        BbbFleet fleet = time.fleet(
                        PLAN,
                        new Scripted(server -> Flux.just(Meetings.meeting("m"))
                                .delaySubscription(Duration.ofMillis(100), time.scheduler())))
                .share(heard(name -> tell(told, name, "polled"), name -> tell(told, name, "left")))
                .build()
                .start();
        List<Thread> threads = IntStream.range(0, 3)
                .mapToObj(i -> new Thread(() -> change(fleet, new Random(i))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        fleet.replaceAll(List.of());
        assertThat(told)
                .hasSize(2)
                .allSatisfy((name, all) -> assertThat(String.join(" ", all))
                        .doesNotContain("polled polled")
                        .contains("polled left")
                        .endsWith("left"));
        fleet.disposeLater().subscribe();
    }

    private static void tell(Map<String, List<String>> told, String name, String what) {
        told.computeIfAbsent(name, each -> Collections.synchronizedList(new ArrayList<>()))
                .add(what);
    }

    private void change(BbbFleet fleet, Random random) {
        for (int i = 0; i < 20_000; i++) {
            String name = "bbb" + random.nextInt(2);
            if (random.nextInt(10) > 0) {
                time.advanceMillis(50);
            } else if (!fleet.remove(name)) {
                try {
                    fleet.add(Scripted.server(name));
                } catch (IllegalArgumentException e) {
                    assertThat(e).hasMessageContaining("there is a server"); // another thread was first
                }
            }
        }
    }

    private static FleetShare heard(Consumer<String> polled, Consumer<String> left) {
        return new FleetShare() {
            @Override
            public Flux<Predicate<String>> owned() {
                return FleetShare.everything().owned();
            }

            @Override
            public void onPolled(String server) {
                polled.accept(server);
            }

            @Override
            public void onLeft(String server) {
                left.accept(server);
            }
        };
    }

    private BbbFleet fleet(FleetShare share, Map<String, Integer> polls, int hangingPercent) {
        Random random = new Random(7);
        BbbFleet fleet = time.fleet(PLAN, new Scripted(server -> {
                    polls.merge(server.name(), 1, Integer::sum);
                    return random.nextInt(100) < hangingPercent
                            ? Flux.never()
                            : Flux.just(Meetings.meeting("m"))
                                    .delaySubscription(Duration.ofMillis(random.nextInt(300)), time.scheduler());
                }))
                .share(share)
                .build();
        fleet.replaceAll(names(SERVERS).stream()
                .map(name -> FleetServer.of(Scripted.server(name)))
                .toList());
        return fleet.start();
    }

    private static Set<String> watched(List<BbbFleet> fleets) {
        Set<String> all = new HashSet<>();
        fleets.forEach(fleet -> all.addAll(fleet.snapshot().servers().keySet()));
        return all;
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "bbb" + i).toList();
    }

    /** What an engine does: gives a server to its new owner first, and takes it from the old one when the new one polls it. */
    private static final class Engine {
        private final List<Member> members = new ArrayList<>();
        private final Map<String, Member> owners = new HashMap<>();

        Engine(int size) {
            for (int i = 0; i < size; i++) {
                members.add(new Member(this));
            }
        }

        void move(String server, int to) {
            Member owner = members.get(to);
            owners.put(server, owner);
            if (owner.servers.add(server)) {
                owner.tell();
            } else {
                polled(owner, server);
            }
        }

        void polled(Member by, String server) {
            if (owners.get(server) == by) {
                members.stream()
                        .filter(other -> other != by && other.servers.remove(server))
                        .forEach(Member::tell);
            }
        }
    }

    private static final class Member implements FleetShare {
        private final Engine engine;
        private final Sinks.Many<Predicate<String>> owned =
                Sinks.many().replay().latest();
        private final Set<String> servers = new HashSet<>();
        private final Set<String> polled = new HashSet<>();

        Member(Engine engine) {
            this.engine = engine;
        }

        void owns(Set<String> names) {
            servers.addAll(names);
            tell();
        }

        void tell() {
            Set<String> now = Set.copyOf(servers);
            owned.tryEmitNext(now::contains);
        }

        void check() {
            assertThat(polled).isEqualTo(servers);
        }

        @Override
        public Flux<Predicate<String>> owned() {
            return owned.asFlux();
        }

        @Override
        public void onPolled(String server) {
            polled.add(server);
            engine.polled(this, server);
        }

        @Override
        public void onLeft(String server) {
            polled.remove(server);
        }
    }
}
