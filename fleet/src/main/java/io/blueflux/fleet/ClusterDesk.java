// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.fleet.ClusterWord.Claim;
import io.blueflux.fleet.ClusterWord.Later;
import io.blueflux.fleet.ClusterWord.Line;
import io.blueflux.fleet.ClusterWord.Marks;
import io.blueflux.fleet.ClusterWord.Member;
import io.blueflux.fleet.ClusterWord.Soon;
import io.blueflux.fleet.ClusterWord.View;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Decides which servers are polled here, from what the members of a cluster tell each other, and keeps what is known in step with
 * theirs. All of it happens in turn, one step after the other, and never on a thread that must not block.
 */
final class ClusterDesk {
    private static final Duration LONGEST_HAND_OVER = Duration.ofSeconds(5);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final int FORGETTING = 60; // rounds
    private static final int REMINDING = 3_600;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration UNTIL_LISTS_ARE_ALIKE = Duration.ofSeconds(10);

    /** What there is to poll: the roster. */
    interface Servers extends ClusterLines.Lanes {

        List<FleetServer> servers();

        void reconsider(Collection<String> names);

        void mark(String name, boolean cordoned, boolean draining);

        void leave(String name, Instant pollBegan);

        boolean hasten(String name);
    }

    private final @Nullable ClusterDoor door;
    private final Servers servers;
    private final FleetState state;
    private final Scheduler timer;
    private final Clock clock;
    private final ClusterLines lines;
    private final ClusterMarks marks;
    private final HostTurns turns;
    private final AtomicBoolean hasChanged = new AtomicBoolean();

    private volatile ClusterStatus status = ClusterStatus.ALONE;
    private volatile @Nullable ClusterLink link;

    // touched in turn
    private final Map<String, FleetServer> known = new HashMap<>(); // by name, the same as in the list
    private final ClusterLists lists = new ClusterLists();
    private ClusterCrowd crowd = new ClusterCrowd();
    private List<FleetServer> listed = List.of();
    private @Nullable Guest coming;
    private @Nullable Guest guest; // who is in, and was not left out
    private String self = "";
    private long rounds;
    private boolean isIn;
    private boolean leaving;

    ClusterDesk(
            FleetSettings.@Nullable Membership membership,
            Servers servers,
            FleetState state,
            Scheduler timer,
            Clock clock,
            AnswerMemory memory) {
        this.door = membership == null ? null : new ClusterDoor(membership.engine(), timer);
        this.servers = servers;
        this.state = state;
        this.timer = timer;
        this.clock = clock;
        this.lines = new ClusterLines(servers, state, timer, new ClusterMemory(memory), this::tell);
        this.marks = new ClusterMarks(state, this::tell);
        this.turns = membership == null ? new HostTurns() : new HostTurns(membership.desk()::schedule);
    }

    /** Whether there is a cluster. */
    boolean isOn() {
        return door != null;
    }

    /** Joins the others, and never ends by itself. */
    Flux<Long> run() {
        ClusterDoor way = door;
        if (way == null) {
            return Flux.never();
        }
        return Flux.defer(() -> {
            step(() -> leaving = false);
            return Flux.merge(
                    way.come(this::guest).then(Mono.never()),
                    Flux.interval(ROUND, timer).onBackpressureDrop().doOnNext(tick -> step(this::goRound)));
        });
    }

    /** Has the others take over what is polled here, as far as that takes no longer than a while. */
    Mono<Void> handOver(Duration patience) {
        if (!isOn() || patience.isZero()) {
            return Mono.empty();
        }
        return Mono.defer(() -> {
            step(this::begone);
            return Flux.interval(LOOK, timer)
                    .concatMap(tick -> inTurn(this::isHandedOver))
                    .filter(Boolean::booleanValue)
                    .next()
                    .timeout(LONGEST_HAND_OVER, Mono.empty(), timer)
                    .onErrorComplete() // the timer's: nobody is waited for
                    .then();
        });
    }

    /** Lets go of all, and leaves. */
    Mono<Void> leave() {
        ClusterDoor way = door;
        return way == null ? Mono.empty() : way.leave(inTurn(this::part));
    }

    /** The roster has other servers. */
    void changed() {
        if (isOn() && hasChanged.compareAndSet(false, true)) {
            step(this::list);
        }
    }

    /** A poll that was made here is over. */
    void polled(String name, boolean isKnown, Duration untilNext) {
        String key = lines.key(name);
        if (key == null) {
            return;
        }
        if (isKnown) {
            FleetState.Entry entry = state.get(name);
            if (entry != null && entry.turn() instanceof Line line && entry.report() != null) {
                tell(new View(key, line, false, untilNext, entry.report()));
            }
        } else {
            step(() -> lines.prove(key));
        }
    }

