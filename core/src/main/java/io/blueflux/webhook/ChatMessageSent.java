// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code chat-group-message-sent}: a message in the public chat.
 *
 * @param head id, time, meeting
 * @param chatId {@code chat-id}
 * @param messageId {@code chat-message.id}
 * @param message {@code chat-message.message}: what the user wrote, may hold HTML
 * @param sender {@code chat-message.sender}; webhooks before 3.0 wrote the name into {@code external-user-id}
 * @param senderName {@code chat-message.sender.name}; webhooks 3.0 and later
 * @param time {@code chat-message.sender.time}
 */
public record ChatMessageSent(
        Head head,
        @Nullable String chatId,
        @Nullable String messageId,
        @Nullable String message,
        UserIds sender,
        @Nullable String senderName,
        @Nullable Instant time)
        implements WebhookEvent {
    /** Refuses what is missing. */
    public ChatMessageSent {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(sender, "sender");
    }
}
