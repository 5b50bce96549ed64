// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a meeting (BBB API, getMeetingInfo, {@code attendee}). Servers list one who left for up to 90 seconds.
 *
 * @param userId {@code userID}: the external id, or an internal one if join gave none; several attendees may share it
 * @param fullName {@code fullName}
 * @param role {@code role}
 * @param isPresenter {@code isPresenter}
 * @param isListeningOnly {@code isListeningOnly}
 * @param hasJoinedVoice {@code hasJoinedVoice}
 * @param hasVideo {@code hasVideo}
 * @param clientType {@code clientType}, for example {@code HTML5}; BBB 2.0 and later
 * @param customdata {@code customdata}: the join call's {@code userdata-} values; empty if there are none
 * @param unknown elements without a place above
 */
public record Attendee(
        @Nullable String userId,
        @Nullable String fullName,
        @Nullable AttendeeRole role,
        @Nullable Boolean isPresenter,
        @Nullable Boolean isListeningOnly,
        @Nullable Boolean hasJoinedVoice,
        @Nullable Boolean hasVideo,
        @Nullable String clientType,
        Map<String, String> customdata,
        List<Element> unknown) {
    /** Refuses what is missing. */
    public Attendee {
        Objects.requireNonNull(customdata, "customdata");
        Objects.requireNonNull(unknown, "unknown");
    }
}
