// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user's session (BBB API, "getSessions").
 *
 * @param internalMeetingId {@code meetingID}, which is the meeting's internal id here
 * @param meetingName {@code meetingName}
 * @param userName {@code userName}
 * @param unknown elements without a place above
 */
public record Session(
        @Nullable String internalMeetingId,
        @Nullable String meetingName,
        @Nullable String userName,
        List<Element> unknown) {
    /** Refuses what is missing. */
    public Session {
        Objects.requireNonNull(unknown, "unknown");
    }
}
