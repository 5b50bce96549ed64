// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import java.util.Objects;

/** Telephone and microphones, part of {@link CreateRequest}. */
public final class VoiceSettings extends Setters<VoiceSettings> {
    VoiceSettings(RequestParameters.Builder sink) {
        super(sink);
    }

    /**
     * Names the telephone number of the conference, shown in the welcome message; the server has a default. Wire name
     * {@code dialNumber}.
     *
     * @param number the number as people dial it
     * @return these settings
     */
    public VoiceSettings dialNumber(String number) {
        return put(Parameter.DIAL_NUMBER, number);
    }

    /**
     * Sets the number of the voice conference, which callers type as PIN; it must be unique on the server. Random
     * unless said. Wire name {@code voiceBridge}.
     *
     * @param digits digits; leading zeros are kept
     * @return these settings
     */
    public VoiceSettings voiceBridge(String digits) {
        return put(Parameter.VOICE_BRIDGE, digits);
    }

    /**
     * Names the voice conference for browsers; the voice bridge unless said. Wire name {@code webVoice}; gone in 4.0.
     *
     * @param name the name
     * @return these settings
     */
    public VoiceSettings webVoice(String name) {
        return put(Parameter.WEB_VOICE, name);
    }

    /**
     * Mutes users as they join; the server has a default. Wire name {@code muteOnStart}.
     *
     * @param mute whether to
     * @return these settings
     */
    public VoiceSettings muteOnStart(boolean mute) {
        return put(Parameter.MUTE_ON_START, mute);
    }

    /**
     * Lets moderators unmute users; the server has a default, shipped as false. Wire name {@code
     * allowModsToUnmuteUsers}; BBB 2.2 and later.
     *
     * @param allow whether they may
     * @return these settings
     */
    public VoiceSettings allowModsToUnmuteUsers(boolean allow) {
        return put(Parameter.ALLOW_MODS_TO_UNMUTE_USERS, allow);
    }

    /**
     * Asks a user before a moderator unmutes them; false unless said. Wire name {@code
     * requireUserConsentBeforeUnmuting}; BBB 4.0 and later.
     *
     * @param require whether to ask
     * @return these settings
     */
    public VoiceSettings requireUserConsentBeforeUnmuting(boolean require) {
        return put(Parameter.REQUIRE_USER_CONSENT_BEFORE_UNMUTING, require);
    }

    /**
     * Chooses what carries the audio; the server has a default. Wire name {@code audioBridge}; BBB 3.0 and later.
     *
     * @param bridge the bridge
     * @return these settings
     */
    public VoiceSettings audioBridge(MediaBridge bridge) {
        Objects.requireNonNull(bridge, "bridge");
        return put(Parameter.AUDIO_BRIDGE, bridge.text());
    }
}
