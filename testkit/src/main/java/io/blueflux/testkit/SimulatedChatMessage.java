// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Objects;

/**
 * A message of a simulated meeting's public chat. Immutable.
 *
 * @param id the server's own ID of the message
 * @param userName who says it; {@code System} if the caller named nobody
 * @param text what is said
 * @param sentAt milliseconds since the epoch
 */
public record SimulatedChatMessage(String id, String userName, String text, long sentAt) {
    /** Refuses what is missing. */
    public SimulatedChatMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(userName, "userName");
        Objects.requireNonNull(text, "text");
    }

    /** Returns the sender's name. */
    @Override
    public String toString() {
        return "message of " + userName;
    }
}
