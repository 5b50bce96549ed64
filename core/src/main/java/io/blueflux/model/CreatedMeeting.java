// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to create (BBB API, "create"). For a meetingId in use it describes the existing meeting and
 * {@link #isDuplicate()} is true.
 *
 * @param status {@code messageKey} and {@code message}
 * @param meetingId {@code meetingID}
 * @param internalMeetingId {@code internalMeetingID}
 * @param parentMeetingId {@code parentMeetingID}; {@code bbb-none} unless it is a breakout room
 * @param createTime {@code createTime}: what join's {@code createTime} wants
 * @param createDate {@code createDate}, for people
 * @param duration {@code duration}: how long it may last; zero means no bound
 * @param hasUserJoined {@code hasUserJoined}
 * @param hasBeenForciblyEnded {@code hasBeenForciblyEnded}
 * @param access voice bridge, telephone number, passwords
 * @param unknown elements without a place above
 */
public record CreatedMeeting(
        Status status,
        @Nullable String meetingId,
        @Nullable String internalMeetingId,
        @Nullable String parentMeetingId,
        @Nullable Instant createTime,
        @Nullable String createDate,
        @Nullable Duration duration,
        @Nullable Boolean hasUserJoined,
        @Nullable Boolean hasBeenForciblyEnded,
        Meeting.Access access,
        List<Element> unknown) {
    /** Refuses what is missing. */
    public CreatedMeeting {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(unknown, "unknown");
    }

    /**
     * Tells whether the meeting existed already, so that this call changed nothing.
     *
     * @return true if the server said {@code duplicateWarning}
     */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean isDuplicate() {
        return "duplicateWarning".equals(status.messageKey());
    }
}
