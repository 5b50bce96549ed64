// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.PrintableText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A create was sent, nobody can say whether it had an effect, and no other server was allowed. Asking again is safe: it finds the
 * meeting if it is there, and creates it if it is not.
 */
public final class MeetingUncertainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String meetingId;
    private final String server;

    /**
     * Makes the error.
     *
     * @param meetingId the {@code meetingID}
     * @param server the name of the server on which the meeting may be
     * @param cause what the last call to it failed of; null if nothing is known
     */
    public MeetingUncertainException(String meetingId, String server, @Nullable Throwable cause) {
        super(
                "the meeting " + PrintableText.line(Objects.requireNonNull(meetingId, "meetingId"))
                        + " may or may not have been created on "
                        + PrintableText.line(Objects.requireNonNull(server, "server")),
                cause);
        this.meetingId = meetingId;
        this.server = server;
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
     * Returns where it may be.
     *
     * @return the server's name
     */
    public String server() {
        return server;
    }
}
