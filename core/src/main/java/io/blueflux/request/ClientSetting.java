// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.blueflux.ApiCall;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import java.util.Objects;

/**
 * What a join may switch in the user's client (BBB API, "join", {@code userdata-bbb_…}); true or false unless said
 * otherwise. An open set: {@link #of} takes any name, also one of a later server. A client ignores a name that it does not
 * know.
 *
 * @param text the name on the wire, behind {@code userdata-}
 */
public record ClientSetting(String text) {
    /** Joins the audio as soon as the client starts. */
    public static final ClientSetting AUTO_JOIN_AUDIO = new ClientSetting("bbb_auto_join_audio");

    /** Titles the browser's window; a text. */
    public static final ClientSetting CLIENT_TITLE = new ClientSetting("bbb_client_title");

    /** Lets the user listen only. */
    public static final ClientSetting FORCE_LISTEN_ONLY = new ClientSetting("bbb_force_listen_only");

    /** Offers to listen only. */
    public static final ClientSetting LISTEN_ONLY_MODE = new ClientSetting("bbb_listen_only_mode");

    /** Skips the echo test. */
    public static final ClientSetting SKIP_CHECK_AUDIO = new ClientSetting("bbb_skip_check_audio");

    /** Skips the echo test at the first join. */
    public static final ClientSetting SKIP_CHECK_AUDIO_ON_FIRST_JOIN =
            new ClientSetting("bbb_skip_check_audio_on_first_join");

    /** Skips the echo test if the device was used before; BBB 3.0 and later. */
    public static final ClientSetting SKIP_ECHOTEST_IF_PREVIOUS_DEVICE =
            new ClientSetting("bbb_skip_echotest_if_previous_device");

    /** Sets the language; a locale, for example {@code de}. */
    public static final ClientSetting OVERRIDE_DEFAULT_LOCALE = new ClientSetting("bbb_override_default_locale");

    /** Shows a button that leaves at once; BBB 2.7 and later. */
    public static final ClientSetting DIRECT_LEAVE_BUTTON = new ClientSetting("bbb_direct_leave_button");

    /** Makes the user of a breakout room a moderator of its parent; BBB 3.0 and later. */
    public static final ClientSetting PARENT_ROOM_MODERATOR = new ClientSetting("bbb_parent_room_moderator");

    /** Lets the user start and stop the recording; BBB 3.0 and later. */
    public static final ClientSetting RECORD_PERMISSION = new ClientSetting("bbb_record_permission");

    /** Says why the user may not record; a text; BBB 3.0 and later. */
    public static final ClientSetting RECORD_PERMISSION_TOOLTIP = new ClientSetting("bbb_record_permission_tooltip");

    /** Shows the session's details at the start; BBB 3.0 and later. */
    public static final ClientSetting SHOW_SESSION_DETAILS_ON_JOIN =
            new ClientSetting("bbb_show_session_details_on_join");

    /** Shows the branding area. */
    public static final ClientSetting DISPLAY_BRANDING_AREA = new ClientSetting("bbb_display_branding_area");

    /** Sets the keyboard's shortcuts; a JSON array. */
    public static final ClientSetting SHORTCUTS = new ClientSetting("bbb_shortcuts");

    /** Shares the camera as soon as the client starts. */
    public static final ClientSetting AUTO_SHARE_WEBCAM = new ClientSetting("bbb_auto_share_webcam");

    /** Sets the camera's profile; a text. */
    public static final ClientSetting PREFERRED_CAMERA_PROFILE = new ClientSetting("bbb_preferred_camera_profile");

    /** Offers the camera. */
    public static final ClientSetting ENABLE_VIDEO = new ClientSetting("bbb_enable_video");

    /** Records the user's camera. */
    public static final ClientSetting RECORD_VIDEO = new ClientSetting("bbb_record_video");

    /** Skips the camera's preview. */
    public static final ClientSetting SKIP_VIDEO_PREVIEW = new ClientSetting("bbb_skip_video_preview");

    /** Skips the camera's preview at the first share. */
    public static final ClientSetting SKIP_VIDEO_PREVIEW_ON_FIRST_JOIN =
            new ClientSetting("bbb_skip_video_preview_on_first_join");

    /** Skips the camera's preview if the device was used before; BBB 3.0 and later. */
    public static final ClientSetting SKIP_VIDEO_PREVIEW_IF_PREVIOUS_DEVICE =
            new ClientSetting("bbb_skip_video_preview_if_previous_device");

