// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.PrintableText;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.event.Level;
import reactor.core.scheduler.Scheduler;

/**
 * Writes a line for each change of a server's state: a warning where it gets worse. Where thousands go down at once the first
 * hundred are named, then one line counts the others, every ten seconds; likewise for those that get better. Thread-safe.
 */
final class LaneLog {
    private static final int LINES = 100;
    private static final Duration WHILE = Duration.ofSeconds(10);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 300;

    private final Scheduler timer;
    private final Budget worse = new Budget(Level.WARN);
    private final Budget better = new Budget(Level.INFO);

    LaneLog(Scheduler timer) {
        this.timer = timer;
    }

    void heard(ServerView before, ServerView now) {
        if (before.state() != now.state()) {
            boolean isWorse = now.state() == ServerState.UNSTABLE || now.state() == ServerState.DOWN;
            (isWorse ? worse : better).write(before.state(), now, isWorse ? why(now) : "");
        }
    }

    private static String why(ServerView now) {
        String reason = now.health().reason();
        return reason == null ? "" : ": " + shortened(reason, LONGEST_REASON);
    }

    private static String shortened(String text, int longest) {
        String line = PrintableText.line(text);
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }

    /** The lines of one level. */
    private final class Budget {
        private final Level level;
        private final Map<ServerState, Integer> unnamed = new EnumMap<>(ServerState.class);
        private int left;
        private long until = Long.MIN_VALUE;

        Budget(Level level) {
            this.level = level;
        }

        void write(ServerState before, ServerView now, String why) {
            if (FleetLog.LOG.isEnabledForLevel(level) && take(now.state())) {
                String name = shortened(now.name(), LONGEST_NAME);
                FleetLog.LOG.atLevel(level).log("server {} is {}, was {}{}", name, now.state(), before, why);
            }
        }

        private boolean take(ServerState state) {
            long now = timer.now(TimeUnit.NANOSECONDS);
            long alarm = 0;
            synchronized (this) {
                if (now >= until) {
                    until = now + WHILE.toNanos();
                    left = LINES;
                }
                if (left > 0) {
                    left--;
                    return true;
                }
                alarm = unnamed.isEmpty() ? until - now : 0;
                unnamed.merge(state, 1, Integer::sum);
            }
            if (alarm > 0) {
                timer.schedule(() -> HostCode.call("the log", this::sum), alarm, TimeUnit.NANOSECONDS);
            }
            return false;
        }

        private void sum() {
            Map<ServerState, Integer> counts;
            synchronized (this) {
                counts = new EnumMap<>(unnamed);
                unnamed.clear();
            }
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            FleetLog.LOG
                    .atLevel(level)
                    .log("{} more changes of servers' states within {} s: {}", all, WHILE.toSeconds(), counts);
        }
    }
}
