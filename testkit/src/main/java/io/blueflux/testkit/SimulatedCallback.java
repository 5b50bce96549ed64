// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Objects;

/**
 * A request that a simulated server made, or gave up making, to tell somebody what happened. Immutable.
 *
 * @param event the event's name, such as {@code user-joined}; {@code endCallbackUrl}, {@code meetingEndedURL} or
 *     {@code recordingReady} for the callbacks of those names
 * @param url where it went, without the checksum
 * @param attempts how often it was sent
 * @param status the last HTTP status, 0 if there was none
 * @param delivered whether the receiver took it
 */
public record SimulatedCallback(String event, String url, int attempts, int status, boolean delivered) {
    /** Refuses what is missing. */
    public SimulatedCallback {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(url, "url");
    }

    /** Returns event and outcome; the URL may be a secret. */
    @Override
    public String toString() {
        return event + (delivered ? " delivered" : " not delivered") + ", attempts " + attempts + ", status " + status;
    }
}