    /** Mirrors the user's own camera. */
    public static final ClientSetting MIRROR_OWN_WEBCAM = new ClientSetting("bbb_mirror_own_webcam");

    /** Chooses the bridge of the microphone; {@code sipjs} or {@code fullaudio}. */
    public static final ClientSetting FULLAUDIO_BRIDGE = new ClientSetting("bbb_fullaudio_bridge");

    /** Keeps a muted microphone as listening only. */
    public static final ClientSetting TRANSPARENT_LISTEN_ONLY = new ClientSetting("bbb_transparent_listen_only");

    /** Brings the presentation back when something happens on it. */
    public static final ClientSetting FORCE_RESTORE_PRESENTATION_ON_NEW_EVENTS =
            new ClientSetting("bbb_force_restore_presentation_on_new_events");

    /** Leaves only the pen to several users at the whiteboard. */
    public static final ClientSetting MULTI_USER_PEN_ONLY = new ClientSetting("bbb_multi_user_pen_only");

    /** Names the presenter's tools; an array as text. */
    public static final ClientSetting PRESENTER_TOOLS = new ClientSetting("bbb_presenter_tools");

    /** Names the tools of several users; an array as text. */
    public static final ClientSetting MULTI_USER_TOOLS = new ClientSetting("bbb_multi_user_tools");

    /** Selects a tool at the start; a text; BBB 3.0 and later. */
    public static final ClientSetting INITIAL_SELECTED_TOOL = new ClientSetting("bbb_initial_selected_tool");

    /** Styles the client; CSS. */
    public static final ClientSetting CUSTOM_STYLE = new ClientSetting("bbb_custom_style");

    /** Styles the client by a file; a URL. */
    public static final ClientSetting CUSTOM_STYLE_URL = new ClientSetting("bbb_custom_style_url");

    /** Starts in the dark theme. */
    public static final ClientSetting PREFER_DARK_THEME = new ClientSetting("bbb_prefer_dark_theme");

    /** Starts with the presentation hidden. */
    public static final ClientSetting HIDE_PRESENTATION_ON_JOIN = new ClientSetting("bbb_hide_presentation_on_join");

    /** Starts with the list of users. */
    public static final ClientSetting SHOW_PARTICIPANTS_ON_LOGIN = new ClientSetting("bbb_show_participants_on_login");

    /** Starts with the public chat. */
    public static final ClientSetting SHOW_PUBLIC_CHAT_ON_LOGIN = new ClientSetting("bbb_show_public_chat_on_login");

    /** Hides the bar at the top. */
    public static final ClientSetting HIDE_NAV_BAR = new ClientSetting("bbb_hide_nav_bar");

    /** Hides the bar at the bottom. */
    public static final ClientSetting HIDE_ACTIONS_BAR = new ClientSetting("bbb_hide_actions_bar");

    /** Sets the layout at the start; BBB 3.0 and later. */
    public static final ClientSetting DEFAULT_LAYOUT = new ClientSetting("bbb_default_layout");

    /** Hides notifications; BBB 3.0 and later. */
    public static final ClientSetting HIDE_NOTIFICATIONS = new ClientSetting("bbb_hide_notifications");

    /** Hides controls; BBB 3.0 and later. */
    public static final ClientSetting HIDE_CONTROLS = new ClientSetting("bbb_hide_controls");

    /** Starts with presentation and cameras swapped; until BBB 2.5. */
    public static final ClientSetting AUTO_SWAP_LAYOUT = new ClientSetting("bbb_auto_swap_layout");

    /** Hides the presentation; until BBB 2.5. */
    public static final ClientSetting HIDE_PRESENTATION = new ClientSetting("bbb_hide_presentation");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not made of letters, digits, {@code _} and {@code .}
     */
    public ClientSetting {
        Objects.requireNonNull(text, "text");
        RequestParameters.builder().put(ApiCall.JOIN, Parameter.USERDATA.wireName() + text, "");
    }

    /**
     * Takes any name.
     *
     * @param text the name on the wire, behind {@code userdata-}
     * @return the value
     * @throws IllegalArgumentException if it is not made of letters, digits, {@code _} and {@code .}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ClientSetting of(String text) {
        Objects.requireNonNull(text, "text");
        return new ClientSetting(text);
    }

    /** Returns the name on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
