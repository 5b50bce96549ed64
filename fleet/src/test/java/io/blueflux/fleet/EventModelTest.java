// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.SharedSecret;
import io.blueflux.error.CallSite;
import io.blueflux.error.HttpStatusException;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/**
 * Random histories of meetings, attendees, failures and members against events: what a subscriber rebuilds from them is what
 * the servers answered, as a plain model of the rules tells it, at every poll for a fast one and in the end for slow ones.
 */
class EventModelTest {
    private static final int SEEDS = Integer.getInteger("blueflux.seeds", 500);
    private static final int STEPS = 60;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void eventsRebuildWhatTheServersAnswered(int block) {
        for (long seed = (long) block * SEEDS; seed < (block + 1L) * SEEDS; seed++) {
            try {
                new History(seed).run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** One random history. */
    private static final class History {
        private final Random random;
        private final VirtualTime time = new VirtualTime();
        private final Duration grace;
        private final Map<String, World> worlds = new LinkedHashMap<>();
        private final BbbFleet fleet;
        private final Follower fast = new Follower();
        private int secrets;

        History(long seed) {
            random = new Random(seed);
            grace = Duration.ofMillis(List.of(0, 2_500, 10_000).get(random.nextInt(3)));
            PollPlan plan = PollPlan.of(
                            PollSchedule.every(Duration.ofSeconds(1)).withMaxBackoff(Duration.ofSeconds(3)))
                    .withVersionEvery(0)
                    .withDeadline(Duration.ofMillis(1_700))
                    .withAttendeeGrace(grace);
            fleet = time.fleet(
                            plan,
                            new Scripted(server ->
                                    requireNonNull(worlds.get(server.name())).answer()))
                    .maxInFlight(2 + random.nextInt(3))
                    .health(new HealthPolicy(1 + random.nextInt(3), 1 + random.nextInt(3)))
                    .build();
        }

        void run() {
            fleet.events().subscribe(fast);
            fast.ask(Long.MAX_VALUE);
            List<Follower> slow = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                slow.add(new Follower());
                fleet.events().subscribe(slow.get(slow.size() - 1));
            }
            addServer();
            fleet.start();
            for (int step = 0; step < STEPS; step++) {
                worlds.values().forEach(World::change);
                changeMembers();
                slow.forEach(each -> each.ask(random.nextInt(4) == 0 ? random.nextInt(12) : 0));
                time.advanceMillis(100 + random.nextInt(900));
                assertThat(fast.text()).as("after step %d", step).isEqualTo(expected());
            }
            slow.forEach(each -> each.ask(Long.MAX_VALUE));
            slow.forEach(each -> assertThat(each.text()).as("slow").isEqualTo(expected()));
            Follower late = new Follower();
            fleet.events().subscribe(late);
            late.ask(Long.MAX_VALUE);
            assertThat(late.text()).as("late").isEqualTo(expected());
            fleet.disposeLater().subscribe();
        }

        private void changeMembers() {
            switch (random.nextInt(20)) {
                case 0 -> addServer();
                case 1 ->
                    any(name -> {
                        worlds.remove(name);
                        fleet.remove(name);
                    });
                case 2 ->
                    any(name ->
                            fleet.replace(Scripted.server(name).withSecret(SharedSecret.of("rotated-" + secrets++))));
                case 3 ->
                    any(name -> {
                        worlds.put(name, new World());
                        fleet.remove(name);
                        fleet.add(Scripted.server(name));
                    });
                case 4 -> any(name -> requireNonNull(worlds.get(name)).toggleCordon(name));
                default -> {}
            }
        }

        private void addServer() {
            String name = "s" + random.nextInt(6);
            if (worlds.putIfAbsent(name, new World()) == null) {
                fleet.add(Scripted.server(name));
            }
        }

        private void any(java.util.function.Consumer<String> change) {
            if (!worlds.isEmpty()) {
                change.accept(List.copyOf(worlds.keySet()).get(random.nextInt(worlds.size())));
            }
        }

        private String expected() {
            StringBuilder text = new StringBuilder();
            new TreeMap<>(worlds).forEach((name, world) -> {
                ServerView view = requireNonNull(fleet.snapshot().servers().get(name));
                text.append(name)
                        .append(' ')
                        .append(view.state())
                        .append(" false ")
                        .append(world.cordoned)
                        .append(' ')
                        .append(view.meetingsKnown());
                text.append('\n').append(world.expected());
            });
            return text.toString();
        }

        /** A server: what it holds now, and what it answered so far. */
        private final class World {
            private final Map<String, Room> rooms = new TreeMap<>();
            private final List<Sample> samples = new ArrayList<>();
            private int created;
            private boolean cordoned;

            void toggleCordon(String name) {
                cordoned = !cordoned;
                if (cordoned) {
                    fleet.cordon(name);
                } else {
                    fleet.resume(name);
                }
            }

            void change() {
                for (int i = random.nextInt(5); i > 0; i--) {
                    changeOne();
                }
            }

            private void changeOne() {
                List<String> ids = List.copyOf(rooms.keySet());
                if (ids.isEmpty() || random.nextInt(20) == 0) {
                    rooms.put("internal-" + created++, new Room("room-" + random.nextInt(3)));
                    return;
                }
                String id = ids.get(random.nextInt(ids.size()));
                Room room = requireNonNull(rooms.get(id));
                switch (random.nextInt(20)) {
                    case 0 -> rooms.remove(id);
                    case 1 -> room.running = !room.running;
                    case 2 -> room.recording = !room.recording;
                    case 3, 4, 5, 6, 7, 8, 9, 10, 11 -> room.attendees.add(someone());
                    default -> {
                        if (!room.attendees.isEmpty()) {
                            room.attendees.remove(random.nextInt(room.attendees.size()));
                        }
                    }
                }
            }

            private Attendee someone() {
                return Meetings.attendee(
                        "u" + random.nextInt(2), random.nextInt(4) > 0 ? AttendeeRole.VIEWER : AttendeeRole.MODERATOR);
            }

            Flux<Meeting> answer() {
                List<Meeting> listed = new ArrayList<>();
                rooms.forEach((id, room) -> listed.add(Meetings.meeting(
                        id, room.meetingId, room.running, room.recording, List.copyOf(room.attendees))));
                int fate = random.nextInt(20);
                if (fate == 0) {
                    return Flux.never();
                }
                if (fate == 1) {
                    return Flux.fromIterable(listed).concatWith(Flux.error(failure()));
                }
                Flux<Meeting> answer =
                        Flux.fromIterable(listed).doOnComplete(() -> samples.add(new Sample(time.nanos(), listed)));
                return fate < 6
                        ? answer.delaySubscription(Duration.ofMillis(random.nextInt(1_600)), time.scheduler())
                        : answer;
            }

            private HttpStatusException failure() {
                return new HttpStatusException(new CallSite("s", "getMeetings"), 502, "");
            }

            /** The rules, told in another way: what was listed in the last answer, with flags and counts looked up in all. */
            String expected() {
                if (samples.isEmpty()) {
                    return "";
                }
                StringBuilder text = new StringBuilder();
                for (Meeting meeting : samples.get(samples.size() - 1).listed) {
                    Replay.Room room = new Replay.Room();
                    String id = requireNonNull(meeting.internalMeetingId());
                    room.recording = Boolean.TRUE.equals(meeting.state().recording());
                    for (Sample sample : samples) {
                        room.started |= sample.runs(id);
                    }
                    room.attendees.putAll(attendees(id));
                    text.append(Replay.text(id, room));
                }
                return text.toString();
            }

            /** As many of a key as any answer had that was followed by one with fewer less than the grace ago. */
            private Map<AttendeeKey, Integer> attendees(String id) {
                Map<AttendeeKey, Integer> most = new HashMap<>();
                long now = samples.get(samples.size() - 1).at;
                for (int i = 0; i < samples.size(); i++) {
                    boolean last = i == samples.size() - 1;
                    if (last || now - samples.get(i + 1).at < grace.toNanos()) {
                        samples.get(i).counts(id).forEach((key, count) -> most.merge(key, count, Math::max));
                    }
                }
                return most;
            }
        }

        private static final class Room {
            private final String meetingId;
            private final List<Attendee> attendees = new ArrayList<>();
            private boolean running;
            private boolean recording;

            Room(String meetingId) {
                this.meetingId = meetingId;
            }
        }

        private record Sample(long at, List<Meeting> listed) {
            boolean runs(String id) {
                Meeting meeting = meeting(id);
                return meeting != null && Boolean.TRUE.equals(meeting.state().running());
            }

            @Nullable
            Meeting meeting(String id) {
                return listed.stream()
                        .filter(each -> id.equals(each.internalMeetingId()))
                        .findFirst()
                        .orElse(null);
            }

            Map<AttendeeKey, Integer> counts(String id) {
                Map<AttendeeKey, Integer> counts = new HashMap<>();
                Meeting meeting = meeting(id);
                if (meeting != null) {
                    meeting.attendees().forEach(who -> counts.merge(AttendeeKey.of(who), 1, Integer::sum));
                }
                return counts;
            }
        }

        /** A subscriber that asks when it is told to. */
        private static final class Follower extends BaseSubscriber<FleetEvent> {
            private final Replay replay = new Replay();
            private @Nullable Throwable failure;

            @Override
            protected void hookOnSubscribe(Subscription subscription) {}

            @Override
            protected void hookOnNext(FleetEvent event) {
                replay.accept(event);
            }

            @Override
            protected void hookOnError(Throwable error) {
                failure = error;
            }

            void ask(long events) {
                if (events > 0) {
                    request(events);
                }
            }

            String text() {
                assertThat(failure).isNull();
                return replay.text();
            }
        }
    }
}
