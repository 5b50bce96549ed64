// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

/**
 * A server that may take a meeting.
 *
 * @param site the server
 * @param load its load
 * @param score its load with the new meeting, for its weight: the least wins
 */
record Candidate(Site site, double load, double score) {}
