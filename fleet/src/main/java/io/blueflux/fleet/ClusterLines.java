// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.fleet.ClusterWord.Claim;
import io.blueflux.fleet.ClusterWord.Later;
import io.blueflux.fleet.ClusterWord.Line;
import io.blueflux.fleet.ClusterWord.View;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * Whose polls of which server count, and which are to be made here. All may look; the rest is not thread-safe.
 *
 * <p>A server's polls make a line, of one owner. Who is to be the next owner polls once, which is not told, and claims; the owner lets
 * go; only then the next begins a line of its own, with a poll that begins after everything that was told before. So whatever is told
 * of a server with a higher number was seen later, whoever saw it. Who is gone is not waited for.
 */
final class ClusterLines {
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /** The lanes of what is polled here. */
    interface Lanes {

        /** Returns how long it is until the next poll of a server is due. */
        Duration untilNext(String name);

        /** Returns how long a poll of a server may take. */
        Duration deadline(String name);
    }

    private final Lanes lanes;
    private final FleetState state;
    private final Scheduler timer;
    private final ClusterMemory memory;
    private final Consumer<ClusterWord> tell;

    // read by all
    private final Map<String, String> keys = new ConcurrentHashMap<>(); // by name, of what the roster has
    private final Set<String> mine = ConcurrentHashMap.newKeySet(); // names of what is to be polled here
    private final Set<String> owned = ConcurrentHashMap.newKeySet(); // of these, what is told
    private final Map<String, LaneRhythm> rhythms = new ConcurrentHashMap<>();
    private final Map<String, Long> heard = new ConcurrentHashMap<>(); // when, of what others poll

    // touched in turn
    private final Map<String, ClusterSubject> subjects = new HashMap<>();
    private final Map<String, String> before = new HashMap<>(); // of which line is what was known at the end, by name
    private final Set<String> touched = new HashSet<>();
    private ClusterCrowd crowd = new ClusterCrowd();
    private String self = "";
    private boolean isOpen;
    private long lastRound;
    private long moves;
    private long forgotten; // the greatest epoch of what was forgotten: no line is to be called as one before

    ClusterLines(Lanes lanes, FleetState state, Scheduler timer, ClusterMemory memory, Consumer<ClusterWord> tell) {
        this.lanes = lanes;
        this.state = state;
        this.timer = timer;
        this.memory = memory;
        this.tell = tell;
    }

    /** Hears from now on, as a member among others. */
    void begin(String member, ClusterCrowd others) {
        self = member;
        crowd = others;
    }

    /** Has servers polled from now on, all of which have come. */
    void open() {
        isOpen = true;
        before.clear();
    }

    /** Lets go of all, and hears nothing any more. */
    void end() {
        keys.forEach((name, key) -> before.put(name, subject(key).held(polls(subject(key)))));
        subjects.values().stream().filter(each -> each.isOf(self)).forEach(this::release);
        touched.addAll(mine);
        mine.clear();
        owned.clear();
        rhythms.clear();
        heard.clear();
        keys.clear();
        subjects.clear();
        memory.clear();
        isOpen = false;
    }

    /** Whether a server is to be polled here. */
    boolean isMine(String name) {
        return mine.contains(name);
    }

    /** Whether another polls a server, by what was heard. */
    boolean isOthers(String name) {
        return !owned.contains(name) && heard.containsKey(name);
    }

    /** Returns what a server is called among the members; null if it is not in the list. */
    @Nullable
    String key(String name) {
        return keys.get(name);
    }

    Collection<String> keys() {
        return keys.values();
    }

    /** Returns in which rhythm a server is to be polled, once; null for its own. */
    @Nullable
    LaneRhythm rhythm(String name) {
        return rhythms.remove(name);
    }

    /** Returns how many servers are polled and told here. */
    int owned() {
        return owned.size();
    }

    /** Returns how many servers were taken over from others. */
    long moves() {
        return moves;
    }

