// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;

/**
 * The answer to getJoinUrl. Its {@code toString} hides the URL, which is a credential.
 *
 * @param status {@code message}
 * @param url {@code url}: signed, to be opened as it is; its odd {@code ?&} belongs to what is signed
 * @param unknown members without a place above
 */
public record JoinUrl(Status status, String url, List<Element> unknown) {
    /** Refuses what is missing. */
    public JoinUrl {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(unknown, "unknown");
    }

    /** Returns the parts, the URL blotted. */
    @Override
    public String toString() {
        return "JoinUrl[status=" + status + ", url=***, unknown=" + unknown + "]";
    }
}
