// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static io.blueflux.support.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.model.Meeting;
import io.blueflux.support.NewThreads;
import io.blueflux.support.TestServer;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedServer;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** The fleet over sockets. */
class FleetIT {
    /** For servers that answer, however slow the machine is. */
    private static final PollPlan QUICK = PollPlan.of(PollSchedule.every(Duration.ofMillis(50), Duration.ofMillis(10)))
            .withDeadline(Duration.ofMinutes(1));
    /** For servers that never do. */
    private static final PollPlan IMPATIENT = QUICK.withDeadline(Duration.ofMillis(500));

    private static final String OF_THE_ROOT =
            "<response><returncode>SUCCESS</returncode><version>2.0</version><bbbVersion/></response>";
    private static final String ONE_MEETING = "<response><returncode>SUCCESS</returncode><meetings><meeting>"
            + "<meetingName>R</meetingName><meetingID>m1</meetingID><internalMeetingID>i-1</internalMeetingID>"
            + "<createTime>1700000000000</createTime><running>true</running><participantCount>1</participantCount><attendees>"
            + "<attendee><userID>u</userID><fullName>Ann</fullName></attendee></attendees></meeting></meetings></response>";
    private static final String EMPTY = "<response><returncode>SUCCESS</returncode><meetings/></response>";

    private final NewThreads threads = new NewThreads("blueflux-fleet");

    @Test
    void sickServersDoNotKeepTheOthersFromBeingPolled() throws Exception {
        try (BbbSimulator simulator =
                BbbSimulator.builder().servers(60).threads(1).build().start()) {
            for (int i = 0; i < 60; i++) {
                spoil(simulator.server(i).populate(1, 2), i);
            }
            BbbFleet fleet = BbbFleet.builder(QUICK).maxInFlight(40).build();
            fleet.replaceAll(simulator.servers().stream()
                    .map(SimulatedServer::bbbServer)
                    .map(server -> new FleetServer(server, isHealthy(server.name()) ? QUICK : IMPATIENT))
                    .toList());
            fleet.start();
            eventually(
                    "every healthy server was polled ten times, while the hung ones hang",
                    () -> fleet.snapshot().servers().values().stream()
                            .filter(server -> isHealthy(server.name()))
                            .allMatch(server -> server.state() == ServerState.UP
                                    && server.poll().number() >= 10));
            eventually(
                    "every sick server is known to be down",
                    () -> fleet.snapshot().serversIn(ServerState.DOWN) == 15);
            assertThat(simulator.servers())
                    .filteredOn(server -> isHealthy(server.name()))
                    .allMatch(server -> server.maxInFlight("getMeetings") == 1);
            fleet.disposeLater().block();
        }
    }

    /** What a proxy that drops the query gets of the API's root: SUCCESS, and nothing of the meetings. */
    @Test
    void theRootsAnswerIsAFailedPollAndEndsNoMeeting() throws Exception {
        AtomicInteger lists = new AtomicInteger();
        List<FleetEvent> events = new CopyOnWriteArrayList<>();
        try (TestServer server = new TestServer((request, response) ->
                response.sendString(Mono.just(lists.incrementAndGet() <= 3 ? ONE_MEETING : OF_THE_ROOT)))) {
            BbbFleet fleet = BbbFleet.builder(QUICK.withVersionEvery(0)).build();
            Disposable subscription = fleet.events().subscribe(events::add);
            fleet.add(tenant(server, "t0", 0));
            fleet.start();
            eventually("the server is down", () -> fleet.snapshot().serversIn(ServerState.DOWN) == 1);

            assertThat(fleet.snapshot().servers().values()).noneMatch(ServerView::meetingsKnown);
            eventually("that is told", () -> events.stream().anyMatch(FleetEvent.MeetingsUnknown.class::isInstance));
            assertThat(events).hasAtLeastOneElementOfType(FleetEvent.MeetingCreated.class);
            assertThat(events)
                    .doesNotHaveAnyElementsOfTypes(FleetEvent.MeetingEnded.class, FleetEvent.AttendeeLeft.class);
            subscription.dispose();
            fleet.disposeLater().block();
        }
    }

