// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/** How much a poll asks for and keeps. */
public enum PollDepth {
    /** getMeetings; of each meeting ids, times, flags and numbers are kept. There are no events of attendees. */
    COUNTERS,
    /** getMeetings, kept whole. */
    MEETINGS,
    /** getMeetings, then getMeetingInfo of each meeting; one whose info fails is kept as the list has it. */
    INFO
}
