// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.cli.ConsoleSettings;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.ServerState;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedAttendee;
import io.blueflux.testkit.SimulatedServer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A console and its servers, one of which does not answer, and of which one's name and one's meeting wish to be more than text. */
final class SmallFleet implements AutoCloseable {
    static final String HOSTILE = "<img src=x onerror=\"alert('server')\">";
    static final String HOSTILE_TITLE = "<img src=x onerror=\"alert('meeting')\"><script>alert('script')</script>";
    static final String CALM = "calm";
    static final String DYING = "yet to die";
    static final String SILENT = "silent";
    static final List<String> NAMES = List.of(CALM, "middle", HOSTILE, DYING, SILENT);

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(30);

    final BbbSimulator simulator =
            BbbSimulator.builder().servers(NAMES.size()).separatePorts().build().start();
    final List<FleetServer> servers =
            IntStream.range(0, NAMES.size()).mapToObj(this::entry).toList();

    private RunningConsole console = RunningConsole.of(servers);

    private SmallFleet() {}

    static SmallFleet start() {
        SmallFleet fleet = new SmallFleet();
        fleet.simulated(CALM)
                .createMeeting(
                        "algebra",
                        meeting -> meeting.name("Linear Algebra")
                                .recording(true)
                                .maxParticipants(30)
                                .addAttendee(SimulatedAttendee.viewer("u1", "Bert Brown"))
                                .addAttendee(SimulatedAttendee.moderator("u2", "Zoë Smith")
                                        .withPresenter()
                                        .withVoice())
                                .addAttendee(SimulatedAttendee.viewer("u3", "<b>Anna</b>")
                                        .withVideo(1)));
        fleet.simulated(HOSTILE)
                .createMeeting(
                        "hostile",
                        meeting -> meeting.name(HOSTILE_TITLE).addAttendee(SimulatedAttendee.viewer("u4", HOSTILE)));
        fleet.simulated("middle").populate(3, 6);
        fleet.simulated(DYING)
                .createMeeting(
                        "chemistry",
                        meeting -> meeting.name("Organic Chemistry").addAttendee("u5", "Carl"));
        fleet.simulated(SILENT).createMeeting("lost", meeting -> meeting.name("Lost"));
        fleet.until(snapshot -> snapshot.totals().meetings() == 7);
        fleet.simulated(SILENT).fault("*", Fault.status(502));
        fleet.until(snapshot -> snapshot.serversIn(ServerState.DOWN) == 1);
        return fleet;
    }

    /** Ends the console and starts another at the same port. */
    void restart() {
        int port = page().getPort();
        console.close();
        console = RunningConsole.of(new ConsoleSettings(
                servers,
                InetAddress.getLoopbackAddress(),
                port,
                null,
                Duration.ofSeconds(1),
                PollDepth.MEETINGS,
                UnaryOperator.identity()));
    }

    private FleetServer entry(int index) {
        PollPlan plan = PollPlan.of(PollSchedule.every(INTERVAL).withMaxBackoff(INTERVAL));
        return FleetServer.of(simulator.server(index).bbbServer().withName(NAMES.get(index)))
                .withPlan(plan);
    }

    SimulatedServer simulated(String name) {
        return simulator.server(NAMES.indexOf(name));
    }

    URI page() {
        return console.page();
    }

    String get(String path) throws Exception {
        return console.get(path).body();
    }

    FleetSnapshot snapshot() {
        return console.bean(BbbFleet.class).snapshot();
    }

    boolean cordoned(String name) {
        return Objects.requireNonNull(snapshot().servers().get(name)).cordoned();
    }

    boolean draining(String name) {
        return Objects.requireNonNull(snapshot().servers().get(name)).draining();
    }

    void until(Predicate<FleetSnapshot> holds) {
        console.bean(BbbFleet.class)
                .snapshots(Duration.ofMillis(20))
                .filter(holds)
                .blockFirst(LONG);
    }

    @Override
    public void close() {
        console.close();
        simulator.close();
    }
}