    /** Returns how long ago the others' view was told that is the oldest. */
    Duration oldest() {
        long now = timer.now(TimeUnit.NANOSECONDS);
        long oldest = heard.values().stream().mapToLong(Long::longValue).min().orElse(now);
        return Duration.ofNanos(Math.max(0, now - oldest));
    }

    /** Returns the servers of which it is to be asked again whether they are polled here, once. */
    List<String> touched() {
        List<String> names = List.copyOf(touched);
        touched.clear();
        return names;
    }

    /** A server is in the list. */
    void come(String name, String key) {
        keys.put(name, key);
        ClusterSubject subject = subject(key);
        subject.expect(timer.now(TimeUnit.NANOSECONDS));
        String line = before.remove(name);
        long polls = polls(subject);
        if (line != null && polls > 0) {
            subject.know(line, polls);
        }
        View view = subject.view();
        if (view != null) {
            see(name, view);
        }
        if (subject.isForeign(self)) {
            heard.put(name, subject.heardAt());
        }
    }

    /** A server is not in the list any more. */
    void drop(String name) {
        before.remove(name);
        String key = keys.remove(name);
        if (key != null) {
            subject(key).release(timer.now(TimeUnit.NANOSECONDS));
            mine.remove(name);
            owned.remove(name);
            rhythms.remove(name);
            heard.remove(name);
            memory.forget(name);
            forget(subject(key));
            subjects.remove(key);
            touched.add(name);
        }
    }

    /** Forgets what nobody has in the list. */
    void clean() {
        subjects.values().removeIf(each -> {
            boolean isOver = nameOf(each) == null && !crowd.isListed(each.key());
            if (isOver) {
                forget(each);
            }
            return isOver;
        });
    }

    private void forget(ClusterSubject subject) {
        forgotten = Math.max(forgotten, subject.line().epoch());
    }

    /** Whether nothing is polled here that another would. */
    boolean isHandedOver() {
        return !crowd.hasOthersThan(self)
                || subjects.values().stream().noneMatch(each -> each.isOf(self) && first(each) != null);
    }

    /** Whether this member owns a server. */
    boolean owns(String key) {
        return subject(key).isOf(self);
    }

    /** Returns before what time, in nanoseconds of the timer, the poll began that was told last. */
    long heardBefore(String key) {
        return subject(key).heardBefore();
    }

    /** Another has polled. */
    void hear(View word) {
        ClusterSubject subject = subject(word.key());
        String name = nameOf(subject);
        if (name != null && subject.isOf(self) && subject.isOlderThan(word.line())) {
            owned.remove(name);
            state.turn(name, null); // before it is asked what is known: polls may end meanwhile
        }
        boolean isTaken = subject.hear(word, polls(subject), timer.now(TimeUnit.NANOSECONDS));
        if (name != null && !subject.isOf(self) && subject.isForeign(self)) {
            heard.put(name, subject.heardAt());
            if (isTaken) {
                see(name, word);
            }
            if (subject.isBlocked()) {
                tell.accept(new Later(subject.key(), subject.held(polls(subject)), polls(subject)));
            }
        }
        settle(subject);
    }

    /** A member knows a poll of which nobody can tell that those of the line are later: the next are. */
    void hear(Later word) {
        ClusterSubject subject = subject(word.key());
        if (subject.isOf(self) && !subject.line().follows(word.line(), word.number())) {
            begin(subject, ClusterKeys.name(word.key()), word);
        }
    }

    /** A member asks for a server. */
    void hear(Claim word) {
        ClusterSubject subject = subject(word.key());
        subject.claim(word.member());
        if (subject.isReleased() && subject.line().owner().equals(self)) {
            release(subject); // once more, for who has not heard it
        }
        settle(subject);
    }

    /** A poll was made here of what another owns. */
    void prove(String key) {
        ClusterSubject subject = subject(key);
        subject.prove();
        settle(subject);
    }

    /** Looks at all anew. */
    void settle() {
        keys.values().forEach(key -> settle(subject(key)));
    }

