// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Objects;

/**
 * A presentation that a create or insertDocument call sent in its XML body. Immutable.
 *
 * @param name the shown name: {@code filename} of a document by URL, {@code name} of an inline one; empty if absent
 * @param url where the server would fetch it; empty for an inline document
 * @param contentBytes the size of the decoded inline content; 0 for a document by URL
 * @param current the attribute {@code current}
 * @param downloadable the attribute {@code downloadable}
 * @param removable the attribute {@code removable}, which is true by default
 */
public record SlideDocument(
        String name, String url, int contentBytes, boolean current, boolean downloadable, boolean removable) {
    /** Refuses what is missing. */
    public SlideDocument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
    }
}
