// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Objects;

/**
 * A text track of a simulated recording. Immutable.
 *
 * @param kind {@code subtitles} or {@code captions}
 * @param lang the language tag as listed, for example {@code en-US}
 * @param label its name for people
 * @param source {@code upload} or {@code live}
 * @param text what the file says, for example WebVTT; empty for a scripted track
 */
public record SimulatedTextTrack(String kind, String lang, String label, String source, String text) {
    /** Refuses what is missing. */
    public SimulatedTextTrack {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(lang, "lang");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Makes a track that was uploaded, without text.
     *
     * @param kind {@code subtitles} or {@code captions}
     * @param lang the language tag as listed
     * @param label its name for people
     * @return the track
     */
    public static SimulatedTextTrack of(String kind, String lang, String label) {
        return new SimulatedTextTrack(kind, lang, label, "upload", "");
    }
}
