// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import io.blueflux.Confidential;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A registered webhook (BBB API, "hooks/list").
 *
 * @param hookId {@code hookID}: a number before bbb-webhooks 3, a UUID since
 * @param callbackUrl {@code callbackURL}: what the server calls; may hold a secret of the receiver
 * @param meetingId {@code meetingID}: whose events it gets; null if those of all meetings
 * @param eventIds {@code eventID}: which events, in lower case; null if all, empty if none but raw ones; webhooks
 *     2.5 and later
 * @param permanent {@code permanentHook}: set up by the admin, cannot be removed
 * @param rawData {@code rawData}: gets BBB's internal messages
 * @param unknown elements without a place above
 */
public record Hook(
        @Nullable String hookId,
        @Nullable Confidential callbackUrl,
        @Nullable String meetingId,
        @Nullable List<String> eventIds,
        @Nullable Boolean permanent,
        @Nullable Boolean rawData,
        List<Element> unknown) {
    /** Refuses what is missing. */
    public Hook {
        Objects.requireNonNull(unknown, "unknown");
    }
}
