// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A meeting, and the server that it is on. Immutable. Make join URLs by {@code fleet.client(placed.server())}, with
 * {@link #createTime()}: should the meeting be created anew meanwhile, the server refuses such a URL.
 *
 * @param server the server's name
 * @param meeting the meeting, as deep as it was found: a create tells ids, times and passwords, a look counters and metadata,
 *     getMeetingInfo all
 * @param created it was created for this; false if it was there already
 * @param known its server answered just now; if false, it had the meeting when it last did, and may well have it still
 * @param supersedes the server on which the meeting was, or may have been created, and that does not answer; null if there is none.
 *     Should it come back with the meeting, there are two: see {@link MeetingPlacement#doubled}
 */
public record PlacedMeeting(
        String server,
        Meeting meeting,
        boolean created,
        boolean known,
        @Nullable String supersedes) {
    /** Refuses what is missing; no server supersedes itself. */
    public PlacedMeeting {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(meeting, "meeting");
        supersedes = server.equals(supersedes) ? null : supersedes;
    }

    static PlacedMeeting found(String server, Meeting meeting) {
        return new PlacedMeeting(server, meeting, false, true, null);
    }

    /**
     * Returns when the meeting was created.
     *
     * @return by the server's clock; null if the server did not say
     */
    public @Nullable Instant createTime() {
        return meeting.times().createTime();
    }

    PlacedMeeting superseding(@Nullable String other) {
        return new PlacedMeeting(server, meeting, created, known, other);
    }
}
