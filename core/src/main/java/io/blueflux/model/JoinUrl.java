// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import io.blueflux.Confidential;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to getJoinUrl. The URL is a credential.
 *
 * @param status {@code message}
 * @param url {@code url}: signed, to be opened as it is; its odd {@code ?&} belongs to what is signed; always
 *     there in an answer, and null only in what was read back from JSON
 * @param unknown members without a place above
 */
public record JoinUrl(Status status, @Nullable Confidential url, List<Element> unknown) {
    /** Refuses what is missing. */
    public JoinUrl {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }
}
