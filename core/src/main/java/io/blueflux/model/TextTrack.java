// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import io.blueflux.Confidential;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Captions of a recording (BBB API, "getRecordingTextTracks").
 *
 * @param href {@code href}: where they are; works once, within an hour, for whoever knows it
 * @param kind {@code kind}: {@code subtitles} or {@code captions}
 * @param label {@code label}: the language's name, for people
 * @param lang {@code lang}, as in {@code en-US}
 * @param source {@code source}: who made them, for example {@code upload} or {@code live}
 * @param unknown members without a place above
 */
public record TextTrack(
        @Nullable Confidential href,
        @Nullable String kind,
        @Nullable String label,
        @Nullable String lang,
        @Nullable String source,
        List<Element> unknown) {
    /** Refuses what is missing. */
    public TextTrack {
        Objects.requireNonNull(unknown, "unknown");
    }
}
