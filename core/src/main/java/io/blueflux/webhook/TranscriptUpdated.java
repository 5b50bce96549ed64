// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code transcript-updated}; webhooks 3.5 and later.
 *
 * @param head id, time, meeting
 * @param user who speaks
 * @param transcriptId {@code transcript.id}
 * @param transcript {@code transcript.transcript}: what was said
 * @param locale {@code transcript.locale}
 * @param isFinal {@code transcript.final}: the text will not change any more
 */
public record TranscriptUpdated(
        Head head,
        UserIds user,
        @Nullable String transcriptId,
        @Nullable String transcript,
        @Nullable String locale,
        @Nullable Boolean isFinal)
        implements WebhookEvent {
    /** Refuses what is missing. */
    public TranscriptUpdated {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(user, "user");
    }
}
