// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.error.CallSite;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.AnswerMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Changes, starts and stops in any order: nothing is lost, nothing is kept, and events lead to what is known. */
class FleetRandomTest {
    private static final int SERVERS = 6;
    private static final int STEPS = 400;

    private final VirtualTime time = new VirtualTime();
    private final Sinks.Many<Predicate<String>> owned = Sinks.many().replay().latest();
    private final Map<String, Integer> inFlight = new HashMap<>();
    private boolean healthy;
    private int secrets;
    private boolean stopped = true;

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("blueflux.seeds", 30));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostOrKept(int seed) throws Exception {
        Random random = new Random(seed);
        BbbFleet fleet = time.fleet(plan(1), new Scripted(server -> answer(server, random)))
                .maxInFlight(4)
                .maxSickInFlight(1 + random.nextInt(2))
                .share(() -> owned.asFlux())
                .build();
        owned.tryEmitNext(name -> true);
        Replay replay = new Replay();
        List<Throwable> errors = new ArrayList<>();
        Disposable events = fleet.events().subscribe(replay::accept, errors::add);
        for (int i = 0; i < STEPS; i++) {
            step(fleet, random);
            assertThat(errors).as("events after step %s", i).isEmpty();
            assertThat(told(replay)).as("after step %s", i).isEqualTo(known(fleet));
            assertThat(fleet.servers())
                    .as("cordons after step %s", i)
                    .allMatch(server ->
                            isKnownAs(server, fleet.snapshot().servers().get(server.name())));
            PollLoad load = fleet.load();
            assertThat(load.inFlight() + load.sickInFlight()).isLessThanOrEqualTo(4);
            assertThat(inFlight.values()).as("polls at once").allMatch(count -> count <= 1);
            assertThat(fleet.totals().counts()).isEqualTo(fleet.snapshot().totals());
        }
        stop(fleet);
        assertThat(fleet.load()).isEqualTo(new PollLoad(0, 0, 0, 0));
        assertThat(memory(fleet)).isEqualTo(weight(fleet));
        assertThat(inFlight.values()).allMatch(count -> count == 0);

        healthy = true;
        owned.tryEmitNext(name -> true);
        fleet.replaceAll(
                IntStream.range(0, SERVERS).mapToObj(i -> server("s" + i, 1)).toList());
        fleet.start();
        IntStream.range(0, SERVERS).forEach(i -> fleet.resume("s" + i));
        time.advance(Duration.ofMinutes(10));
        Map<String, Long> before = polls(fleet);
        time.advance(Duration.ofMinutes(1));
        assertThat(fleet.snapshot().servers().values()).allMatch(view -> view.state() == ServerState.UP);
        polls(fleet)
                .forEach((name, count) -> assertThat(count).as(name).isGreaterThan(before.getOrDefault(name, 0L) + 20));
        assertThat(told(replay)).isEqualTo(known(fleet));
        stop(fleet);
        assertThat(memory(fleet)).isEqualTo(weight(fleet));
        fleet.replaceAll(List.of());
        assertThat(memory(fleet)).isZero();
        fleet.disposeLater().subscribe();
        time.advance(Duration.ofSeconds(10));
        assertThat(events.isDisposed()).as("the stream ended").isTrue();
    }

    private void step(BbbFleet fleet, Random random) {
        String name = "s" + random.nextInt(SERVERS);
        switch (random.nextInt(17)) {
            case 0, 1 -> quietly(() -> fleet.add(server(name, 1 + random.nextInt(20))));
            case 2 -> fleet.remove(name);
            case 3, 4 -> quietly(() -> fleet.replace(server(name, 1 + random.nextInt(20))));
            case 5 -> quietly(() -> fleet.replace(elsewhere(name)));
            case 6 -> quietly(() -> fleet.drain(name));
            case 7 -> quietly(() -> fleet.resume(name));
            case 8 -> owned.tryEmitNext(part(random.nextInt(4)));
            case 9 -> {
                fleet.stop().subscribe();
                stopped = true;
            }
            case 10, 11 -> {
                if (stopped) {
                    try {
                        fleet.start();
                        stopped = false;
                    } catch (IllegalStateException e) {
                        assertThat(e).hasMessageContaining("stopping");
                    }
                }
            }
            case 12 -> quietly(() -> fleet.cordon(name));
            default -> time.advanceMillis(random.nextInt(10) == 0 ? random.nextInt(60_000) : random.nextInt(1_500));
        }
    }

    private static Predicate<String> part(int part) {
        return part == 0 ? name -> true : name -> Math.floorMod(NameHash.of(name), 3) == part - 1;
    }

    private static void quietly(Runnable change) {
        try {
            change.run();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("server named");
        }
    }

    private FleetServer server(String name, int seconds) {
        return new FleetServer(
                Scripted.server(name).withSecret(SharedSecret.of("secret-" + secrets++ / 2)), plan(seconds));
    }

    private FleetServer elsewhere(String name) {
        return new FleetServer(
                BbbServer.of("http://" + name + secrets++ + ".example.org/bigbluebutton", "secret")
                        .withName(name),
                plan(2));
    }

    private static PollPlan plan(int seconds) {
        return PollPlan.of(PollSchedule.every(Duration.ofSeconds(seconds)))
                .withDeadline(Duration.ofSeconds(3))
                .withVersionEvery(0);
    }

    private Flux<Meeting> answer(BbbServer server, Random random) {
        Flux<Meeting> meetings = Flux.range(0, random.nextInt(3)).map(i -> Meetings.meeting("m" + random.nextInt(4)));
        int kind = healthy ? 0 : random.nextInt(8);
        Flux<Meeting> base = switch (kind) {
            case 0, 1, 2 -> metered(meetings);
            case 3, 4 -> metered(meetings).delaySequence(Duration.ofMillis(random.nextInt(2_500)), time.scheduler());
            case 5 -> metered(meetings.concatWith(Flux.error(new IllegalStateException("broken"))));
            default -> metered(Flux.never());
        };
        return Flux.defer(() -> {
            inFlight.merge(server.baseUrl().toString(), 1, Integer::sum);
            return base.doFinally(end -> inFlight.merge(server.baseUrl().toString(), -1, Integer::sum));
        });
    }

    private static Flux<Meeting> metered(Flux<Meeting> meetings) {
        return Flux.deferContextual(context -> {
            AnswerMeter meter = context.get(AnswerMeter.class);
            CallSite site = new CallSite("s", "getMeetings");
            meter.unfinished(site, 1_000);
            return meetings.doOnNext(meeting -> meter.finished(site, meeting));
        });
    }

    private void stop(BbbFleet fleet) {
        boolean[] over = {false};
        fleet.stop().doOnTerminate(() -> over[0] = true).subscribe();
        time.advance(Duration.ofSeconds(6));
        assertThat(over[0]).as("the stop ended").isTrue();
        stopped = true;
    }

    private static Map<String, Long> polls(BbbFleet fleet) {
        Map<String, Long> polls = new LinkedHashMap<>();
        fleet.snapshot()
                .servers()
                .forEach((name, view) -> polls.put(name, view.poll().number()));
        return polls;
    }

    private static String told(Replay replay) {
        Map<String, String> all = new TreeMap<>();
        replay.sites.forEach((name, site) -> all.put(
                name,
                site.state + " " + site.draining + " " + site.cordoned + " " + site.known + " "
                        + new TreeMap<>(site.rooms).keySet()));
        return all.toString();
    }

    private static String known(BbbFleet fleet) {
        Map<String, String> all = new TreeMap<>();
        fleet.snapshot()
                .servers()
                .forEach((name, view) -> all.put(
                        name,
                        view.state() + " " + view.draining() + " " + view.cordoned() + " " + view.meetingsKnown() + " "
                                + new TreeMap<>(view.meetings()).keySet()));
        return all.toString();
    }

    private static boolean isKnownAs(FleetServer server, @Nullable ServerView view) {
        return view == null || view.cordoned() == server.cordoned();
    }

    private static long weight(BbbFleet fleet) {
        return fleet.snapshot().servers().values().stream()
                .flatMap(view -> view.meetings().values().stream())
                .mapToLong(meeting -> AnswerWeight.of(meeting.meeting()))
                .sum();
    }

    private static long memory(BbbFleet fleet) throws Exception {
        var field = fleet.getClass().getDeclaredField("memory");
        field.setAccessible(true);
        return ((AnswerMemory) field.get(fleet)).taken();
    }
}
