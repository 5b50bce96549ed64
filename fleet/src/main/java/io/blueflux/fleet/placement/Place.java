// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;

/**
 * A server on which a meeting is, or may be. Immutable.
 *
 * @param server its name
 * @param meeting what is known of the meeting
 * @param isSure the server said so; if false, a create was sent and nobody knows what became of it
 * @param knownAt since when that is known, in milliseconds by the local clock
 */
record Place(String server, Meeting meeting, boolean isSure, long knownAt) {}