    /** Has the owner poll soon, if that is another member; returns whether it was asked to. */
    boolean soon(String name) {
        String key = lines.key(name);
        if (key == null || !lines.isOthers(name)) {
            return false;
        }
        tell(new Soon(key));
        return true;
    }

    /** A server's marks were set here. */
    void isMarked(String name, boolean isToBeTold) {
        if (isToBeTold && isOn()) {
            step(() -> {
                String key = lines.key(name); // else it is told when the server comes
                if (key != null) {
                    marks.tell(key, self, false);
                }
            });
        }
    }

    /** A server was drained, and has left the roster. */
    void hasLeft(String name) {
        String key = lines.key(name);
        if (key != null) {
            step(() -> marks.tell(key, self, true));
            changed();
        }
    }

    /** Whether a server is to be polled here. */
    boolean isMine(String name) {
        return lines.isMine(name);
    }

    /** Returns in which rhythm a server is to be polled; null for its own. */
    @Nullable
    LaneRhythm rhythm(String name) {
        return lines.rhythm(name);
    }

    ClusterStatus status() {
        ClusterStatus now = status;
        return new ClusterStatus(
                now.members(), now.expected(), now.missingSince(), lines.owned(), now.moves(), lines.oldest());
    }

    /** Takes a step, and tells what came of it when all is done. */
    private <T> Mono<T> inTurn(Supplier<@Nullable T> step) {
        return Mono.create(sink -> turns.take(() -> {
            try {
                T result = step.get();
                finish();
                sink.success(result);
            } catch (Throwable e) {
                sink.error(e);
            }
        }));
    }

    /** Takes a step, and does what it decided. */
    private void step(Runnable step) {
        turns.take(() -> {
            step.run();
            finish();
        });
    }

    private Guest guest() {
        Guest next = new Guest();
        step(() -> coming = next);
        return next;
    }

    private boolean enter(Guest next, ClusterLink way) {
        if (coming != next) {
            return false;
        }
        String name = Objects.requireNonNull(way.self()); // the host's: before anything is changed
        String before = self;
        boolean wasAlone = isIn;
        if (wasAlone) {
            forget();
        }
        coming = null;
        guest = next;
        link = way;
        self = name;
        crowd = new ClusterCrowd();
        lines.begin(self, crowd);
        next.early.forEach(early -> HostCode.call("a word of the cluster", early));
        next.early.clear();
        open();
        if (wasAlone) {
            marks.tellAgain(before);
        }
        return true;
    }

    private void stayOut(Guest next) {
        if (coming == next) {
            stayAlone(next);
            coming = null;
        }
    }

    private void stayAlone(Guest next) {
        if (coming == next && !isIn) {
            self = "alone-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
            crowd = new ClusterCrowd();
            crowd.come(new ClusterMembers(List.of(self), key -> self), clock.instant());
            lines.begin(self, crowd);
            open();
        }
    }

    private void open() {
        isIn = true;
        takeOver();
        lines.open();
        announce();
        lines.settle();
    }

    private void begone() {
        leaving = true;
        if (isIn) {
            announce();
            lines.settle();
        }
    }

    private boolean isHandedOver() {
        return !isIn || lines.isHandedOver();
    }

    private @Nullable ClusterLink part() {
        ClusterLink way = link;
        forget();
        marks.clear();
        coming = null;
        guest = null;
        link = null;
        status = ClusterStatus.ALONE;
        return way;
    }

    private void forget() {
        lines.end();
        known.clear();
        listed = List.of();
        isIn = false;
    }

    private void list() {
        hasChanged.set(false);
        if (isIn && takeOver()) {
            announce();
            lines.settle();
        }
    }

    /** Takes the roster's servers over; returns whether they are others. */
    private boolean takeOver() {
        List<FleetServer> now = servers.servers();
        if (now == listed) {
            return false;
        }
        listed = now;
        Map<String, FleetServer> next = new HashMap<>();
        now.forEach(server -> next.put(server.name(), server));
        List<String> gone =
                known.keySet().stream().filter(name -> !next.containsKey(name)).toList();
        gone.forEach(this::drop);
        boolean isOther = !gone.isEmpty();
        for (FleetServer server : now) {
            isOther |= !server.equals(known.put(server.name(), server)) && takeOver(server);
        }
        return isOther;
    }

    private boolean takeOver(FleetServer server) {
        String name = server.name();
        String key = ClusterKeys.of(server.server());
        String before = lines.key(name);
        boolean isOther = !key.equals(before);
        if (isOther && before != null) {
            lines.drop(name);
        }
        if (isOther) {
            lines.come(name, key);
            mark(name, key);
        }
        return isOther;
    }

