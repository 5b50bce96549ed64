// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Agrees with other processes on who creates a meeting where, before it is created: the seam for a map that they share. It
 * saves the questions after a create; it is never the truth, which is what the servers list. One that fails, or takes longer than
 * a look may, is done without.
 */
@FunctionalInterface
public interface PlacementClaims {

    /**
     * Claims a meeting for a server, unless somebody has claimed it: put if absent.
     *
     * @param meetingId the {@code meetingID}
     * @param server the name of the server on which it is to be created
     * @param ttl how long the claim is to hold, unless it ends in an error before
     * @return the name of the server that the meeting is claimed for: this one, or that of whoever was first; cold
     */
    Mono<String> claim(String meetingId, String server, Duration ttl);
}
