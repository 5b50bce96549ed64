// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

/** Polls end on other threads than those on which lines begin. */
class ClusterLinesRaceTest {
    private static final int LINES = 10_000;
    private static final String SELF = "me";
    private static final String KEY = ClusterKeys.of(Scripted.server("s"));

    private final FleetState state = new FleetState(Clock.systemUTC());
    private final ServerIdentity server = new ServerIdentity("s");
    private final List<ClusterWord> told = new ArrayList<>();
    private final ClusterLines lines = new ClusterLines(
            new NoLanes(), state, Schedulers.immediate(), new ClusterMemory(new AnswerMemory(1 << 20)), told::add);
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private final Thread lane = new Thread(this::poll);

    /** A poll that was taken, and in which line. */
    private record Taken(long number, ClusterWord.Line line) {}

    @BeforeEach
    void begin() {
        ClusterCrowd crowd = new ClusterCrowd();
        crowd.come(new ClusterMembers(List.of(SELF, "other"), key -> SELF), Instant.EPOCH);
        crowd.hear(new ClusterWord.Member(SELF, Set.of(KEY), false));
        crowd.hear(new ClusterWord.Member("other", Set.of(KEY), false));
        state.add(server, ServerView.fresh("s", Instant.EPOCH), null);
        lines.begin(SELF, crowd);
        lines.open();
        lines.come("s", KEY);
        lines.settle();
        lane.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        stopped = true;
        lane.join();
    }

    @Test
    void noPollOfALineIsNumberedAsOneOfTheNext() throws InterruptedException {
        Set<ClusterWord.Line> begun = new LinkedHashSet<>();
        for (int i = 0; i < LINES; i++) {
            lines.hear(new ClusterWord.Later(KEY, i + " other", 0));
            begun.add((ClusterWord.Line)
                    requireNonNull(requireNonNull(state.get("s")).turn()));
        }
        end();

        Map<Long, Long> last = new HashMap<>();
        taken.forEach(each -> last.merge(each.line().epoch(), each.number(), Math::max));
        List<String> wrong = new ArrayList<>();
        long newest = 0;
        for (ClusterWord.Line line : begun) {
            if (newest > line.base()) {
                wrong.add(line.id() + " begins at " + line.base() + " after poll " + newest);
            }
            newest = Math.max(newest, last.getOrDefault(line.epoch(), 0L));
        }
        assertThat(taken).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPictureOfAnotherFollowsAPollThatItsLineDoesNotKnow() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < LINES / 5; i++) {
            ClusterWord.Line mine = (ClusterWord.Line)
                    requireNonNull(requireNonNull(state.get("s")).turn());
            long number = mine.base();
            while (number == mine.base()) {
                number = requireNonNull(state.get("s")).view().poll().number();
            }
            taken.clear();
            ClusterWord.Line others =
                    new ClusterWord.Line(mine.epoch() + 1, "other", number, Map.of(mine.id(), number));
            lines.hear(new ClusterWord.View(KEY, others, false, Duration.ZERO, report(number + 2)));
            boolean isTaken = requireNonNull(state.get("s")).view().bbbVersion() == null;
            long mineNow = taken.stream()
                    .filter(each -> each.line().equals(mine))
                    .mapToLong(Taken::number)
                    .max()
                    .orElse(number);
            if (isTaken && mineNow > number) {
                wrong.add("poll " + mineNow + " of " + mine.id() + " is followed by one that knows " + number);
            }
            lines.hear(new ClusterWord.View(KEY, others, true, Duration.ZERO, report(number + 3)));
        }
        assertThat(wrong).isEmpty();
    }

    private void poll() {
        while (!stopped) {
            FleetState.Entry entry = requireNonNull(state.get("s"));
            if (entry.turn() instanceof ClusterWord.Line line) {
                long number = entry.view().poll().number() + 1;
                if (state.publish(server, own(number), line) != null) {
                    taken.add(new Taken(number, line));
                }
            }
        }
    }

    private static ServerReport own(long number) {
        ServerView view = ServerView.fresh("s", Instant.EPOCH).withPolls(number);
        ServerView mine = new ServerView(
                view.name(), view.health(), false, false, true, view.poll(), Map.of(), view.counts(), "mine");
        return new ServerReport(mine, Duration.ZERO, Duration.ZERO, null);
    }

    private static ServerReport report(long number) {
        ServerView view = ServerView.fresh("s", Instant.EPOCH).withPolls(number);
        return new ServerReport(view, Duration.ZERO, Duration.ZERO, null);
    }

    /** None that are of interest here. */
    private static final class NoLanes implements ClusterLines.Lanes {
        @Override
        public Duration untilNext(String name) {
            return Duration.ZERO;
        }

        @Override
        public Duration deadline(String name) {
            return Duration.ZERO;
        }
    }
}
