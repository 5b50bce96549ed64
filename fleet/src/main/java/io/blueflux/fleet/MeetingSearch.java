// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking for a meeting. Immutable.
 *
 * @param found the meeting and where it is; null if no server that answered has it
 * @param unanswered the servers that may have it: those that failed when asked, those that did not answer in time, and those
 *     that were not asked, being down; in the fleet's order. Empty if the meeting was found
 */
public record MeetingSearch(@Nullable LocatedMeeting found, List<String> unanswered) {

    /** Copies the list. */
    public MeetingSearch {
        unanswered = List.copyOf(Objects.requireNonNull(unanswered, "unanswered"));
    }

    /**
     * Tells whether the meeting does not exist for sure.
     *
     * @return true if every server answered, and none has it
     */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean isAbsent() {
        return found == null && unanswered.isEmpty();
    }
}
