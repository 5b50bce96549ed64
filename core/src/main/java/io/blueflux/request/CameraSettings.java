// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import java.util.Objects;

/** Cameras and shared screens, part of {@link CreateRequest}. */
public final class CameraSettings extends Setters<CameraSettings> {
    CameraSettings(RequestParameters.Builder sink) {
        super(sink);
    }

    /**
     * Shows the cameras of viewers to moderators only; the server has a default, shipped as false. Wire name {@code
     * webcamsOnlyForModerator}.
     *
     * @param only whether to
     * @return these settings
     */
    public CameraSettings webcamsOnlyForModerator(boolean only) {
        return put(Parameter.WEBCAMS_ONLY_FOR_MODERATOR, only);
    }

    /**
     * Lets moderators close the cameras of others; the server has a default, shipped as false. Wire name {@code
     * allowModsToEjectCameras}; BBB 2.4 and later.
     *
     * @param allow whether they may
     * @return these settings
     */
    public CameraSettings allowModsToEjectCameras(boolean allow) {
        return put(Parameter.ALLOW_MODS_TO_EJECT_CAMERAS, allow);
    }

    /**
     * Lets moderators ask users to share their camera; false unless said. Wire name {@code
     * allowModsToRequestCameraShare}; BBB 4.1 and later.
     *
     * @param allow whether they may
     * @return these settings
     */
    public CameraSettings allowModsToRequestCameraShare(boolean allow) {
        return put(Parameter.ALLOW_MODS_TO_REQUEST_CAMERA_SHARE, allow);
    }

    /**
     * Limits the cameras of one user; 3 unless said. Wire name {@code userCameraCap}; BBB 2.4.5 and later.
     *
     * @param cameras how many; 0 for no limit
     * @return these settings
     */
    public CameraSettings userCameraCap(int cameras) {
        return put(Parameter.USER_CAMERA_CAP, cameras);
    }

    /**
     * Limits the cameras of the meeting; no limit unless said. Wire name {@code meetingCameraCap}; BBB 2.5 and later.
     *
     * @param cameras how many; 0 for no limit
     * @return these settings
     */
    public CameraSettings meetingCameraCap(int cameras) {
        return put(Parameter.MEETING_CAMERA_CAP, cameras);
    }

    /**
     * Limits the pinned cameras; 3 unless said. Wire name {@code maxPinnedCameras}; BBB 2.6 and later.
     *
     * @param cameras how many, at least 1
     * @return these settings
     */
    public CameraSettings maxPinnedCameras(int cameras) {
        return put(Parameter.MAX_PINNED_CAMERAS, cameras);
    }

    /**
     * Takes virtual backgrounds away. From 2.5, {@link DisabledFeature#VIRTUAL_BACKGROUNDS} says the same. Wire name
     * {@code virtualBackgroundsDisabled}; BBB 2.4 and later; deprecated since 2.5.
     *
     * @param disabled whether to
     * @return these settings
     */
    public CameraSettings virtualBackgroundsDisabled(boolean disabled) {
        return put(Parameter.VIRTUAL_BACKGROUNDS_DISABLED, disabled);
    }

    /**
     * Chooses what carries the cameras; the server has a default. Wire name {@code cameraBridge}; BBB 3.0 and later.
     *
     * @param bridge the bridge
     * @return these settings
     */
    public CameraSettings cameraBridge(MediaBridge bridge) {
        Objects.requireNonNull(bridge, "bridge");
        return put(Parameter.CAMERA_BRIDGE, bridge.text());
    }

    /**
     * Chooses what carries shared screens; the server has a default. Wire name {@code screenShareBridge}; BBB 3.0 and
     * later.
     *
     * @param bridge the bridge
     * @return these settings
     */
    public CameraSettings screenShareBridge(MediaBridge bridge) {
        Objects.requireNonNull(bridge, "bridge");
        return put(Parameter.SCREEN_SHARE_BRIDGE, bridge.text());
    }
}