    private void drop(String name) {
        known.remove(name);
        lines.drop(name);
    }

    private void mark(String name, String key) {
        Marks word = marks.of(key);
        if (word != null && !word.gone()) {
            servers.mark(name, word.cordoned(), word.draining());
        } else if (word != null || marks.areSetHere(name)) {
            marks.tell(key, self, false); // it was set here before, or has come back
        }
    }

    private void announce() {
        Member word = new Member(self, Set.copyOf(lines.keys()), leaving);
        crowd.hear(word);
        tell(word);
        compareListsLater();
    }

    private void members(ClusterMembers next) {
        boolean wasMissing = crowd.missingSince() != null;
        List<String> gone = crowd.come(next, clock.instant());
        boolean isMissing = crowd.missingSince() != null;
        if (isIn) {
            announce(); // who has just come may have missed it
        }
        if (isMissing && !gone.isEmpty()) {
            FleetLog.LOG.warn(
                    "{} of {} members of the cluster are missing", crowd.expected() - crowd.size(), crowd.expected());
        } else if (wasMissing && !isMissing) {
            FleetLog.LOG.info("all {} members of the cluster are there", crowd.size());
        }
        lines.settle();
    }

    private void hear(ClusterWord word) {
        if (word instanceof View view) {
            lines.hear(view);
        } else if (word instanceof Member member) {
            crowd.hear(member);
            compareListsLater();
            lines.settle();
        } else if (word instanceof Claim claim) {
            lines.hear(claim);
        } else if (word instanceof Later later) {
            lines.hear(later);
        } else if (word instanceof Soon soon) {
            if (lines.owns(soon.key())) {
                servers.hasten(ClusterKeys.name(soon.key()));
            }
        } else if (word instanceof Marks told) {
            hear(told);
        }
    }

    private void hear(Marks word) {
        Marks now = marks.hear(word);
        String name = ClusterKeys.name(word.key());
        if (now == null || !word.key().equals(lines.key(name))) {
            return;
        }
        FleetState.Entry entry = state.get(name);
        if (now.gone() && entry != null && !entry.view().meetings().isEmpty()) {
            servers.mark(name, entry.view().cordoned(), true); // whoever polls it sees when it is empty
        } else if (now.gone()) {
            long sinceThePollBegan = timer.now(TimeUnit.NANOSECONDS) - lines.heardBefore(word.key());
            servers.leave(name, clock.instant().minusNanos(sinceThePollBegan));
        } else {
            servers.mark(name, now.cordoned(), now.draining());
        }
    }

    /** Looks after what may have been missed. */
    private void goRound() {
        lines.standIn();
        if (++rounds % FORGETTING == 0) {
            lines.clean();
        }
        if (rounds % REMINDING == 0) {
            marks.remind(crowd::isListed);
        }
    }

    private void compareListsLater() {
        if (lists.changed()) {
            timer.schedule(() -> step(this::compareLists), UNTIL_LISTS_ARE_ALIKE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void compareLists() {
        lists.compared(isIn ? crowd.differences() : Set.of());
    }

    private void tell(ClusterWord word) {
        ClusterLink way = link;
        if (way != null) {
            HostCode.call("the engine of the cluster", () -> way.tell(word));
        }
    }

    private void finish() {
        List<String> touched = lines.touched();
        if (!touched.isEmpty()) {
            servers.reconsider(touched);
        }
        if (isIn) {
            status = new ClusterStatus(
                    crowd.size(), crowd.expected(), crowd.missingSince(), 0, lines.moves(), Duration.ZERO);
        }
        state.flush();
    }

    /** Comes in once, or is left out. */
    private final class Guest implements ClusterDoor.Guest {
        private final List<Runnable> early = new ArrayList<>(); // what it hears before it is in

        @Override
        public void members(ClusterMembers now) {
            take(() -> ClusterDesk.this.members(now));
        }

        @Override
        public void heard(ClusterWord word) {
            take(() -> hear(word));
        }

        @Override
        public Mono<Boolean> enter(ClusterLink way) {
            return inTurn(() -> ClusterDesk.this.enter(this, way));
        }

        @Override
        public void waitOutside() {
            step(() -> stayAlone(this));
        }

        @Override
        public void stayOut() {
            step(() -> ClusterDesk.this.stayOut(this));
        }

        private void take(Runnable step) {
            step(() -> {
                if (guest == this) {
                    step.run();
                } else if (coming == this) {
                    early.add(step);
                }
            });
        }
    }
}