    @Test
    void noPollUsesAnOldSecretAfterItWasReplacedAndNothingIsLeftAtTheEnd() throws Exception {
        Map<String, String> lastBySecret = new ConcurrentHashMap<>();
        List<String> wrong = new CopyOnWriteArrayList<>();
        AtomicInteger requests = new AtomicInteger();
        Map<String, AtomicInteger> applied = new ConcurrentHashMap<>();
        try (TestServer server = new TestServer((request, response) -> {
            boolean hangs = requests.incrementAndGet() % 3 == 0;
            String name = tenant(request);
            int generation = generation(name, request);
            if (generation < applied.getOrDefault(name, new AtomicInteger()).get() - 1) {
                wrong.add(name + " polled with secret " + generation);
            }
            lastBySecret.put(name, "secret-" + name + "-" + generation);
            return hangs ? Mono.never() : response.sendString(Mono.just(EMPTY));
        })) {
            BbbFleet fleet =
                    BbbFleet.builder(IMPATIENT.withVersionEvery(0)).build().start();
            for (int i = 0; i < 20; i++) {
                fleet.add(tenant(server, "t" + i, 0));
            }
            for (int generation = 1; generation <= 30; generation++) {
                String last = "-" + (generation - 1);
                eventually( // so that a cancelled request which the server reads late is not two secrets behind
                        "all were polled with the secret before",
                        () -> lastBySecret.size() == 20
                                && lastBySecret.values().stream().allMatch(secret -> secret.endsWith(last)));
                for (int i = 0; i < 20; i++) {
                    fleet.replace(tenant(server, "t" + i, generation));
                    applied.computeIfAbsent("t" + i, name -> new AtomicInteger())
                            .set(generation);
                }
            }
            eventually(
                    "all use the last secret",
                    () -> lastBySecret.entrySet().stream()
                            .allMatch(last -> last.getValue().equals("secret-" + last.getKey() + "-30")));
            assertThat(wrong).isEmpty();
            fleet.disposeLater().block();
            eventually("no connection is left", () -> server.open() == 0);
        }
        threads.end();
    }

    @Test
    void theFleetIsReplacedAsAWholeWhileItPolls() throws Exception {
        try (BbbSimulator simulator =
                BbbSimulator.builder().servers(40).threads(1).build().start()) {
            BbbFleet fleet = BbbFleet.builder(QUICK).build().start();
            List<FleetServer> all = members(simulator);
            for (int round = 0; round < 20; round++) {
                List<FleetServer> half = round % 2 == 0 ? all.subList(0, 20) : all.subList(20, 40);
                fleet.replaceAll(half);
                int polls = polls(simulator);
                eventually("the new ones are polled", () -> polls(simulator) > polls + 20);
            }
            eventually(
                    "only the last half is known",
                    () -> fleet.snapshot()
                            .servers()
                            .keySet()
                            .equals(all.subList(20, 40).stream()
                                    .map(FleetServer::name)
                                    .collect(Collectors.toSet())));
            for (int i = 0; i < 2; i++) { // a request that was on its way when it was cancelled comes first, if at all
                simulator.servers().forEach(SimulatedServer::forgetRequests);
                eventually(
                        "they are polled on",
                        () -> simulator.servers().subList(20, 40).stream()
                                .allMatch(server -> server.requestCount("getMeetings") >= 2));
            }
            assertThat(simulator.servers().subList(0, 20)).allMatch(server -> server.requestCount("*") == 0);
            fleet.disposeLater().block();
            assertThat(fleet.load()).isEqualTo(new PollLoad(0, 0, 0, 0));
            eventually(
                    "no connection is left",
                    () -> simulator.servers().stream().allMatch(server -> server.openConnections() == 0));
        }
        threads.end();
    }

    @Test
    void everyDepthKeepsWhatItSays() throws Exception {
        try (BbbSimulator simulator = BbbSimulator.builder().servers(3).build().start()) {
            BbbFleet fleet = BbbFleet.builder(QUICK).build();
            for (int i = 0; i < 3; i++) {
                simulator.server(i).populate(3, 4);
                PollPlan plan =
                        QUICK.withDepth(List.of(PollDepth.values()).get(i)).withVersionEvery(2);
                fleet.add(new FleetServer(simulator.server(i).bbbServer(), plan));
            }
            simulator
                    .server(2)
                    .faultWhen(request -> "room-1".equals(request.parameter("meetingID")), Fault.status(500));
            fleet.start();
            eventually(
                    "all are polled thrice",
                    () -> fleet.snapshot().servers().values().stream()
                            .allMatch(server -> server.poll().number() >= 3));
            Map<String, ServerView> servers = fleet.snapshot().servers();
            assertThat(servers.values()).allSatisfy(server -> {
                assertThat(server.state()).isEqualTo(ServerState.UP);
                assertThat(server.counts().meetings()).isEqualTo(3);
                assertThat(server.counts().participants()).isEqualTo(12);
                assertThat(server.bbbVersion()).isNotNull();
            });
            assertThat(meetings(servers, "s1"))
                    .allMatch(meeting -> meeting.attendees().isEmpty());
            assertThat(meetings(servers, "s1"))
                    .allMatch(meeting -> meeting.access().moderatorPw() == null);
            assertThat(meetings(servers, "s2"))
                    .allMatch(meeting -> meeting.attendees().size() == 4);
            assertThat(meetings(servers, "s3"))
                    .allMatch(meeting -> meeting.attendees().size() == 4);
            assertThat(simulator.server(1).requestCount("getMeetingInfo")).isZero();
            assertThat(simulator.server(2).maxInFlight("getMeetingInfo")).isBetween(1, 4);
            assertThat(simulator.server(0).requestCount("version"))
                    .isLessThan(simulator.server(0).requestCount("getMeetings"));
            fleet.disposeLater().block();
        }
    }

