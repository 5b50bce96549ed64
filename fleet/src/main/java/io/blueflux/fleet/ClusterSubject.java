// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.fleet.ClusterWord.Later;
import io.blueflux.fleet.ClusterWord.Line;
import io.blueflux.fleet.ClusterWord.View;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One server, and whose line of polls counts: the newest. What it shows is taken only if the line is known to have begun after the poll
 * that was taken last: else a picture of earlier could follow one of later, and tell of ends that never were. Where that is not known,
 * the owner is told, and begins another. Not thread-safe.
 */
final class ClusterSubject {
    private static final Line NOBODY = new Line(0, "", 0, Map.of());
    private static final int REMEMBERED = 3;

    private final String key;
    private Line line = NOBODY;
    private boolean released = true;
    private boolean blocked;
    private String held = NOBODY.id(); // the line of the poll that was taken last
    private long highest; // the greatest number that was told in the line
    private @Nullable View view; // the last that was taken, while others poll
    private long due; // when the owner's next poll is due, in nanoseconds of this process
    private long heardAt;
    private long heardBefore;
    private @Nullable String claimant;
    private boolean proven;

    ClusterSubject(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    Line line() {
        return line;
    }

    boolean isReleased() {
        return released;
    }

    /** Whether what its line shows is not to be taken. */
    boolean isBlocked() {
        return blocked;
    }

    @Nullable
    View view() {
        return view;
    }

    long due() {
        return due;
    }

    /** Whoever owns it is to be heard from now on. */
    void expect(long now) {
        due = Math.max(due, now);
    }

    /** Returns when the owner was heard last, in nanoseconds of this process. */
    long heardAt() {
        return heardAt;
    }

    /** Returns when the owner was heard the time before: the poll that was told last began after. */
    long heardBefore() {
        return heardBefore;
    }

    /** Whether a member polls it, and this is its line. */
    boolean isOf(String member) {
        return !released && line.owner().equals(member);
    }

    /** Whether a line is newer than the one that counts. */
    boolean isOlderThan(Line next) {
        return compare(next, line) > 0;
    }

    /** Whether another than this member has told of it. */
    boolean isForeign(String self) {
        return line.epoch() > 0 && !line.owner().equals(self);
    }

    /** A member asks for it. */
    void claim(String member) {
        claimant = member;
    }

    boolean isClaimedBy(@Nullable String member) {
        return member != null && member.equals(claimant);
    }

    /** A poll that was made here, while another owns it, is over. */
    void prove() {
        proven = true;
    }

    boolean isProven() {
        return proven;
    }

    /**
     * Hears of another's poll.
     *
     * @param polls how many are known here
     * @return whether what it shows is to be taken
     */
    boolean hear(View word, long polls, long now) {
        int order = compare(word.line(), line);
        if (order < 0) {
            return false;
        }
        if (order > 0) {
            follow(word.line(), polls);
        }
        long number = word.report().server().poll().number();
        boolean isNew = number > highest || order > 0;
        released |= word.released();
        highest = Math.max(highest, number);
        due = now + word.untilNext().toNanos();
        heardBefore = isNew ? heardAt : heardBefore;
        heardAt = now;
        boolean isOfTheLine = number > line.base(); // else it is what was known before, told once more
        boolean isTaken = number > polls && (polls == 0 || (isOfTheLine && !blocked));
        view = isTaken ? word : view;
        return isTaken;
    }

    private void follow(Line next, long polls) {
        held = held(polls);
        line = next;
        released = false;
        blocked = polls > 0 && !next.follows(held, polls);
        highest = 0;
        proven = false;
    }

    /** Returns the line of the poll that is known here. */
    String held(long polls) {
        return line.epoch() > 0 && !blocked && polls > line.base() ? line.id() : held;
    }

    /** Polls are known here of a line from before others were heard: what these have told is taken only if it is known to be later. */
    void know(String before, long polls) {
        held = before;
        blocked = line.epoch() > 0 && !line.follows(before, polls);
        View told = view;
        if (told != null && (blocked || told.report().server().poll().number() <= polls)) {
            view = null;
        }
    }

    /** Begins a line of this member, after all polls that are known here, and one that is known elsewhere; returns it. */
    Line begin(String self, long polls, @Nullable Later other, long epochsBefore) {
        String known = held(polls);
        Map<String, Long> after = new LinkedHashMap<>(line.after());
        put(after, known, polls);
        put(after, line.id(), Math.max(highest, line.owner().equals(self) ? polls : 0));
        if (other != null) {
            put(after, other.line(), other.number());
        }
        while (after.size() > REMEMBERED) {
            after.remove(after.keySet().iterator().next());
        }
        long base = Math.max(Math.max(polls, highest), other == null ? 0 : other.number());
        held = known;
        line = new Line(Math.max(line.epoch(), epochsBefore) + 1, self, base, after);
        released = false;
        blocked = false;
        claimant = null;
        proven = false;
        view = null;
        highest = base;
        return line;
    }

    private static void put(Map<String, Long> after, String line, long poll) {
        long before = after.getOrDefault(line, 0L);
        after.remove(line); // so that it is the newest
        after.put(line, Math.max(before, poll));
    }

    /** Ends the line of this member; the next poll, of whoever follows, is due after a while. */
    void release(long next) {
        released = true;
        due = next;
    }

    /** The later epoch is the newer line; of two that began at once, the one of the greater name. */
    private static int compare(Line one, Line other) {
        int epochs = Long.compare(one.epoch(), other.epoch());
        return epochs == 0 ? one.owner().compareTo(other.owner()) : epochs;
    }
}
