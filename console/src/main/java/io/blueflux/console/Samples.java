// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.util.Arrays;

/**
 * The last hour at up to 120 moments. The first are a second apart; whenever there is no more room every second one is given up and the
 * pace halves, until they span an hour; then the oldest makes room. Immutable; the arrays are nobody's to change.
 *
 * @param at the moments, in epoch milliseconds
 * @param pace how many ticks there are from one to the next
 */
@SuppressWarnings("ArrayRecordComponent") // nobody changes them
record Samples(long[] at, long[] people, long[] meetings, int pace) {
    private static final int ROOM = 120;
    private static final int SLOWEST = 32;
    private static final Samples NONE = new Samples(new long[0], new long[0], new long[0], 1);

    /** How room was made for a sample. */
    enum Room {
        /** There was some. */
        SPARE,
        /** Every second one was given up, of which the last is not. */
        THIN,
        /** The oldest was given up. */
        DROP
    }

    static Samples none() {
        return NONE;
    }

    /** Returns how room will be made for the next one. */
    Room room() {
        if (at.length < ROOM) {
            return Room.SPARE;
        }
        return pace < SLOWEST ? Room.THIN : Room.DROP;
    }

    Samples with(long now, Totals totals) {
        Room room = room();
        return new Samples(
                appended(at, now, room, at.length),
                appended(people, totals.people(), room, at.length),
                appended(meetings, totals.meetings(), room, at.length),
                room == Room.THIN ? 2 * pace : pace);
    }

    /**
     * Returns a row of values with one more.
     *
     * @param values those at the last moments; there may be fewer than moments
     * @param moments how many moments there were
     */
    static long[] appended(long[] values, long next, Room room, int moments) {
        long[] kept = switch (room) {
            case SPARE -> values;
            case THIN -> thinned(values);
            case DROP -> values.length < moments ? values : Arrays.copyOfRange(values, 1, values.length);
        };
        long[] longer = Arrays.copyOf(kept, kept.length + 1);
        longer[kept.length] = next;
        return longer;
    }

    private static long[] thinned(long[] values) {
        long[] kept = new long[(values.length + 1) / 2];
        for (int i = 0; i < kept.length; i++) {
            kept[kept.length - 1 - i] = values[values.length - 1 - 2 * i];
        }
        return kept;
    }
}
