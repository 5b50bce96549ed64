// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.model.Meeting;
import java.util.List;

/** What a pass counts, so that its variants can be checked equal. */
final class Attendees {
    private Attendees() {}

    static int in(List<Meeting> meetings) {
        return meetings.stream().mapToInt(meeting -> meeting.attendees().size()).sum();
    }
}
