// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/**
 * In which rhythm a lane goes on that another had begun.
 *
 * @param due when the next poll of the other is due, in nanoseconds of the timer; may have passed
 * @param isEarly whether there is to be a poll before, within a second
 */
record LaneRhythm(long due, boolean isEarly) {}
