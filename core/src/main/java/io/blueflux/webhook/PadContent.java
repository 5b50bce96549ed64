// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code pad-content}: a piece of the shared notes or captions.
 *
 * @param head id, time, meeting
 * @param padId {@code pad.id}
 * @param externalPadId {@code pad.external-pad-id}
 * @param rev {@code pad.rev}: the revision
 * @param start {@code pad.start}: where the text begins
 * @param end {@code pad.end}: where it ends
 * @param text {@code pad.text}
 */
public record PadContent(
        Head head,
        @Nullable String padId,
        @Nullable String externalPadId,
        @Nullable Long rev,
        @Nullable Long start,
        @Nullable Long end,
        @Nullable String text)
        implements WebhookEvent {
    /** Refuses what is missing. */
    public PadContent {
        Objects.requireNonNull(head, "head");
    }
}
