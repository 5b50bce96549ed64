// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;

/**
 * How much a meeting loads its server, in any unit: loads are only compared with one another. New meetings, and those that no
 * answer has shown yet, are reckoned by the same function, so that what is reserved for them has the unit of what is seen.
 *
 * <p>It is called for every meeting of every server that comes into question, on the thread that decides, by several at once.
 * It must be quick, give the same for the same, and block nowhere. What it throws, and a result that is negative or not a
 * number, counts as an infinite load, so that such a server comes last; the first time this is logged.
 */
@FunctionalInterface
public interface MeetingLoad {

    /**
     * 5 for the meeting, 1 for each participant, ½ for each who speaks or listens and ½ for each camera; of a breakout room all
     * but the 5.
     */
    MeetingLoad DEFAULT = new DefaultLoad();

    /**
     * Reckons a meeting.
     *
     * @param meeting the meeting, with its counters and metadata but without attendees; one that no answer has shown yet
     *     has its ids, times, metadata of placement and {@code maxUsers} alone
     * @param participants how many count: those who are there, or those who are expected by now where these are more
     * @return its load, from 0 on
     */
    double of(Meeting meeting, double participants);
}
