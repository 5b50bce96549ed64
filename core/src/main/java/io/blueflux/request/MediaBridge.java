// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What carries audio, cameras or shared screens. An open set: {@link #of} takes any word, also one of a later server.
 *
 * @param text the word on the wire
 */
public record MediaBridge(String text) {
    /** BBB's own media server. */
    public static final MediaBridge BBB_WEBRTC_SFU = new MediaBridge("bbb-webrtc-sfu");

    /** LiveKit. */
    public static final MediaBridge LIVEKIT = new MediaBridge("livekit");

    /** FreeSWITCH; for audio only. */
    public static final MediaBridge FREESWITCH = new MediaBridge("freeswitch");

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    public MediaBridge {
        Objects.requireNonNull(text, "text");
        OpenWord.check("MediaBridge", text);
    }

    /**
     * Takes any word.
     *
     * @param text the word on the wire
     * @return the value
     * @throws IllegalArgumentException if it is empty or holds a blank or a comma
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MediaBridge of(String text) {
        Objects.requireNonNull(text, "text");
        return new MediaBridge(text);
    }

    /** Returns the word on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
