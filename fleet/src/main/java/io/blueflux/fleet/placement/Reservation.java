// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

/**
 * A meeting that this process placed on a server. Immutable.
 *
 * @param number tells it from all others of this process
 * @param server the server's name
 * @param meeting the meeting
 * @param isSure the meeting is there, by the server's word or the user's; if false, a create was sent and nobody knows what came of it
 * @param answersFrom an answer that was begun later knows of it: it lists it, or the meeting is no more. When create was
 *     answered; {@link #IN_FLIGHT} before. Milliseconds by the local clock
 */
record Reservation(long number, String server, CountedMeeting meeting, boolean isSure, long answersFrom) {

    /** Create is on its way: no answer can say that there is no such meeting. */
    static final long IN_FLIGHT = Long.MAX_VALUE;

    /** Tells whether an answer leaves nothing to remember. */
    boolean isSettledBy(SiteAnswer answer) {
        return answer.startedAt() > answersFrom;
    }

    boolean isInFlight() {
        return answersFrom == IN_FLIGHT;
    }

    /** Create was answered, at that time. */
    Reservation created(CountedMeeting created, long at) {
        return new Reservation(number, server, created, true, at);
    }

    /** Create ended so that nobody knows; until that time it may yet have an effect. */
    Reservation doubted(long until) {
        return new Reservation(number, server, meeting, false, until);
    }

    /** Tells whether this was answered later than now. */
    boolean isAhead(long now) {
        return isSure && answersFrom > now;
    }
}
