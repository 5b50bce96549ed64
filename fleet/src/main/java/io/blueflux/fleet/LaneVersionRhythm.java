// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/**
 * With which polls a server is asked for its version: with every so many, and sooner while it has not told. A server that never
 * tells is asked ever more rarely, one that is down is not asked. Touched by the poll alone.
 */
final class LaneVersionRhythm {
    private static final int MAX_DOUBLINGS = 20;

    private long next = 1;
    private int inVain;
    private boolean asked;

    boolean isDue(PollPlan plan, long poll, ServerState state) {
        asked = plan.versionEvery() > 0 && poll >= next && state != ServerState.DOWN;
        return asked;
    }

    /** The poll was answered, with the version or without. */
    void answered(PollPlan plan, long poll, boolean told) {
        if (asked) {
            inVain = told ? 0 : Math.min(inVain + 1, MAX_DOUBLINGS);
            next = poll + (told ? plan.versionEvery() : Math.min(plan.versionEvery(), 1L << (inVain - 1)));
        }
    }
}
