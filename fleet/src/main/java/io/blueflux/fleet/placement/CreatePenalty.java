// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

/**
 * Keeps new meetings from a server on which two creates failed in a row, for 30 s; then one is tried, and if that fails too, for
 * twice as long, up to 5 minutes. Polls may well go on succeeding meanwhile. Immutable; times are milliseconds.
 *
 * @param failures how many creates failed in a row
 * @param since when the last pause began; a create begun before is no news
 * @param until when the pause ends
 * @param pause how long it is; 0 if there is none
 */
record CreatePenalty(int failures, long since, long until, long pause) {

    /** No create failed. */
    static final CreatePenalty NONE = new CreatePenalty(0, Long.MIN_VALUE, Long.MIN_VALUE, 0);

    private static final long SET_BACK = 1_000; // two threads may read the clock in either order
    private static final int TOO_MANY = 2;
    private static final long FIRST = 30_000;
    private static final long LONGEST = 300_000;

    /** A pause that would begin later is one from before the clock was set back. */
    boolean isOn(long now) {
        return pause > 0 && now < until && now >= until - pause - SET_BACK;
    }

    /** Counts a failed create. */
    CreatePenalty failed(long begunAt, long now) {
        if (pause > 0 && begunAt < since) {
            return this;
        }
        int inARow = Math.min(failures + 1, TOO_MANY);
        if (inARow < TOO_MANY) {
            return new CreatePenalty(inARow, since, until, 0);
        }
        long next = pause == 0 ? FIRST : Math.min(2 * pause, LONGEST);
        return new CreatePenalty(inARow, now, now + next, next);
    }

    /** A create begins: after a pause it is the one that is tried, and the others wait for what comes of it as long again. */
    CreatePenalty tried(long now) {
        return pause == 0 ? this : new CreatePenalty(failures, since, now + pause, pause);
    }
}
