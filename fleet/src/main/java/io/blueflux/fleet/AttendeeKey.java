// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import org.jspecify.annotations.Nullable;

/**
 * What tells attendees of a meeting apart. Several attendees may share it, so they are counted. A change of name or role is
 * another key.
 *
 * @param userId {@code userID}
 * @param fullName {@code fullName}
 * @param role {@code role}
 */
public record AttendeeKey(
        @Nullable String userId,
        @Nullable String fullName,
        @Nullable AttendeeRole role) {

    static AttendeeKey of(Attendee attendee) {
        return new AttendeeKey(attendee.userId(), attendee.fullName(), attendee.role());
    }
}