    @Test
    void aMeetingIsFoundInWhatIsKnownOrByAskingAll() throws Exception {
        try (BbbSimulator simulator = BbbSimulator.builder().servers(5).build().start()) {
            PollSchedule times = PollSchedule.every(Duration.ofSeconds(1));
            BbbFleet fleet = BbbFleet.builder(QUICK.withSchedule(times))
                    .health(new HealthPolicy(1_000, 1)) // who is down would not be asked
                    .build();
            fleet.replaceAll(members(simulator));
            fleet.replace(new FleetServer(simulator.server(4).bbbServer(), IMPATIENT.withSchedule(times)));
            simulator.server(1).createMeeting("known");
            simulator.server(4).fault("*", Fault.hang());
            fleet.start();
            eventually(
                    "all are polled",
                    () -> fleet.snapshot().servers().values().stream()
                            .allMatch(server -> server.poll().number() >= 1));
            simulator.servers().forEach(SimulatedServer::forgetRequests);
            LocatedMeeting known = requireNonNull(find(fleet, "known").found());
            assertThat(known.server()).isEqualTo("s2");
            assertThat(simulator.servers()).allMatch(server -> server.requestCount("getMeetingInfo") == 0);
            fleet.stop().block();
            simulator.server(2).createMeeting("new");
            LocatedMeeting asked = requireNonNull(find(fleet, "new").found());
            assertThat(asked.server()).isEqualTo("s3");
            assertThat(asked.meeting().meetingId()).isEqualTo("new");
            eventually(
                    "the call to the hung server was cancelled",
                    () -> simulator.server(4).openConnections() == 0);
            simulator.server(4).clearFaults().fault("*", Fault.status(503));
            MeetingSearch absent = find(fleet, "absent");
            assertThat(absent.found()).isNull();
            assertThat(absent.unanswered()).containsExactly("s5");
            assertThat(absent.isAbsent()).isFalse();
            simulator.server(4).clearFaults();
            assertThat(find(fleet, "absent").isAbsent()).isTrue();
            fleet.disposeLater().block();
        }
    }

    @Test
    void aLookReadsCountersAndMetadataOverOneCall() throws Exception {
        try (BbbSimulator simulator = BbbSimulator.builder().servers(1).build().start()) {
            BbbFleet fleet = BbbFleet.builder(QUICK).build();
            fleet.replaceAll(members(simulator));
            simulator.server(0).populate(2, 3);
            simulator.server(0).createMeeting("hinted", meeting -> meeting.metadata("bbb-meeting-size-hint", "120"));
            String name = simulator.server(0).name();
            Mono<ServerLook> look = fleet.look(name, Duration.ofMinutes(1));
            ServerLook first = requireNonNull(look.block());
            assertThat(look.block()).isSameAs(first);
            assertThat(simulator.server(0).requestCount("getMeetings")).isEqualTo(1);
            assertThat(first.serverDate()).isNotNull();
            assertThat(first.at()).isAfterOrEqualTo(first.startedAt());
            assertThat(first.meetings())
                    .hasSize(3)
                    .allMatch(meeting -> meeting.attendees().isEmpty());
            assertThat(first.meetings())
                    .filteredOn(meeting -> "hinted".equals(meeting.meetingId()))
                    .singleElement()
                    .satisfies(meeting -> assertThat(meeting.metadata()).containsEntry("bbb-meeting-size-hint", "120"));
            fleet.disposeLater().block();
        }
    }

    @Test
    void theServersDateComesWithReportAndEvents() {
        try (TestServer server = new TestServer((request, response) ->
                response.header("Date", "Sun, 22 Nov 2026 12:48:49 GMT").sendString(Mono.just(EMPTY)))) {
            BbbFleet fleet = BbbFleet.builder(QUICK).build();
            fleet.add(server.address());
            FleetEvent known = fleet.start()
                    .events()
                    .filter(event -> event instanceof FleetEvent.MeetingsKnown)
                    .blockFirst();
            assertThat(requireNonNull(known).source().serverDate()).isEqualTo(Instant.parse("2026-11-22T12:48:49Z"));
            assertThat(requireNonNull(fleet.reports().blockFirst())
                            .server()
                            .poll()
                            .serverDate())
                    .isEqualTo(known.source().serverDate());
            fleet.disposeLater().block();
        }
    }

