// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterWord;
import io.blueflux.fleet.FleetMeeting;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts this member's words into the grid, on a thread of its own. A put can get lost with the member that it went through; so after
 * each change of members, those of its words that are the newest are put again.
 */
final class Teller implements Runnable {
    private static final int MOST_WORDS = 200_000;
    private static final Duration LIFE_OF_PASSING = Duration.ofSeconds(30);
    private static final Duration LIFE_OF_MARKS = Duration.ofDays(7);
    private static final Duration LIFE_OF_VIEWS = Duration.ofMinutes(10);
    private static final Duration FOREVER = Duration.ofMillis(-1);
    private static final long FORGETTING_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long CALM_MILLIS = 300;
    private static final long IDLE_MILLIS = 500;
    /** How long words gather that are put at once. */
    private static final long GATHERING_MILLIS = 100;

    private final String self;
    private final WordCode code;
    private final Outbox outbox;
    private final OnceLog log;
    private final Mailbox<Telling> mailbox = new Mailbox<>(MOST_WORDS);
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private long forgotAt = System.nanoTime();
    private volatile long againAt;
    private volatile boolean stopped;

    /** A word, or that what stands there is to go. */
    private record Telling(@Nullable ClusterWord word) {}

    Teller(String self, WordCode code, Outbox outbox, OnceLog log) {
        this.self = self;
        this.code = code;
        this.outbox = outbox;
        this.log = log;
        outbox.whenFailed(this::tellAgain);
    }

    void tell(ClusterWord word) {
        put(Slot.of(word, self), new Telling(word));
    }

    void remove(String slot) {
        put(slot, new Telling(null));
    }

    /** Another member's view of a server is there, and its meetings instead of this member's. */
    void heardView(String key) {
        told.remove(Slot.of(Slot.HEAD, key));
    }

    /** Another member's marks stand where this one's were. */
    void heardMarks(ClusterWord.Marks marks) {
        String slot = Slot.of(Slot.MARKS, marks.key());
        Told own = told.get(slot);
        if (own == null || own.marks() == null) {
            return;
        }
        if (own.isOlderThan(marks)) {
            told.remove(slot, own);
        } else if (!marks.equals(own.marks())) {
            tell(own.marks());
        }
    }

    /** The members are others, or hold others' words. */
    void tellAgain() {
        againAt = (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CALM_MILLIS)) | 1; // 0 is never
    }

    void stop() {
        stopped = true;
        outbox.close();
        mailbox.wake();
    }

    @Override
    public void run() {
        againAt = System.nanoTime() | 1; // at once
        while (!stopped) {
            round();
            mailbox.gather(GATHERING_MILLIS);
            mailbox.await(againAt == 0 ? IDLE_MILLIS : CALM_MILLIS);
        }
        round();
    }

    /** Whatever goes wrong, an error of the JVM too, the next round goes on. */
    private void round() {
        try {
            mailbox.takeAll(this::tell);
            long now = System.nanoTime();
            forget(now);
            long at = againAt;
            if (at != 0 && now - at >= 0) {
                againAt = 0;
                told.forEach(this::again);
                here();
            }
            outbox.send();
        } catch (Throwable e) {
            log.warn("round", "Words cannot be told to the cluster", e);
        }
    }

    private void forget(long now) {
        if (now - forgotAt > FORGETTING_NANOS) {
            forgotAt = now;
            told.values().removeIf(each -> each.isOver(now));
        }
    }

    private void put(String slot, Telling telling) {
        if (!mailbox.put(slot, telling)) {
            log.warn("full", "Too many words wait to be told to the cluster: the newest are left out");
        }
    }

    private void here() {
        outbox.put(Slot.of(Slot.HERE, self), code.here(), FOREVER);
    }

    private void tell(String slot, Telling telling) {
        ClusterWord word = telling.word();
        try {
            if (word == null) {
                outbox.remove(slot);
            } else if (word instanceof ClusterWord.View view) {
                tell(slot, view);
            } else {
                tell(slot, word);
            }
        } catch (Throwable e) {
            log.warn("word " + Slot.kind(slot), "A word cannot be told to the cluster", e);
        }
    }

    private void tell(String slot, ClusterWord.View view) {
        Map<String, FleetMeeting> meetings = view.report().server().meetings();
        Told before = told.get(slot);
        Told.Meetings last = before == null ? null : before.meetings();
        Told.Meetings now = last == null ? Told.Meetings.of(meetings) : last.or(meetings);
        Duration life = lifeOf(view);
        if (last == null || last.at() != now.at()) {
            put(view.key(), now, life);
        }
        byte[] head = code.head(view, now.body().hash());
        told.put(slot, Told.view(head, life, now));
        outbox.put(slot, head, life);
    }

    private void tell(String slot, ClusterWord word) {
        byte[] value = code.written(word);
        Duration life = life(word);
        if (word.lasts()) {
            told.put(slot, Told.word(value, life, word));
        }
        outbox.put(slot, value, life);
    }

    private void again(String slot, Told before) {
        if (before.meetings() != null) {
            put(Slot.key(slot), before.meetings(), before.life());
        }
        outbox.put(slot, before.value(), before.life());
    }

    private void put(String key, Told.Meetings meetings, Duration life) {
        if (!meetings.body().hash().equals(BodyHash.EMPTY)) {
            outbox.put(Slot.ofBody(key, self), code.body(meetings.body()), life);
        }
    }

    private static Duration life(ClusterWord word) {
        if (word instanceof ClusterWord.Marks) {
            return LIFE_OF_MARKS;
        }
        return word.lasts() ? FOREVER : LIFE_OF_PASSING;
    }

    /** In whole minutes, so that many can be put at once. */
    private static Duration lifeOf(ClusterWord.View view) {
        long minutes = view.untilNext().isNegative() ? 0 : view.untilNext().toMinutes();
        return LIFE_OF_VIEWS.plusMinutes(3 * Math.min(minutes + 1, TimeUnit.DAYS.toMinutes(1)));
    }
}
