// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.model.Meeting;
import java.util.Objects;

/**
 * A meeting and where it is. Immutable.
 *
 * @param server the server's name
 * @param known the server answers; if false, it had the meeting when it last did
 * @param meeting what the server said
 */
public record LocatedMeeting(String server, boolean known, Meeting meeting) {
    /** Refuses what is missing. */
    public LocatedMeeting {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(meeting, "meeting");
    }
}
