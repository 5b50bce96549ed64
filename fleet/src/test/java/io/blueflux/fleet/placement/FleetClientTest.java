// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.Confidential;
import io.blueflux.body.Document;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.MessageKey;
import io.blueflux.error.TransportException;
import io.blueflux.fleet.LocatedMeeting;
import io.blueflux.fleet.MeetingSearch;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.placement.SimFleet.Replica;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.model.JoinedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.SentChatMessage;
import io.blueflux.model.Status;
import io.blueflux.request.InsertDocumentRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.Role;
import io.blueflux.sign.SignedCall;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** Calls of one meeting go to the server that has it. */
class FleetClientTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Status SUCCESS = new Status("SUCCESS", null, null);

    private final SimFleet sim = new SimFleet(3);
    private final Replica process = sim.process();
    private final FleetClient client = FleetClient.of(process.fleet, process.placement);
    private final List<JoinRequest> joins = new ArrayList<>();

    FleetClientTest() {
        sim.servers.values().forEach(this::script);
        sim.pass(Duration.ofSeconds(30)); // all are up
        sim.forgetCalls();
    }

    private void script(SimServer server) {
        server.clockAhead = Duration.ofSeconds(7);
        server.scripts.put("joinUrl", arguments -> {
            joins.add((JoinRequest) arguments[0]);
            return new SignedCall("join on " + server.name, Confidential.of("https://h.example/"));
        });
        server.scripts.put("join", arguments -> {
            joins.add((JoinRequest) arguments[0]);
            return Mono.just(new JoinedMeeting(SUCCESS, null, null, null, null, null, null, null, List.of()));
        });
        server.scripts.put("isMeetingRunning", arguments -> Mono.just(new MeetingRunning(SUCCESS, true, List.of())));
        server.scripts.put("insertDocument", arguments -> Mono.just(new InsertedDocuments(SUCCESS, List.of())));
        server.scripts.put("sendChatMessage", arguments -> Mono.just(new SentChatMessage(SUCCESS, List.of())));
    }

    /** Calls of the meeting "room", by the names of what they send. */
    static Map<String, Function<FleetClient, Mono<?>>> calls() {
        Map<String, Function<FleetClient, Mono<?>>> calls = new LinkedHashMap<>();
        calls.put("joinUrl", client -> client.joinUrl(ada()));
        calls.put("join", client -> client.join(ada()));
        calls.put("isMeetingRunning", client -> client.isMeetingRunning("room"));
        calls.put("getMeetingInfo", client -> client.getMeetingInfo("room"));
        calls.put("insertDocument", client -> client.insertDocument(slides()));
        calls.put("sendChatMessage", client -> client.sendChatMessage("room", "hi"));
        calls.put("sendChatMessage as Ada", client -> client.sendChatMessage("room", "hi", "Ada"));
        calls.put("end", client -> client.end("room"));
        calls.put("end with a password", client -> client.end("room", "mp"));
        return calls;
    }

    static Stream<String> names() {
        return calls().keySet().stream();
    }

    private Mono<?> call(String name) {
        return requireNonNull(calls().get(name)).apply(client);
    }

    @Test
    void createFindsOrCreates() {
        PlacedMeeting first = get(client.create(SimFleet.request("room")));
        PlacedMeeting again = get(client.create(SimFleet.request("room"), PlacementHints.expecting(30)));

        assertThat(first.created()).isTrue();
        assertThat(again.created()).isFalse();
        assertThat(again.server()).isEqualTo(first.server());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCallGoesToTheServerThatHasTheMeeting(String name) {
        PlacedMeeting placed = get(client.create(SimFleet.request("room")));
        sim.pass(Duration.ofSeconds(12));
        sim.forgetCalls();
        get(call(name));

        for (SimServer server : sim.servers.values()) {
            boolean isThere = server.name.equals(placed.server());
            assertThat(server.calls(wireCall(name))).as(server.name).isEqualTo(isThere ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMeetingOfAnotherProcessIsAskedForOnAllServers(String name) {
        sim.at("bbb-02").add("room");
        get(call(name));

        assertThat(sim.at("bbb-02").calls(wireCall(name))).isPositive();
        assertThat(sim.servers.values())
                .allSatisfy(server -> assertThat(server.calls("getMeetingInfo")).isPositive());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMeetingThatNobodyHasIsNotFoundAsFromOneServer(String name) {
        if (name.equals("isMeetingRunning")) {
            assertThat(((MeetingRunning) get(call(name))).running()).isFalse();
            return;
        }
        ApiFailedException error = (ApiFailedException) error(call(name));

        assertThat(error.has(MessageKey.NOT_FOUND)).isTrue();
        assertThat(error.site().server()).isEqualTo("the fleet");
        assertThat(error.site().call()).isEqualTo(name.equals("joinUrl") ? "join" : wireCall(name));
        assertThat(error).hasMessageContaining("no server of the fleet has the meeting room");
        assertThat(error.has(MessageKey.INVALID_MEETING_IDENTIFIER)).isEqualTo(name.startsWith("join"));
        assertThat(error.has(MessageKey.MEETING_NOT_FOUND)).isEqualTo(name.startsWith("sendChat"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whoDidNotAnswerIsNamed(String name) {
        sim.at("bbb-01").refuses = true;
        MeetingUnreachableException error = (MeetingUnreachableException) error(call(name));

        assertThat(error.meetingId()).isEqualTo("room");
        assertThat(error.unanswered()).containsExactly("bbb-01");
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingIsSentBeforeItIsSubscribedTo(String name) {
        call(name);

        assertThat(sim.servers.values())
                .allSatisfy(server -> assertThat(server.calls).isEmpty());
    }

    @Test
    void aJoinIsBoundToTheMeetingThatIsThere() {
        PlacedMeeting placed = get(client.create(SimFleet.request("room")));
        sim.forgetCalls();
        assertThat(get(client.joinUrl(ada())).call()).isEqualTo("join on " + placed.server());
        assertThat(sim.calls("getMeetingInfo")).as("known within a second").isZero();
        get(client.join(ada()));
        sim.pass(Duration.ofSeconds(20));
        get(client.joinUrl(ada()));

        assertThat(joins)
                .hasSize(3)
                .allSatisfy(join -> assertThat(join.parameters().get("createTime"))
                        .isEqualTo(String.valueOf(
                                requireNonNull(placed.createTime()).toEpochMilli())));
    }

    @Test
    void aJoinThatSaysWhichMeetingIsLeftAsItIs() {
        get(client.create(SimFleet.request("room")));
        get(client.joinUrl(ada().withCreateTime(Instant.ofEpochMilli(5))));

        assertThat(joins.get(0).parameters().get("createTime")).isEqualTo("5");
    }

    @Test
    void aMeetingKnownForLongerIsDescribedByOneCall() {
        PlacedMeeting placed = get(client.create(SimFleet.request("room")));
        sim.pass(Duration.ofSeconds(25));
        sim.forgetCalls();
        Meeting info = get(client.getMeetingInfo("room"));

        assertThat(info.internalMeetingId()).isEqualTo(placed.meeting().internalMeetingId());
        assertThat(sim.calls("getMeetingInfo")).isEqualTo(1);
    }

    @Test
    void aMeetingThatMovedIsDescribedWhereItIsNow() {
        PlacedMeeting placed = get(client.create(SimFleet.request("room")));
        sim.at(placed.server()).meetings.clear();
        SimServer other = sim.at(placed.server().equals("bbb-00") ? "bbb-01" : "bbb-00");
        Meeting moved = other.add("room");

        assertThat(get(client.getMeetingInfo("room"))).isEqualTo(moved);
    }

    @Test
    void aServerThatHiccupsStillGetsItsCalls() {
        PlacedMeeting placed = get(client.create(SimFleet.request("room")));
        sim.pass(Duration.ofSeconds(15));
        sim.at(placed.server()).refuses = true;
        sim.pass(Duration.ofSeconds(10));
        assertThat(requireNonNull(process.fleet.snapshot().servers().get(placed.server()))
                        .state())
                .isEqualTo(ServerState.UNSTABLE);

        assertThat(get(client.joinUrl(ada())).call()).isEqualTo("join on " + placed.server());
        assertThat(error(client.getMeetingInfo("room"))).isInstanceOf(TransportException.class);
        assertThat(error(client.end("room"))).isInstanceOf(TransportException.class);
    }

    @Test
    void aMeetingOfAServerThatIsDownIsUnreachable() {
        PlacedMeeting placed = get(client.create(SimFleet.request("room")));
        sim.pass(Duration.ofSeconds(15));
        sim.at(placed.server()).refuses = true;
        sim.pass(Duration.ofMinutes(1));

        assertThat(error(client.joinUrl(ada())))
                .isInstanceOfSatisfying(
                        MeetingUnreachableException.class,
                        error -> assertThat(error.unanswered()).containsExactly(placed.server()));
        assertThat(error(client.isMeetingRunning("room"))).isInstanceOf(MeetingUnreachableException.class);
    }

    @Test
    void aServersOwnErrorComesBack() {
        get(client.create(SimFleet.request("room")));
        Throwable timeout = SimServer.timeout("bbb-00", "insertDocument");
        sim.servers.values().forEach(server -> server.scripts.put("insertDocument", arguments -> Mono.error(timeout)));

        assertThat(error(client.insertDocument(slides())))
                .isInstanceOf(CallTimeoutException.class)
                .isSameAs(timeout);
    }

    @Test
    void aMeetingThatWasEndedAtOnceIsNotFoundByMemory() {
        get(client.create(SimFleet.request("room")));
        get(client.end("room", "mp")); // all within the second for which a placement is believed

        assertThat(error(client.joinUrl(ada()))).isInstanceOf(ApiFailedException.class);
        assertThat(joins).isEmpty();
    }

    @Test
    void aMeetingThatWasEndedIsNotFoundByThePollBefore() {
        get(client.create(SimFleet.request("room")));
        sim.pass(Duration.ofSeconds(12)); // a poll shows it
        get(client.end("room"));

        assertThat(error(client.joinUrl(ada()))).isInstanceOf(ApiFailedException.class);
        assertThat(joins).isEmpty();
    }

    @Test
    void aServerThatHasJustLeftIsNamed() {
        Meeting meeting = sim.at("bbb-00").add("room");
        MeetingPlacement placement = placement(new MeetingSearch(new LocatedMeeting("gone", true, meeting), List.of()));

        assertThat(error(FleetClient.of(process.fleet, placement).joinUrl(ada())))
                .isInstanceOfSatisfying(
                        MeetingUnreachableException.class,
                        error -> assertThat(error.unanswered()).containsExactly("gone"));
    }

    @Test
    void aPlacementOfTheUsersOwnFindsToo() {
        Meeting meeting = sim.at("bbb-00").add("room");
        FleetClient own = FleetClient.of(
                process.fleet, placement(new MeetingSearch(new LocatedMeeting("bbb-00", true, meeting), List.of())));

        assertThat(get(own.getMeetingInfo("room"))).isEqualTo(meeting);
        get(own.end("room"));
        assertThat(sim.running("room")).isEmpty();
    }

    @Test
    void whatCannotBeSentIsRefusedAtTheCall() {
        assertThatThrownBy(() -> client.end(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.getMeetingInfo("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.sendChatMessage("room", "x".repeat(501)))
                .hasMessageStartingWith("message must be");
        assertThatThrownBy(() -> client.sendChatMessage("room", "hi", "x".repeat(256)))
                .hasMessageStartingWith("userName must be");
        assertThatThrownBy(client::deleteRecordings).hasMessageStartingWith("recordID must be");
        assertThatThrownBy(() -> client.publishRecordings(true, "a,b")).hasMessageContaining("comma");
    }

    @Test
    void aFleetOfOneServerWorksTheSame() {
        SimFleet one = new SimFleet(1);
        Replica alone = one.process();
        one.servers.values().forEach(this::script);
        one.pass(Duration.ofSeconds(30));
        FleetClient balanced = FleetClient.of(alone.fleet, alone.placement);
        CompletableFuture<PlacedMeeting> placed =
                balanced.create(SimFleet.request("room")).toFuture();
        one.pass(SECOND);
        CompletableFuture<EndedMeeting> ended = balanced.end("room").toFuture();
        one.pass(SECOND);
        CompletableFuture<List<FromServer<Meeting>>> left =
                balanced.getMeetings().collectList().toFuture();
        one.pass(SECOND);

        assertThat(requireNonNull(placed.getNow(null)).server()).isEqualTo("bbb-00");
        assertThat(ended.isDone()).isTrue();
        assertThat(left.getNow(null)).isEmpty();
    }

    private <T> T get(Mono<T> call) {
        CompletableFuture<T> result = call.toFuture();
        sim.pass(Duration.ofMillis(300));
        if (!result.isDone()) {
            sim.pass(Duration.ofSeconds(3));
        }
        return requireNonNull(result.getNow(null), "no value yet");
    }

    private Throwable error(Mono<?> call) {
        List<Throwable> errors = new ArrayList<>();
        call.subscribe(value -> {}, errors::add);
        sim.pass(Duration.ofSeconds(6));
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    private static MeetingPlacement placement(MeetingSearch found) {
        return (MeetingPlacement) Proxy.newProxyInstance(
                MeetingPlacement.class.getClassLoader(),
                new Class<?>[] {MeetingPlacement.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        return Mono.just(found);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static JoinRequest ada() {
        return JoinRequest.builder("room", "Ada").role(Role.VIEWER).build();
    }

    private static InsertDocumentRequest slides() {
        return InsertDocumentRequest.of("room", List.of(Document.url("https://h.example/a.pdf")));
    }

    /** What stands before the first blank of a test's name. */
    private static String wireCall(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }
}
