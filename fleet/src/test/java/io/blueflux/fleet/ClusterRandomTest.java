// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Attendee;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Three processes share a fleet while they are killed, stopped, frozen, cut off and started anew, and meetings come and go: each tells
 * what was so and nothing else, and in the end all know the same.
 */
class ClusterRandomTest {
    private static final int SERVERS = 24;
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final PollPlan PLAN =
            PollPlan.of(PollSchedule.every(INTERVAL)).withVersionEvery(0).withAttendeeGrace(Duration.ZERO);

    private final VirtualTime time = new VirtualTime();
    private final Map<String, World> worlds = new LinkedHashMap<>();
    private final List<Portal> portals = new ArrayList<>();
    private Random random = new Random();
    private Grid grid = new Grid(time.scheduler(), random);

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("blueflux.seeds", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsToldThatWasNotSo(int seed) {
        random = new Random(seed);
        grid = new Grid(time.scheduler(), random);
        IntStream.range(0, SERVERS).forEach(i -> worlds.put("s" + i, new World()));
        IntStream.range(0, 3).forEach(i -> portals.add(new Portal("p" + i)));
        run(15_000);
        check("at first");
        for (int i = 0; i < 6; i++) {
            String fault = fault(random.nextInt(7), portals.get(random.nextInt(3)));
            check(fault);
        }
        run(20_000);
        check("at the end");
        int waited = 0;
        while (!allKnowTheSame()) {
            assertThat(waited++).as("steps until all know the same").isLessThan(100);
            run(20);
        }
        assertThat(portals.stream()
                        .mapToInt(each -> each.fleet.cluster().polled())
                        .sum())
                .as("each server has one owner")
                .isEqualTo(SERVERS);
        for (String server : worlds.keySet()) {
            assertThat(portals.stream().filter(each -> each.fleet.isPolledHere(server)))
                    .as(server)
                    .hasSize(1);
        }
        portals.forEach(each -> assertThat(each.fleet.cluster().members()).isEqualTo(3));
    }

    /** Faults that overlap, one of each process at a time, and words that are lost. */
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsToldThatWasNotSoInAStorm(int seed) {
        random = new Random(1_000_000L + seed);
        grid = new Grid(time.scheduler(), random);
        IntStream.range(0, SERVERS).forEach(i -> worlds.put("s" + i, new World()));
        IntStream.range(0, 3).forEach(i -> portals.add(new Portal("p" + i)));
        run(5_000 + random.nextInt(10_000));
        Map<Portal, Runnable> ends = new LinkedHashMap<>();
        Map<Portal, Long> ending = new HashMap<>();
        StringBuilder faults = new StringBuilder();
        boolean isLossy = random.nextBoolean();
        for (int i = 0; i < 20; i++) {
            Portal victim = portals.get(random.nextInt(3));
            if (!ends.containsKey(victim)) {
                int kind = random.nextInt(STORM);
                kind = !isLossy && (kind == 4 || kind == 6) ? 8 : kind;
                faults.append(now())
                        .append(' ')
                        .append(kind)
                        .append(' ')
                        .append(victim.name)
                        .append("; ");
                ends.put(victim, begin(kind, victim));
                ending.put(victim, now() + leastOf(kind) + random.nextInt(15_000));
            }
            run(random.nextInt(4_000));
            for (Portal each : portals) {
                Runnable end = ends.get(each);
                if (end != null && now() >= Objects.requireNonNull(ending.get(each))) {
                    faults.append(now()).append(" end ").append(each.name).append("; ");
                    end.run();
                    ends.remove(each);
                    run(random.nextInt(3_000));
                }
            }
            check(faults.toString());
        }
        while (!ends.isEmpty()) {
            Portal each = ends.keySet().iterator().next();
            run((int) Math.max(0, Objects.requireNonNull(ending.get(each)) - now()));
            Objects.requireNonNull(ends.remove(each)).run();
            faults.append(now()).append(" end ").append(each.name).append("; ");
        }
        run(100_000); // who came late tries again
        check(faults.toString());
        int waited = 0;
        while (!allKnowTheSame()) {
            assertThat(waited++).as("steps until all know the same: " + faults).isLessThan(300);
            run(20);
        }
        for (String server : worlds.keySet()) {
            assertThat(portals.stream().filter(each -> each.fleet.isPolledHere(server)))
                    .as("%s: %s", server, faults)
                    .hasSize(1);
        }
        portals.forEach(each ->
                assertThat(each.fleet.cluster().members()).as(faults.toString()).isEqualTo(3));
        if (!isLossy) {
            assertThat(portals.stream().map(Portal::cordoned).distinct())
                    .as("cordoned: %s", faults)
                    .hasSize(1);
        }
    }

    private static final int STORM = Integer.getInteger("blueflux.storm", 10);

    private static int leastOf(int kind) {
        return kind == 1 || kind == 7 ? 8_000 : 0;
    }

    /** Returns what ends it. */
    private Runnable begin(int kind, Portal victim) {
        Grid.Node node = victim.node;
        switch (kind) {
            case 0 -> {
                node.kill();
                return victim::start;
            }
            case 1 -> {
                victim.fleet.stop().subscribe();
                return random.nextBoolean() ? victim::start : victim::startAgain;
            }
            case 2 -> {
                node.freeze();
                return node::thaw;
            }
            case 3 -> {
                node.cut(1 + random.nextInt(2));
                return node::heal;
            }
            case 4 -> {
                node.hearsNothing = true;
                return () -> node.hearsNothing = false;
            }
            case 5 -> {
                node.seesNothing = true;
                return () -> {
                    node.seesNothing = false;
                    node.look();
                };
            }
            case 6 -> {
                int chance = 1 + random.nextInt(4);
                grid.loses = word -> random.nextInt(chance) == 0;
                return () -> grid.loses = word -> false;
            }
            case 8 -> {
                BbbFleet its = victim.fleet;
                String server = "s" + random.nextInt(SERVERS);
                its.cordon(server);
                return () -> {
                    if (random.nextBoolean()) {
                        its.resume(server);
                    }
                };
            }
            case 9 -> {
                BbbFleet its = victim.fleet;
                String server = "s" + random.nextInt(SERVERS);
                its.remove(server);
                return () -> its.add(Scripted.server(server));
            }
            default -> {
                victim.fleet.stop().subscribe();
                return () -> {
                    victim.failures = 1;
                    victim.start();
                };
            }
        }
    }

    /** But for words that are on their way. */
    private boolean allKnowTheSame() {
        return portals.stream().map(Portal::known).distinct().count() == 1;
    }

    private String fault(int kind, Portal victim) {
        switch (kind) {
            case 0 -> {
                victim.node.kill();
                run(random.nextInt(8_000));
                victim.start();
                run(8_000);
                return "a kill of " + victim.name;
            }
            case 1 -> {
                victim.fleet.stop().subscribe();
                run(8_000);
                victim.start();
                run(8_000);
                return "a stop of " + victim.name;
            }
            case 2 -> {
                victim.node.freeze();
                run(500 + random.nextInt(20_000));
                victim.node.thaw();
                run(10_000);
                return "a freeze of " + victim.name;
            }
            case 3 -> {
                victim.node.cut(1);
                run(random.nextInt(20_000));
                victim.node.heal();
                run(10_000);
                return "a cut of " + victim.name;
            }
            case 4 -> {
                victim.fleet.stop().subscribe();
                run(8_000);
                victim.failures = 1 + random.nextInt(2);
                victim.start();
                run(random.nextInt(100_000));
                if (random.nextBoolean()) {
                    victim.fleet.stop().subscribe();
                    run(8_000);
                    victim.failures = 0;
                    victim.start();
                } else {
                    run(100_000);
                }
                run(8_000);
                return "a join that failed of " + victim.name;
            }
            case 5 -> {
                victim.fleet.stop().subscribe();
                run(6_500 + random.nextInt(10_000));
                victim.startAgain();
                run(8_000);
                return "a stop and a start of " + victim.name;
            }
            default -> {
                portals.forEach(each -> {
                    each.fleet.stop().subscribe();
                    run(6_500);
                    each.start();
                    run(2_000);
                });
                return "a rolling restart";
            }
        }
    }

    private void run(int millis) {
        for (int passed = 0; passed < millis; passed += 20) {
            worlds.values().forEach(World::turn);
            time.advanceMillis(20);
        }
    }

    private void check(String when) {
        portals.forEach(each ->
                assertThat(each.wrong).as("%s, after %s", each.name, when).isEmpty());
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(time.nanos());
    }

    /** What is so at one server, and was. */
    private final class World {
        private final Map<String, Set<String>> meetings = new TreeMap<>();
        private final Set<String> ended = new HashSet<>();
        private final Map<String, Long> left = new HashMap<>();
        private int created;

        void turn() {
            if (random.nextInt(150) == 0) {
                meetings.put("m" + created++, new HashSet<>());
            }
            if (random.nextInt(150) == 0 && !meetings.isEmpty()) {
                String id = any(meetings.keySet());
                meetings.remove(id);
                ended.add(id);
            }
            if (random.nextInt(40) == 0 && !meetings.isEmpty()) {
                String id = any(meetings.keySet());
                Set<String> people = Objects.requireNonNull(meetings.get(id));
                String who = "u" + random.nextInt(4);
                if (!people.remove(who)) {
                    people.add(who);
                } else {
                    left.put(id + who, now());
                }
            }
        }

        Flux<Meeting> answer(Portal asker) {
            int latency = random.nextInt(10) == 0 ? random.nextInt(2_500) : 5 + random.nextInt(60);
            int before = latency == 0 ? 0 : random.nextInt(latency);
            return Mono.delay(Duration.ofMillis(before), asker.node.scheduler())
                    .map(looked -> list())
                    .delayElement(Duration.ofMillis(latency - before), asker.node.scheduler())
                    .flatMapIterable(list -> list);
        }

        private List<Meeting> list() {
            List<Meeting> list = new ArrayList<>();
            meetings.forEach((id, people) -> list.add(Meetings.meeting(
                    id, people.stream().sorted().map(Meetings::attendee).toArray(Attendee[]::new))));
            return list;
        }

        private String any(Set<String> ids) {
            return List.copyOf(ids).get(random.nextInt(ids.size()));
        }
    }

    /** A process, and what it told. */
    private final class Portal {
        final List<String> wrong = new ArrayList<>();
        private final String name;
        private Grid.Node node;
        private BbbFleet fleet;
        private int failures; // to come
        private Map<String, Map<String, Set<String>>> told = new HashMap<>();
        private Set<String> over = new HashSet<>();
        private final Map<String, Long> numbers = new HashMap<>();

        Portal(String name) {
            this.name = name;
            this.node = grid.node(name);
            this.fleet = newFleet();
        }

        void start() {
            node = grid.node(name);
            fleet = newFleet();
        }

        /** As it is, with what it knows. */
        void startAgain() {
            hear(fleet);
            fleet.start();
        }

        private BbbFleet newFleet() {
            numbers.clear();
            BbbFleet made = BbbFleet.builder(PLAN)
                    .timer(node.scheduler())
                    .clock(time)
                    .desk(node.scheduler())
                    .cluster(hearer -> failures-- > 0
                            ? Mono.error(new IllegalStateException("nobody is there"))
                            : node.join(hearer))
                    .clientSource(new Scripted(server ->
                            Objects.requireNonNull(worlds.get(server.name())).answer(this)))
                    .build();
            worlds.keySet().forEach(each -> made.add(Scripted.server(each)));
            hear(made);
            return made.start();
        }

        private void hear(BbbFleet made) {
            told = new HashMap<>();
            over = new HashSet<>();
            Map<String, Map<String, Set<String>>> its = told;
            Set<String> itsOver = over;
            Grid.Node itsNode = node;
            made.events().subscribe(event -> {
                if (!itsNode.isDead()) {
                    hear(event, its, itsOver);
                }
            });
        }

        private void hear(FleetEvent event, Map<String, Map<String, Set<String>>> its, Set<String> itsOver) {
            String server = event.source().server();
            World world = Objects.requireNonNull(worlds.get(server));
            Map<String, Set<String>> here = its.computeIfAbsent(server, any -> new HashMap<>());
            Long before = numbers.put(server, event.source().poll());
            check(before == null || before <= event.source().poll(), event, "the number went back");
            if (event instanceof FleetEvent.ServerAdded) {
                check(itsOver.add("added " + server), event, "twice");
            } else if (event instanceof FleetEvent.ServerRemoved) {
                check(itsOver.remove("added " + server), event, "it was not");
                its.remove(server);
                itsOver.removeIf(each -> each.startsWith(server + "m"));
                numbers.remove(server);
            } else if (event instanceof FleetEvent.MeetingCreated created) {
                String id = created.meeting().id();
                check(here.put(id, new HashSet<>()) == null, event, "twice");
                check(!itsOver.contains(server + id), event, "after its end");
            } else if (event instanceof FleetEvent.MeetingEnded ended) {
                String id = ended.meeting().id();
                check(here.remove(id) != null, event, "it was not there");
                check(world.ended.contains(id), event, "it goes on");
                itsOver.add(server + id);
            } else if (event instanceof FleetEvent.AttendeeJoined joined) {
                Set<String> people = here.get(joined.meeting().id());
                check(
                        people != null
                                && people.add(
                                        Objects.requireNonNull(joined.attendee().userId())),
                        event,
                        "twice");
            } else if (event instanceof FleetEvent.AttendeeLeft gone) {
                String who = Objects.requireNonNull(gone.attendee().userId());
                Set<String> people = here.get(gone.meeting().id());
                check(people != null && people.remove(who), event, "was not there");
                check(
                        world.left.containsKey(gone.meeting().id() + who)
                                || world.ended.contains(gone.meeting().id()),
                        event,
                        "never left");
            }
        }

        private void check(boolean isSo, FleetEvent event, String what) {
            if (!isSo) {
                wrong.add(now() + " " + event.getClass().getSimpleName() + " of "
                        + event.source().server() + ": " + what + "; " + event);
            }
        }

        Set<String> cordoned() {
            Set<String> all = new HashSet<>();
            fleet.snapshot().servers().forEach((server, view) -> {
                if (view.cordoned()) {
                    all.add(server);
                }
            });
            return all;
        }

        Map<String, String> known() {
            Map<String, String> all = new TreeMap<>();
            fleet.snapshot()
                    .servers()
                    .forEach((server, view) -> all.put(
                            server,
                            view.state() + " " + view.poll().number() + " "
                                    + view.meetings().keySet()));
            return all;
        }
    }
}
