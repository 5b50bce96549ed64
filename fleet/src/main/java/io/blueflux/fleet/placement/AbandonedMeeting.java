// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.error.Failure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that was given up. Immutable.
 *
 * @param server the name of the server that it was on
 * @param meetingId its {@code meetingID}
 * @param failure why it could not be ended; null if it was, or was not there any more
 */
public record AbandonedMeeting(
        String server, String meetingId, @Nullable Failure failure) {
    /** Refuses what is missing. */
    public AbandonedMeeting {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(meetingId, "meetingId");
    }
}
