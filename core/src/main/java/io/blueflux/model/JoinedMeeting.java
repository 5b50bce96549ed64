// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.blueflux.Confidential;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to join (BBB API, "join"): a session for one browser. Whoever has the tokens, the URL or the cookies is the
 * user, so they are confidential.
 *
 * <p>Servers of BBB 2.2 to 2.5 say {@code SUCCESS} to guests whom they turn away; see {@link #isDenied()}. A server that
 * redirects although it was asked not to says nothing but the URL: then {@code url} and {@code sessionToken} alone are
 * there, and the status holds no messageKey.
 *
 * @param status {@code messageKey}, for example {@code successfullyJoined}, {@code guestWait} or {@code guestDeny}
 * @param internalMeetingId {@code meeting_id}: the internal id of the meeting
 * @param internalUserId {@code user_id}: the internal id of the user
 * @param guestStatus {@code guestStatus}; BBB 2.2 and later
 * @param authToken {@code auth_token}
 * @param sessionToken {@code session_token}
 * @param url {@code url}: where the browser goes, the client or the page for waiting; BBB 2.2 and later
 * @param cookies the {@code Set-Cookie} headers of the answer as they came, a line each, for who passes them on to the browser:
 *     {@code cookies().reveal().lines()}; Blueflux neither keeps nor sends them
 * @param unknown elements without a place above
 */
public record JoinedMeeting(
        Status status,
        @Nullable String internalMeetingId,
        @Nullable String internalUserId,
        @Nullable GuestStatus guestStatus,
        @Nullable Confidential authToken,
        @Nullable Confidential sessionToken,
        @Nullable Confidential url,
        @Nullable Confidential cookies,
        List<Element> unknown) {
    /** Refuses what is missing. */
    public JoinedMeeting {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }

    /**
     * Tells whether the user is a guest whom the meeting turns away.
     *
     * @return true if the server said {@code DENY} or {@code guestDeny}
     */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean isDenied() {
        return GuestStatus.DENY.equals(guestStatus) || "guestDeny".equals(status.messageKey());
    }

    /**
     * Tells whether the user is a guest who waits for a moderator.
     *
     * @return true if the server said {@code WAIT} or {@code guestWait}
     */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean isWaiting() {
        return GuestStatus.WAIT.equals(guestStatus) || "guestWait".equals(status.messageKey());
    }
}
