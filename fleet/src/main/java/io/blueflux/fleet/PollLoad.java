// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/**
 * How many polls there are at the moment. Immutable.
 *
 * @param inFlight polls in flight of servers that are up or new
 * @param sickInFlight polls in flight of the others, which have a budget of their own
 * @param waiting polls that are due and wait until one of {@code inFlight} is over
 * @param sickWaiting polls that are due and wait until one of {@code sickInFlight} is over
 */
public record PollLoad(int inFlight, int sickInFlight, int waiting, int sickWaiting) {}
