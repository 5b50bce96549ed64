// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;
import java.util.Objects;

/**
 * The answer to insertDocument: the server has taken the documents. Whether it can fetch and convert them, no answer tells.
 *
 * @param status {@code message}; no version sends a {@code messageKey}
 * @param unknown elements without a place above
 */
public record InsertedDocuments(Status status, List<Element> unknown) {
    /** Refuses what is missing. */
    public InsertedDocuments {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(unknown, "unknown");
    }
}
