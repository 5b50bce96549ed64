// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.error.BbbException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a lane knows of its server, from poll to poll. Anybody may look; only the poll changes it, of which there is one at a time.
 */
final class LaneView {
    private static final int LONGEST_REASON = 1_000;

    private final HealthPolicy policy;
    private volatile BookOfMeetings book;
    private final LaneVersionRhythm version = new LaneVersionRhythm();
    private final AnswerMemory.Holder memory;
    private volatile ServerView now;
    private volatile boolean slow; // the last poll held its permit for long
    private volatile @Nullable LaneAnswer answer;

    /** Goes on from what is known of the server. */
    LaneView(ServerView first, LaneSettings settings) {
        this.policy = settings.policy();
        this.book = new BookOfMeetings(first);
        this.memory = settings.memory().holder();
        this.now = first;
        memory.use().end(first.meetings().values());
    }

    ServerView now() {
        return now;
    }

    /** Goes on from what another has polled, if it is not what was polled here last. */
    void follow(ServerView known) {
        if (!known.poll().equals(now.poll())) {
            book = new BookOfMeetings(known);
            now = known;
            memory.use().end(known.meetings().values());
        }
    }

    /** Returns the last answer; null if that read no metadata, or there was none. */
    @Nullable
    LaneAnswer answer() {
        return answer;
    }

    boolean isSlow() {
        return slow;
    }

    /** Whether there was an answer, and the last had no meeting. */
    boolean hadNoMeeting() {
        return book.isEmpty();
    }

    /** Whether a meeting came up less than a minute ago. */
    boolean isStarting(long nanos) {
        return book.isStarting(nanos);
    }

    int failuresSinceDown() {
        return Math.max(0, now.health().failuresInARow() - policy.downAfter());
    }

    boolean wantsVersion(PollPlan how, long poll) {
        return version.isDue(how, poll, now.state());
    }

    /** Begins to count what a poll's answers take. */
    AnswerMemory.Holder.Use use() {
        return memory.use();
    }

    /** What is known is nobody's any more. */
    void close() {
        memory.close();
    }

    void tookLong(boolean itDid) {
        slow = itDid;
    }

    void answered(
            ServerView.Poll poll,
            LaneReading reading,
            PollPlan how,
            long start,
            long nanos,
            AnswerMemory.Holder.Use use) {
        Map<String, FleetMeeting> meetings =
                sameOr(now.meetings(), book.update(reading.meetings(), how, poll.at(), nanos, use::takeMissing));
        use.end(meetings.values());
        version.answered(how, poll.number(), reading.version().isPresent());
        Optional<String> known = Optional.ofNullable(now.bbbVersion());
        now = new ServerView(
                now.name(),
                now.health().answered(policy, poll.at()),
                false,
                false,
                true,
                poll,
                meetings,
                meetings == now.meetings() ? now.counts() : FleetCounts.of(meetings.values()),
                reading.version().or(() -> known).orElse(null));
        answer = how.depth() == PollDepth.COUNTERS ? null : new LaneAnswer(start, now);
    }

    /** Meetings that did not change stay the same objects: who compares them sees that at once. */
    private static Map<String, FleetMeeting> sameOr(Map<String, FleetMeeting> before, Map<String, FleetMeeting> after) {
        boolean same = before.size() == after.size();
        Iterator<Map.Entry<String, FleetMeeting>> others = before.entrySet().iterator();
        Iterator<Map.Entry<String, FleetMeeting>> each = after.entrySet().iterator();
        while (same && each.hasNext()) {
            same = each.next().equals(others.next()); // in the same order
        }
        return same ? before : after;
    }

    void failed(ServerView.Poll poll, @Nullable Throwable error) {
        now = new ServerView(
                now.name(),
                now.health().failed(policy, reason(error), poll.at()),
                false,
                false,
                false,
                poll,
                now.meetings(),
                now.counts(),
                now.bbbVersion());
    }

    /** The text of our own errors holds nothing secret; of others there is no knowing. */
    private static String reason(@Nullable Throwable error) {
        if (error instanceof BbbException) {
            String text = String.valueOf(error.getMessage());
            return text.substring(0, Math.min(text.length(), LONGEST_REASON));
        }
        return error == null ? "" : error.getClass().getName();
    }
}
