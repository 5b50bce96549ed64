// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.FleetSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sums of the fleet.
 *
 * @param unknownMeetings how many of the meetings are on servers that do not answer
 * @param largest people of the largest meeting
 * @param states how many servers are in each
 */
record Totals(
        long servers,
        long meetings,
        long unknownMeetings,
        long people,
        long voice,
        long video,
        long listeners,
        long moderators,
        long largest,
        Map<String, Integer> states) {

    static Totals of(FleetSnapshot fleet) {
        FleetCounts counts = fleet.totals();
        Map<String, Integer> states = new LinkedHashMap<>();
        fleet.states().forEach((state, number) -> states.put(Row.word(state), number));
        return new Totals(
                fleet.servers().size(),
                counts.meetings(),
                fleet.unknownMeetings(),
                counts.participants(),
                counts.voiceParticipants(),
                counts.videos(),
                counts.listeners(),
                counts.moderators(),
                counts.largestMeeting(),
                states);
    }
}