    @Test
    void aChangedAddressIsUsedWhenTheConnectionsLifeIsOver() throws Exception {
        AtomicInteger old = new AtomicInteger();
        AtomicInteger changed = new AtomicInteger();
        try (TestServer first = new TestServer((request, response) -> {
                    old.incrementAndGet();
                    return response.sendString(Mono.just(EMPTY));
                });
                TestServer second = new TestServer((request, response) -> {
                    changed.incrementAndGet();
                    return response.sendString(Mono.just(EMPTY));
                })) {
            ChangingNames names = new ChangingNames(port(first));
            BbbFleet fleet = BbbFleet.builder(QUICK)
                    .maxLifeTime(Duration.ofMillis(200))
                    .clients(client -> client.resolver(names))
                    .build();
            fleet.add(BbbServer.of("http://bbb.invalid/bigbluebutton", "secret"));
            fleet.start();
            eventually("the old address is asked", () -> old.get() > 2);
            names.port = port(second);
            eventually("the new address is asked", () -> changed.get() > 5);
            AtomicInteger before = new AtomicInteger();
            AtomicInteger since = new AtomicInteger();
            eventually("and it alone", () -> {
                if (before.getAndSet(old.get()) != old.get()) { // another connection to it lived on
                    since.set(changed.get());
                }
                return changed.get() > since.get() + 10;
            });
            fleet.disposeLater().block();
        }
    }

    private static MeetingSearch find(BbbFleet fleet, String meetingId) {
        return requireNonNull(fleet.findMeeting(meetingId).block());
    }

    private static void spoil(SimulatedServer server, int index) {
        switch (index % 20) {
            case 0, 1 -> server.fault("*", Fault.hang());
            case 2 -> server.fault("*", Fault.reset());
            case 3 -> server.fault("*", Fault.html());
            case 4 -> server.fault("*", Fault.drip(Duration.ofSeconds(1), 1));
            default -> {}
        }
    }

    private static boolean isHealthy(String name) {
        return (Integer.parseInt(name.substring(1)) - 1) % 20 >= 5;
    }

    private static List<FleetServer> members(BbbSimulator simulator) {
        return simulator.servers().stream()
                .map(server -> FleetServer.of(server.bbbServer()))
                .toList();
    }

    private static int polls(BbbSimulator simulator) {
        return simulator.servers().stream()
                .mapToInt(server -> server.requestCount("getMeetings"))
                .sum();
    }

    private static List<Meeting> meetings(Map<String, ServerView> servers, String name) {
        return requireNonNull(servers.get(name)).meetings().values().stream()
                .map(FleetMeeting::meeting)
                .toList();
    }

    private static BbbServer tenant(TestServer server, String name, int generation) {
        String origin = server.address().baseUrl().resolve("/").toString();
        return BbbServer.of(origin + name, "unused")
                .withName(name)
                .withSecret(SharedSecret.of(secret(name, generation)));
    }

    /** Returns the first part of the path. */
    private static String tenant(HttpServerRequest request) {
        return request.uri().substring(1, request.uri().indexOf('/', 1));
    }

    private static String secret(String name, int generation) {
        return "secret-" + name + "-" + generation;
    }

    /** Finds out by the checksum which of its secrets a tenant was asked with. */
    private static int generation(String name, HttpServerRequest request) {
        String query = request.uri().substring(request.uri().indexOf('?') + 1);
        int at = query.indexOf("checksum=");
        String signed = at == 0 ? "" : query.substring(0, at - 1);
        String checksum = query.substring(at + "checksum=".length());
        for (int generation = 0; generation <= 30; generation++) {
            if (sha256("getMeetings" + signed + secret(name, generation)).equals(checksum)) {
                return generation;
            }
        }
        throw new AssertionError("a checksum of no secret: " + request.uri());
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static int port(TestServer server) {
        return server.address().baseUrl().getPort();
    }

    /** Resolves every name to loopback, at a port that changes, as an address may. */
    private static final class ChangingNames extends AddressResolverGroup<InetSocketAddress> {
        private volatile int port;

        ChangingNames(int port) {
            this.port = port;
        }

        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new AbstractAddressResolver<>(executor) {
                @Override
                protected boolean doIsResolved(InetSocketAddress address) {
                    return !address.isUnresolved();
                }

                @Override
                protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
                    promise.setSuccess(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                }

                @Override
                protected void doResolveAll(InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
                    promise.setSuccess(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
                }
            };
        }
    }
}
