// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;

import io.blueflux.BbbServer;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetForTests;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import io.blueflux.request.CreateRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Simulated servers, and processes that have a fleet and a placement each, in one virtual time. */
final class SimFleet {
    final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    final Map<String, SimServer> servers = new LinkedHashMap<>();
    final Clock clock = new Virtual();
    private static final long REPEATED_WITHIN = 5_000; // after one that was told of a meeting that is just ending

    private final UnaryOperator<FleetServer> entries;

    SimFleet(int count) {
        this(count, UnaryOperator.identity());
    }

    SimFleet(int count, UnaryOperator<FleetServer> entries) {
        this.entries = entries;
        timer.advanceTimeBy(Duration.ofHours(1));
        for (int i = 0; i < count; i++) {
            String name = "bbb-%02d".formatted(i);
            servers.put(name, new SimServer(name, timer));
        }
    }

    /** A process of the application. */
    final class Replica {
        final BbbFleet fleet;
        final MeetingPlacement placement;
        final Heard heard = new Heard();
        final boolean polls;
        private final Set<String> creating = new HashSet<>();
        private final Map<String, Long> created = new HashMap<>();

        Replica(UnaryOperator<MeetingPlacementBuilder> how, boolean polls) {
            this(how, polls, clock);
        }

        Replica(UnaryOperator<MeetingPlacementBuilder> how, boolean polls, Clock its) {
            this.polls = polls;
            fleet = FleetForTests.of(
                    PollPlan.of(PollSchedule.every(Duration.ofSeconds(10)))
                            .withDepth(PollDepth.COUNTERS)
                            .withVersionEvery(0),
                    timer,
                    its,
                    server -> at(server.name()).client(server, meetingId -> onCreate(server.name(), meetingId)));
            servers.keySet().forEach(name -> fleet.add(entries.apply(FleetServer.of(server(name)))));
            if (polls) {
                fleet.start();
            }
            placement = how.apply(MeetingPlacement.builder(fleet)
                            .timer(timer)
                            .clock(its)
                            .listener(heard))
                    .build();
        }

        /** A create that is repeated, to find out what became of the first, goes to that server however it does by now. */
        private Runnable onCreate(String server, String meetingId) {
            ServerView view = fleet.snapshot().servers().get(server);
            boolean isDown = view != null && view.state() == ServerState.DOWN;
            boolean isDraining = view != null && view.draining();
            boolean isCordoned =
                    fleet.servers().stream().anyMatch(each -> each.name().equals(server) && each.cordoned());
            Long before = created.put(meetingId + " on " + server, now());
            boolean isRepeated = before != null && now() - before < REPEATED_WITHIN;
            if ((isDown || isDraining || isCordoned)
                    && !isRepeated
                    && !heard.doubts(meetingId).contains(server)) {
                heard.wrong.add("create on " + server + ", which is down, draining or cordoned");
            }
            if (!creating.add(meetingId)) {
                heard.wrong.add("two creates of " + meetingId + " at once");
            }
            return () -> creating.remove(meetingId);
        }

        ServerState state(String server) {
            return requireNonNull(fleet.snapshot().servers().get(server), server)
                    .state();
        }

        /** Begins a findOrCreate; what comes of it is there when it has come. */
        Result ask(String meetingId) {
            return ask(meetingId, PlacementHints.NONE);
        }

        Result ask(String meetingId, PlacementHints hints) {
            return new Result(placement.findOrCreate(request(meetingId), hints));
        }
    }

    /** What a listener heard. */
    static final class Heard implements PlacementListener {
        final List<String> lines = new ArrayList<>();
        final List<String> wrong = new ArrayList<>();
        private final Map<String, Set<String>> doubts = new HashMap<>();

        /** Returns the servers of which it was heard that a meeting may be there, though nobody could say. */
        Set<String> doubts(String meetingId) {
            return doubts.computeIfAbsent(meetingId, id -> new HashSet<>());
        }

        @Override
        public void onLooked(String server, boolean answered) {
            if (!answered) {
                lines.add("no answer to a look from " + server);
            }
        }

        @Override
        public void onPlaced(PlacedMeeting meeting, Duration elapsed) {
            if (meeting.supersedes() != null) {
                lines.add("superseded " + meeting.supersedes());
                doubts(requireNonNull(meeting.meeting().meetingId())).add(meeting.supersedes());
            }
        }

        @Override
        public void onFailedOver(String meetingId, String server, Throwable error) {
            lines.add("failed over from " + server);
        }

        @Override
        public void onAmbiguous(String meetingId, String server, Throwable error) {
            lines.add("ambiguous on " + server);
            doubts(meetingId).add(server);
        }

        @Override
        public void onDoubled(MeetingDoubled doubled) {
            lines.add("doubled on " + doubled.servers() + ", ended " + doubled.ended());
        }
    }

    /** What came of a call. */
    static final class Result {
        final List<Signal<PlacedMeeting>> signals = new ArrayList<>();
        final reactor.core.Disposable subscription;

        Result(Mono<PlacedMeeting> call) {
            subscription = call.materialize().subscribe(signals::add);
        }

        boolean isOver() {
            return !signals.isEmpty();
        }

        PlacedMeeting placed() {
            return requireNonNull(signals.get(0).get(), () -> "no value: " + signals);
        }

        Throwable error() {
            return requireNonNull(signals.get(0).getThrowable(), () -> "no error: " + signals);
        }
    }

    Replica process() {
        return new Replica(UnaryOperator.identity(), true);
    }

    SimServer at(String name) {
        return requireNonNull(servers.get(name), name);
    }

    void pass(Duration time) {
        timer.advanceTimeBy(time);
    }

    long now() {
        return timer.now(TimeUnit.MILLISECONDS);
    }

    long calls(String call) {
        return servers.values().stream().mapToLong(server -> server.calls(call)).sum();
    }

    void forgetCalls() {
        servers.values().forEach(server -> server.calls.clear());
    }

    /** Returns the servers on which a meeting runs. */
    List<String> running(String meetingId) {
        return servers.values().stream()
                .filter(server -> server.meetings.containsKey(meetingId))
                .map(server -> server.name)
                .toList();
    }

    static BbbServer server(String name) {
        return BbbServer.of("http://" + name + ".example.org/bigbluebutton", "secret")
                .withName(name);
    }

    static CreateRequest request(String meetingId) {
        return CreateRequest.builder(meetingId, "A meeting")
                .attendeePw("ap")
                .moderatorPw("mp")
                .build();
    }

    private final class Virtual extends Clock {
        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
