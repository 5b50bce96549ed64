// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A registered webhook. What was sent empty is not what was not sent: a hook for the meeting of an empty ID, or for the
 * event of an empty name, hears nothing.
 *
 * @param meetingId the external ID of the only meeting it hears of, or null for all
 * @param eventIds the only events it hears of, in lower case, or null for all
 * @param permanent whether it comes from the server's settings
 * @param rawData what {@code getRaw} was, as JSON prints it
 */
record Hook(
        String id,
        String url,
        @Nullable String meetingId,
        @Nullable List<String> eventIds,
        boolean permanent,
        String rawData) {
    static Hook permanent(String id, String url) {
        return new Hook(id, url, null, null, true, "false");
    }

    boolean hears(String event) {
        boolean raw = !rawData.equals("false") && !rawData.equals("0") && !rawData.equals("null");
        return !raw && (eventIds == null || eventIds.contains(event.toLowerCase(Locale.ROOT)));
    }
}
