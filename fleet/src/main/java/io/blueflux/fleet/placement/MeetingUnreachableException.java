// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.PrintableText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A meeting is on none of the servers that answered, and may be on those that did not. */
public final class MeetingUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NAMED = 5;

    private final String meetingId;
    private final List<String> unanswered;

    /**
     * Makes the error.
     *
     * @param meetingId the {@code meetingID}
     * @param unanswered the names of the servers that may have it
     */
    public MeetingUnreachableException(String meetingId, List<String> unanswered) {
        super("no server that answers has the meeting "
                + PrintableText.line(Objects.requireNonNull(meetingId, "meetingId"))
                + described(Objects.requireNonNull(unanswered, "unanswered")));
        this.meetingId = meetingId;
        this.unanswered = List.copyOf(unanswered);
    }

    /**
     * Returns which meeting it is.
     *
     * @return the {@code meetingID}
     */
    public String meetingId() {
        return meetingId;
    }

    /**
     * Returns who may have it.
     *
     * @return the servers' names
     */
    public List<String> unanswered() {
        return unanswered;
    }

    private static String described(List<String> unanswered) {
        String names = unanswered.stream().limit(NAMED).map(PrintableText::line).collect(Collectors.joining(", "));
        int more = unanswered.size() - NAMED;
        return "; no answer from " + names + (more > 0 ? " and " + more + " more" : "");
    }
}
