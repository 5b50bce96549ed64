// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;

/**
 * The answer to sendChatMessage: the message is in the public chat.
 *
 * @param status {@code messageKey} and {@code message} are empty
 * @param unknown elements without a place above
 */
public record SentChatMessage(Status status, List<Element> unknown) {
    /** Refuses what is missing. */
    public SentChatMessage {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }
}
