// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fleet at a tick, and since which tick what is so. Immutable.
 *
 * @param run tells the pictures of this process from those of another
 * @param tick counts the pictures
 * @param totalsTick the tick at which the sums became these
 * @param lines of the servers, by name
 * @param gone servers that left, the latest last
 * @param sampled the last sample; null before the first
 * @param news the latest last
 * @param oldest the tick before which it is not remembered what left
 */
record Picture(
        String run,
        long tick,
        long at,
        Totals totals,
        long totalsTick,
        Map<String, Line> lines,
        List<Gone> gone,
        Samples samples,
        @Nullable Sampled sampled,
        List<News.Told> news,
        long oldest) {

    /**
     * A server.
     *
     * @param tick at which the row became so
     * @param spark people at the last samples
     */
    @SuppressWarnings("ArrayRecordComponent") // there are very many, and nobody changes them
    record Line(Row row, long tick, long[] spark) {}

    /** A server that left. */
    record Gone(String name, long tick) {}

    /** A sample, and how room was made for it. */
    record Sampled(long tick, Samples.Room room) {}

    /** Returns by what a stream goes on after this. */
    String id() {
        return run + "-" + tick;
    }

    /** Tells whether this is the picture at which a sample was taken. */
    boolean isSampled() {
        return sampled != null && sampled.tick() == tick;
    }

    /**
     * Returns the tick that an id means.
     *
     * @return null if what came since cannot be told, so that the whole picture must be: a sample that was missed for one, since it is of
     *     that moment's numbers
     */
    @Nullable
    Long tickOf(@Nullable String id) {
        if (id == null || !id.startsWith(run + "-")) {
            return null;
        }
        try {
            long then = Long.parseLong(id.substring(run.length() + 1));
            long least = Math.max(oldest, isSampled() ? tick - 1 : lastSample());
            return then >= least && then <= tick ? then : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Returns the tick of the last sample; 0 before the first. */
    long lastSample() {
        return sampled == null ? 0 : sampled.tick();
    }
}
