// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.time.Duration;

/**
 * Hears what a placement does, for meters and logs. Called on the thread that does it; must not block. What it throws is logged, and
 * hurts nobody.
 */
public interface PlacementListener {

    /** Hears nothing. */
    PlacementListener NONE = new PlacementListener() {};

    /**
     * A placement was built that tells this listener; heard before anything else of it.
     *
     * @param placement the placement
     */
    default void onBuilt(MeetingPlacement placement) {}

    /**
     * A findOrCreate has ended well.
     *
     * @param meeting what it found or created
     * @param elapsed how long it took
     */
    default void onPlaced(PlacedMeeting meeting, Duration elapsed) {}

    /**
     * A findOrCreate has ended in an error.
     *
     * @param meetingId the {@code meetingID}
     * @param error the error
     * @param elapsed how long it took
     */
    default void onFailed(String meetingId, Throwable error, Duration elapsed) {}

    /**
     * A server was looked at.
     *
     * @param server its name
     * @param answered whether it answered in time
     */
    default void onLooked(String server, boolean answered) {}

    /**
     * A create surely had no effect, and another server is tried if one may be.
     *
     * @param meetingId the {@code meetingID}
     * @param server the name of the server that failed
     * @param error what the create failed of
     */
    default void onFailedOver(String meetingId, String server, Throwable error) {}

    /**
     * A create ended so that nobody can say whether it had an effect; the same server is asked.
     *
     * @param meetingId the {@code meetingID}
     * @param server the server's name
     * @param error how the create ended
     */
    default void onAmbiguous(String meetingId, String server, Throwable error) {}

    /**
     * A meeting was seen on more than one server.
     *
     * @param doubled which, and where
     */
    default void onDoubled(MeetingDoubled doubled) {}
}
