// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One {@code meetingID} has a running meeting on more than one server. Immutable. All processes that see the same meetings name
 * the same winner: one that somebody has joined before an empty one, then the one created earlier, then the first in the order of
 * the meeting. Nobody is moved; who asks for the meeting from now on gets the winner.
 *
 * @param meetingId the {@code meetingID}
 * @param servers the names of the servers, the winner's first
 * @param ended the server on which the meeting was ended at once, since this process had created it a moment ago and nobody was in
 *     it; null if none was
 */
public record MeetingDoubled(
        String meetingId, List<String> servers, @Nullable String ended) {
    /** Refuses what is missing. */
    public MeetingDoubled {
        Objects.requireNonNull(meetingId, "meetingId");
        servers = List.copyOf(Objects.requireNonNull(servers, "servers"));
    }

    /**
     * Returns where the meeting goes on.
     *
     * @return the server's name
     */
    public String winner() {
        return servers.get(0);
    }
}