    /** Has a server polled here or not, and told or not, as what is known of it now says. */
    private void settle(ClusterSubject subject) {
        String name = nameOf(subject);
        if (name == null || !isOpen) {
            return;
        }
        String first = first(subject);
        boolean isToBeMine = self.equals(first);
        if (subject.isOf(self)) {
            if (!isToBeMine && subject.isClaimedBy(first)) {
                release(subject);
            }
        } else if (isToBeMine
                && (subject.isReleased() || !crowd.has(subject.line().owner(), subject.key()))) {
            begin(subject, name, null);
        } else if (isToBeMine && subject.isProven()) {
            tell.accept(new Claim(subject.key(), self));
        }
        poll(name, subject, isToBeMine || subject.isOf(self));
    }

    /**
     * Polls what its owner has been silent about for too long, though it is there: whatever the reason is, nobody else does. The others
     * wait in turn. When the owner is heard again it claims what is its own.
     */
    void standIn() {
        long now = timer.now(TimeUnit.NANOSECONDS);
        boolean slept = now - lastRound > SILENCE.toNanos(); // and may have missed what was told
        lastRound = now;
        keys.forEach((name, key) -> {
            ClusterSubject subject = subject(key);
            if (slept) {
                subject.expect(now);
            } else if (isOpen && !mine.contains(name)) {
                long silent = now - subject.due() - lanes.deadline(name).toNanos();
                if (silent > SILENCE.toNanos() && silent > SILENCE.toNanos() * crowd.turn(self, key, first(subject))) {
                    begin(subject, name, null);
                    poll(name, subject, true);
                }
            }
        });
    }

    private void poll(String name, ClusterSubject subject, boolean here) {
        if (here && !mine.contains(name)) {
            if (subject.isForeign(self)) {
                rhythms.put(name, new LaneRhythm(subject.due(), !subject.isOf(self)));
            }
            mine.add(name);
            touched.add(name);
        } else if (!here && mine.remove(name)) {
            rhythms.remove(name);
            touched.add(name);
        }
    }

    private void begin(ClusterSubject subject, String name, @Nullable Later other) {
        if (state.get(name) == null) {
            return;
        }
        state.turn(name, null); // before it is asked what is known: polls may end meanwhile
        boolean isMove = subject.isForeign(self);
        long polls = polls(subject);
        Line line = subject.begin(self, polls, other, forgotten);
        if (line.base() > polls) {
            state.count(name, line.base());
        }
        state.turn(name, line);
        owned.add(name);
        memory.forget(name);
        heard.remove(name);
        moves += isMove ? 1 : 0;
    }

    private void release(ClusterSubject subject) {
        String name = ClusterKeys.name(subject.key());
        Duration untilNext = lanes.untilNext(name);
        state.turn(name, null);
        FleetState.Entry entry = state.get(name);
        if (entry != null) {
            ServerReport last = entry.report();
            ServerReport report = new ServerReport(
                    entry.view(),
                    last == null ? Duration.ZERO : last.latency(),
                    last == null ? Duration.ZERO : last.lag(),
                    last == null ? null : last.failure());
            tell.accept(new View(subject.key(), subject.line(), true, untilNext, report));
        }
        subject.release(timer.now(TimeUnit.NANOSECONDS) + untilNext.toNanos());
        owned.remove(name);
    }

    private void see(String name, View word) {
        state.see(name, word.report());
        memory.keep(name, word.report().server().meetings());
    }

    private @Nullable String first(ClusterSubject subject) {
        return crowd.first(subject.key(), subject.line(), subject.isReleased());
    }

    /** Returns how many polls of a server are known here. */
    private long polls(ClusterSubject subject) {
        String name = nameOf(subject);
        FleetState.Entry entry = name == null ? null : state.get(name);
        if (entry != null) {
            return entry.view().poll().number();
        }
        View view = subject.view();
        return view == null ? 0 : view.report().server().poll().number();
    }

    private ClusterSubject subject(String key) {
        return subjects.computeIfAbsent(key, ClusterSubject::new);
    }

    /** Returns the name, if the roster has the server. */
    private @Nullable String nameOf(ClusterSubject subject) {
        String name = ClusterKeys.name(subject.key());
        return subject.key().equals(keys.get(name)) ? name : null;
    }
}
