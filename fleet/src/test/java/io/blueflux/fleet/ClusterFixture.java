// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;

import io.blueflux.BbbServer;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fleets that share servers in one JVM and in virtual time, what their servers have, and what these were asked. */
abstract class ClusterFixture {
    static final int SERVERS = 60;
    static final Duration INTERVAL = Duration.ofSeconds(1);
    static final PollPlan PLAN =
            PollPlan.of(PollSchedule.every(INTERVAL)).withVersionEvery(0).withAttendeeGrace(Duration.ofSeconds(5));

    final VirtualTime time = new VirtualTime();
    final Grid grid = new Grid(time.scheduler(), new Random(1));
    final Map<String, List<Meeting>> meetings = new HashMap<>();
    final Map<String, List<Poll>> polls = new LinkedHashMap<>();
    final Map<String, List<FleetEvent>> events = new HashMap<>();
    final Map<String, BbbFleet> fleetsByName = new HashMap<>();
    final Map<String, Grid.Node> nodes = new HashMap<>();
    final Set<String> failing = new TreeSet<>();
    volatile Runnable whenAClientIsMade = () -> {};

    /** A poll that a server got. */
    record Poll(String from, long millis) {}

    List<BbbFleet> three() {
        List<BbbFleet> fleets =
                IntStream.range(0, 3).mapToObj(i -> fleet("p" + i, SERVERS)).toList();
        time.advance(Duration.ofSeconds(10));
        return fleets;
    }

    BbbFleet fleet(String name, int servers) {
        Grid.Node node = grid.node(name);
        nodes.put(name, node);
        return fleet(name, servers, node);
    }

    BbbFleet fleet(String name, int servers, FleetCluster cluster) {
        Grid.Node node = nodes.computeIfAbsent(name, grid::node);
        BbbFleet fleet = BbbFleet.builder(PLAN)
                .timer(node.scheduler())
                .clock(time)
                .desk(node.scheduler())
                .cluster(cluster)
                .clientSource(new ClientSource() {
                    private final Scripted scripted = new Scripted(server -> answer(name, server.name(), node));

                    @Override
                    public BbbClient client(BbbServer server) {
                        whenAClientIsMade.run();
                        return scripted.client(server);
                    }

                    @Override
                    public Mono<Void> dispose() {
                        return Mono.empty();
                    }
                })
                .build();
        fleet.replaceAll(list(servers));
        fleet.events()
                .subscribe(event ->
                        events.computeIfAbsent(name, any -> new ArrayList<>()).add(event));
        fleetsByName.put(name, fleet);
        return fleet.start();
    }

    private Flux<Meeting> answer(String from, String server, Grid.Node node) {
        polls.computeIfAbsent(server, any -> new ArrayList<>())
                .add(new Poll(from, TimeUnit.NANOSECONDS.toMillis(time.nanos())));
        return Mono.delay(Duration.ofMillis(20), node.scheduler())
                .flatMapMany(now -> failing.contains(server)
                        ? Flux.error(new IllegalStateException("it is ill"))
                        : Flux.fromIterable(meetings.getOrDefault(server, List.of())));
    }

    static List<FleetServer> list(int servers) {
        return IntStream.range(0, servers)
                .mapToObj(i -> FleetServer.of(Scripted.server("s" + i)))
                .toList();
    }

    static String owned(BbbFleet fleet) {
        return fleet.servers().stream()
                .map(FleetServer::name)
                .filter(fleet::isPolledHere)
                .findFirst()
                .orElseThrow();
    }

    static ServerView view(BbbFleet fleet, String server) {
        return requireNonNull(fleet.snapshot().servers().get(server));
    }

    static FleetMeeting meeting(ServerView view) {
        return requireNonNull(view.meetings().get("m"));
    }

    long longestGap() {
        return polls.values().stream()
                .flatMapToLong(its -> IntStream.range(1, its.size())
                        .mapToLong(i -> its.get(i).millis() - its.get(i - 1).millis()))
                .max()
                .orElseThrow();
    }

    int doublePolls() {
        return polls.values().stream()
                .mapToInt(its -> (int) IntStream.range(1, its.size())
                        .filter(i -> its.get(i).millis() - its.get(i - 1).millis() < INTERVAL.toMillis() / 2)
                        .count())
                .sum();
    }
}
