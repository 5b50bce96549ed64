// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.List;
import java.util.Locale;

/**
 * A registered webhook.
 *
 * @param meetingId the external ID of the only meeting it hears of, or an empty text for all
 * @param eventIds the only events it hears of, in lower case; none for all
 * @param permanent whether it comes from the server's settings
 */
record Hook(String id, String url, String meetingId, List<String> eventIds, boolean permanent, boolean rawData) {
    boolean hears(String event, String ofMeetingId) {
        boolean meeting = meetingId.isEmpty() || meetingId.equals(ofMeetingId);
        return meeting && (eventIds.isEmpty() || eventIds.contains(event.toLowerCase(Locale.ROOT))) && !rawData;
    }
}
