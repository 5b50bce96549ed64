// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;

/**
 * The answer to end: the server has taken the order. The meeting is gone when getMeetingInfo says {@code notFound}.
 *
 * @param status {@code messageKey} is {@code sentEndMeetingRequest}
 * @param unknown elements without a place above
 */
public record EndedMeeting(Status status, List<Element> unknown) {
    /** Refuses what is missing. */
    public EndedMeeting {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }
}
