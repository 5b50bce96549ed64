// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import static io.blueflux.ApiCall.CREATE;
import static io.blueflux.ApiCall.DELETE_RECORDINGS;
import static io.blueflux.ApiCall.END;
import static io.blueflux.ApiCall.GET_JOIN_URL;
import static io.blueflux.ApiCall.GET_MEETING_INFO;
import static io.blueflux.ApiCall.GET_RECORDINGS;
import static io.blueflux.ApiCall.GET_RECORDING_TEXT_TRACKS;
import static io.blueflux.ApiCall.HOOKS_CREATE;
import static io.blueflux.ApiCall.HOOKS_DESTROY;
import static io.blueflux.ApiCall.HOOKS_LIST;
import static io.blueflux.ApiCall.INSERT_DOCUMENT;
import static io.blueflux.ApiCall.IS_MEETING_RUNNING;
import static io.blueflux.ApiCall.JOIN;
import static io.blueflux.ApiCall.LEARNING_DASHBOARD;
import static io.blueflux.ApiCall.PUBLISH_RECORDINGS;
import static io.blueflux.ApiCall.PUT_RECORDING_TEXT_TRACK;
import static io.blueflux.ApiCall.SEND_CHAT_MESSAGE;
import static io.blueflux.ApiCall.UPDATE_RECORDINGS;
import static io.blueflux.parameter.ParameterFacts.by;
import static io.blueflux.parameter.ParameterFacts.deprecatedIn;
import static io.blueflux.parameter.ParameterFacts.goneIn;
import static io.blueflux.parameter.ParameterFacts.in;
import static io.blueflux.parameter.ParameterFacts.inCreate;
import static io.blueflux.parameter.ParameterFacts.inEveryCall;
import static io.blueflux.parameter.ParameterFacts.inJoin;
import static io.blueflux.parameter.ParameterFacts.named;
import static io.blueflux.parameter.ParameterFacts.newIn;
import static io.blueflux.parameter.ParameterFacts.requiredIn;
import static io.blueflux.parameter.ParameterType.BOOLEAN;
import static io.blueflux.parameter.ParameterType.INTEGER;
import static io.blueflux.parameter.ParameterType.JSON;
import static io.blueflux.parameter.ParameterType.LIST;
import static io.blueflux.parameter.ParameterType.MILLIS;
import static io.blueflux.parameter.ParameterType.MINUTES;
import static io.blueflux.parameter.ParameterType.TEXT;
import static io.blueflux.parameter.ParameterType.URL;
import static io.blueflux.parameter.ParameterType.WORD;

import io.blueflux.ApiCall;
import io.blueflux.value.Secrets;
import io.blueflux.value.WireText;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table of the API's parameters: wire name, type, rule, calls, versions, secrecy. It is the one place of these facts;
 * validation, blotting, the command line and the documents read them here.
 *
 * <p>A row whose name is a prefix ({@code meta_}, {@code plugin_}, {@code userdata-}) is a family and stands for every
 * name that starts with it. What a parameter means is said at its setter in the request.
 */
@SuppressWarnings("ImmutableEnumChecker") // the set of calls is never changed
public enum Parameter {
    // the meeting
    MEETING_ID(
            "meetingID",
            TEXT,
            in(HOOKS_CREATE, HOOKS_LIST),
            requiredIn(CREATE, JOIN, IS_MEETING_RUNNING, END, GET_MEETING_INFO, INSERT_DOCUMENT, SEND_CHAT_MESSAGE),
            by(ParameterRule.MEETING_ID)),
    NAME("name", TEXT, requiredIn(CREATE), by(ParameterRule.NAME)),
    ATTENDEE_PW("attendeePW", TEXT, inCreate(), by(ParameterRule.PASSWORD), deprecatedIn("2.5")),
    MODERATOR_PW("moderatorPW", TEXT, inCreate(), by(ParameterRule.PASSWORD), deprecatedIn("2.5")),
    WELCOME("welcome", TEXT, inCreate()),
    MODERATOR_ONLY_MESSAGE("moderatorOnlyMessage", TEXT, inCreate(), newIn("0.9")),
    MAX_PARTICIPANTS("maxParticipants", INTEGER, inCreate()),
    DURATION("duration", MINUTES, inCreate()),
    LOGOUT_URL("logoutURL", URL, in(CREATE, JOIN)),
    LOGIN_URL("loginURL", URL, inCreate(), newIn("3.0")),
    MEETING_ENDED_URL("meetingEndedURL", URL, inCreate(), newIn("2.2")),
    MEETING_LAYOUT("meetingLayout", WORD, inCreate(), newIn("2.4")),
    MULTI_USER_WHITEBOARD_ENABLED("multiUserWhiteboardEnabled", BOOLEAN, inCreate(), newIn("3.0")),
    ALLOW_REQUESTS_WITHOUT_SESSION("allowRequestsWithoutSession", BOOLEAN, inCreate(), newIn("2.4.3")),
    GROUPS("groups", JSON, inCreate(), by(ParameterRule.JSON_ARRAY), newIn("2.5")),
    DISABLED_FEATURES("disabledFeatures", LIST, inCreate(), by(ParameterRule.WORDS), newIn("2.5")),
    DISABLED_FEATURES_EXCLUDE("disabledFeaturesExclude", LIST, inCreate(), by(ParameterRule.WORDS), newIn("2.6.9")),
    LEARNING_DASHBOARD_ENABLED(
            "learningDashboardEnabled", BOOLEAN, inCreate(), newIn("2.4"), deprecatedIn("2.5"), goneIn("3.0")),
    LEARNING_DASHBOARD_CLEANUP("learningDashboardCleanupDelayInMinutes", MINUTES, inCreate(), newIn("2.4")),
    META(
            "meta_",
            TEXT,
            in(CREATE, UPDATE_RECORDINGS),
            named("[a-zA-Z][a-zA-Z0-9-]*", "a letter, then letters, digits and hyphens")),

    // plugins and client settings
    PLUGIN("plugin_", TEXT, inCreate(), named("\\S+", "text without blanks"), newIn("3.0")),
    PLUGIN_MANIFESTS("pluginManifests", JSON, inCreate(), by(ParameterRule.JSON_ARRAY), newIn("3.0")),
    PLUGIN_MANIFESTS_FETCH_URL("pluginManifestsFetchUrl", URL, inCreate(), newIn("3.0")),
    CLIENT_SETTINGS_OVERRIDE("clientSettingsOverride", JSON, inCreate(), by(ParameterRule.JSON_OBJECT), newIn("3.0")),
    CLIENT_SETTINGS_OVERRIDE_JSON_URL("clientSettingsOverrideJsonUrl", URL, inCreate(), newIn("3.0.25")),

    // voice
    DIAL_NUMBER("dialNumber", TEXT, inCreate()),
    VOICE_BRIDGE("voiceBridge", TEXT, inCreate(), by(ParameterRule.DIGITS)),
    WEB_VOICE("webVoice", TEXT, inCreate(), goneIn("4.0")),
    MUTE_ON_START("muteOnStart", BOOLEAN, inCreate(), newIn("2.0")),
    ALLOW_MODS_TO_UNMUTE_USERS("allowModsToUnmuteUsers", BOOLEAN, inCreate(), newIn("2.2")),
    REQUIRE_USER_CONSENT_BEFORE_UNMUTING("requireUserConsentBeforeUnmuting", BOOLEAN, inCreate(), newIn("4.0")),
    AUDIO_BRIDGE("audioBridge", WORD, inCreate(), newIn("3.0")),

    // cameras and screens
    WEBCAMS_ONLY_FOR_MODERATOR("webcamsOnlyForModerator", BOOLEAN, inCreate(), newIn("1.1")),
    ALLOW_MODS_TO_EJECT_CAMERAS("allowModsToEjectCameras", BOOLEAN, inCreate(), newIn("2.4")),
    ALLOW_MODS_TO_REQUEST_CAMERA_SHARE("allowModsToRequestCameraShare", BOOLEAN, inCreate(), newIn("4.1")),
    USER_CAMERA_CAP("userCameraCap", INTEGER, inCreate(), newIn("2.4.5")),
    MEETING_CAMERA_CAP("meetingCameraCap", INTEGER, inCreate(), newIn("2.5")),
    MAX_PINNED_CAMERAS("maxPinnedCameras", INTEGER, inCreate(), by(ParameterRule.POSITIVE), newIn("2.6")),
    VIRTUAL_BACKGROUNDS_DISABLED("virtualBackgroundsDisabled", BOOLEAN, inCreate(), newIn("2.4"), deprecatedIn("2.5")),
    CAMERA_BRIDGE("cameraBridge", WORD, inCreate(), newIn("3.0")),
    SCREEN_SHARE_BRIDGE("screenShareBridge", WORD, inCreate(), newIn("3.0")),

    // recording
    RECORD("record", BOOLEAN, inCreate()),
    AUTO_START_RECORDING("autoStartRecording", BOOLEAN, inCreate(), newIn("0.9")),
    ALLOW_START_STOP_RECORDING("allowStartStopRecording", BOOLEAN, inCreate(), newIn("0.9")),
    RECORD_FULL_DURATION_MEDIA("recordFullDurationMedia", BOOLEAN, inCreate(), newIn("2.6.9")),
    NOTIFY_RECORDING_IS_ON("notifyRecordingIsOn", BOOLEAN, inCreate(), newIn("2.6")),
    NOTIFY_RECORDING_APPEND("notifyRecordingAppend", TEXT, inCreate(), newIn("4.0")),
    MEETING_KEEP_EVENTS("meetingKeepEvents", BOOLEAN, inCreate(), newIn("2.3")),
    KEEP_EVENTS("keepEvents", BOOLEAN, inCreate(), newIn("2.2"), goneIn("2.3")),

    // breakout rooms
    IS_BREAKOUT("isBreakout", BOOLEAN, inCreate()),
    PARENT_MEETING_ID("parentMeetingID", TEXT, inCreate(), by(ParameterRule.NOT_EMPTY)),
    SEQUENCE("sequence", INTEGER, inCreate()),
    FREE_JOIN("freeJoin", BOOLEAN, inCreate()),
    BREAKOUT_ROOMS_ENABLED("breakoutRoomsEnabled", BOOLEAN, inCreate(), deprecatedIn("2.5"), goneIn("3.0")),
    BREAKOUT_PRIVATE_CHAT("breakoutRoomsPrivateChatEnabled", BOOLEAN, inCreate(), newIn("2.2")),
    BREAKOUT_RECORD("breakoutRoomsRecord", BOOLEAN, inCreate(), newIn("2.2")),
    BREAKOUT_CAPTURE_SLIDES("breakoutRoomsCaptureSlides", BOOLEAN, inCreate(), newIn("2.6")),
    BREAKOUT_CAPTURE_NOTES("breakoutRoomsCaptureNotes", BOOLEAN, inCreate(), newIn("2.6")),
    BREAKOUT_SLIDES_FILENAME("breakoutRoomsCaptureSlidesFilename", TEXT, inCreate(), newIn("2.6")),
    BREAKOUT_NOTES_FILENAME("breakoutRoomsCaptureNotesFilename", TEXT, inCreate(), newIn("2.6")),

    // branding
    BANNER_TEXT("bannerText", TEXT, inCreate(), newIn("2.0")),
    BANNER_COLOR("bannerColor", TEXT, inCreate(), by(ParameterRule.COLOUR), newIn("2.0")),
    LOGO("logo", URL, inCreate(), newIn("2.0")),
    DARK_LOGO("darklogo", URL, inCreate(), newIn("3.0")),
    COPYRIGHT("copyright", TEXT, inCreate(), newIn("2.0"), goneIn("4.0")),

    // locks
    LOCK_DISABLE_CAM("lockSettingsDisableCam", BOOLEAN, inCreate(), newIn("2.2")),
    LOCK_DISABLE_MIC("lockSettingsDisableMic", BOOLEAN, inCreate(), newIn("2.2")),
    LOCK_DISABLE_PRIVATE_CHAT("lockSettingsDisablePrivateChat", BOOLEAN, inCreate(), newIn("2.2")),
    LOCK_DISABLE_PUBLIC_CHAT("lockSettingsDisablePublicChat", BOOLEAN, inCreate(), newIn("2.2")),
    LOCK_DISABLE_NOTES("lockSettingsDisableNotes", BOOLEAN, inCreate(), newIn("2.5")),
    LOCK_DISABLE_NOTE("lockSettingsDisableNote", BOOLEAN, inCreate(), newIn("2.2"), deprecatedIn("2.5"), goneIn("4.0")),
    LOCK_HIDE_USER_LIST("lockSettingsHideUserList", BOOLEAN, inCreate(), newIn("2.2")),
    LOCK_LOCKED_LAYOUT("lockSettingsLockedLayout", BOOLEAN, inCreate(), newIn("2.2"), goneIn("2.6")),
    LOCK_ON_JOIN("lockSettingsLockOnJoin", BOOLEAN, inCreate(), newIn("2.2")),
    LOCK_ON_JOIN_CONFIGURABLE("lockSettingsLockOnJoinConfigurable", BOOLEAN, inCreate(), newIn("2.2")),
    LOCK_HIDE_VIEWERS_CURSOR("lockSettingsHideViewersCursor", BOOLEAN, inCreate(), newIn("2.5")),
    LOCK_HIDE_VIEWERS_ANNOTATION("lockSettingsHideViewersAnnotation", BOOLEAN, inCreate(), newIn("2.7")),
    LOCK_PRESENTER_POLICY("lockSettingsPresenterPolicy", WORD, inCreate(), newIn("4.0")),

    // guests
    GUEST_POLICY("guestPolicy", WORD, inCreate(), newIn("0.9")),
    ALLOW_PROMOTE_GUEST("allowPromoteGuestToModerator", BOOLEAN, inCreate(), newIn("2.7.9")),

    // the meeting's end
    END_WHEN_NO_MODERATOR("endWhenNoModerator", BOOLEAN, inCreate(), newIn("2.3")),
    END_WHEN_NO_MODERATOR_DELAY("endWhenNoModeratorDelayInMinutes", MINUTES, inCreate(), newIn("2.3")),
    EXPIRE_IF_NO_USER_JOINED("meetingExpireIfNoUserJoinedInMinutes", MINUTES, inCreate(), newIn("2.5")),
    EXPIRE_WHEN_LAST_USER_LEFT("meetingExpireWhenLastUserLeftInMinutes", MINUTES, inCreate(), newIn("2.5")),
    LOGOUT_TIMER("logoutTimer", MINUTES, inCreate(), goneIn("4.0")),

    // presentation
    PRE_UPLOADED_OVERRIDE_DEFAULT("preUploadedPresentationOverrideDefault", BOOLEAN, inCreate(), newIn("2.5")),
    PRE_UPLOADED_PRESENTATION("preUploadedPresentation", URL, inCreate(), newIn("2.7.2")),
    PRE_UPLOADED_PRESENTATION_NAME("preUploadedPresentationName", TEXT, inCreate(), newIn("2.7.2")),
    MAX_NUM_PAGES("maxNumPages", INTEGER, inCreate(), newIn("3.0")),
    CONVERSION_CACHE_ENABLED("presentationConversionCacheEnabled", BOOLEAN, inCreate(), newIn("3.0")),
    UPLOAD_EXTERNAL_URL("presentationUploadExternalUrl", URL, inCreate(), newIn("2.6")),
    UPLOAD_EXTERNAL_DESCRIPTION("presentationUploadExternalDescription", TEXT, inCreate(), newIn("2.6")),

    // shared notes
    NOTES_EDITOR("sharedNotesEditor", WORD, inCreate(), newIn("3.0.25")),
    NOTES_JSON_URL("sharedNotesInitialContentJsonUrl", URL, inCreate(), by(ParameterRule.HTTPS_URL), newIn("3.0.25")),
    NOTES_MARKDOWN("sharedNotesInitialContentMarkdown", TEXT, inCreate(), newIn("3.0.33")),
    NOTES_MARKDOWN_URL("sharedNotesInitialContentMarkdownUrl", URL, inCreate(), newIn("3.0.33")),

    // the user who joins
    FULL_NAME("fullName", TEXT, requiredIn(JOIN), in(GET_JOIN_URL), by(ParameterRule.FULL_NAME)),
    PASSWORD("password", TEXT, in(JOIN, END), by(ParameterRule.PASSWORD), deprecatedIn("2.5")),
    ROLE("role", WORD, in(JOIN, GET_JOIN_URL), newIn("2.4")),
    CREATE_TIME("createTime", MILLIS, inJoin()),
    USER_ID("userID", TEXT, in(JOIN, GET_JOIN_URL)),
    AVATAR_URL("avatarURL", URL, in(JOIN, GET_JOIN_URL)),
    WEBCAM_BACKGROUND_URL("webcamBackgroundURL", URL, inJoin(), newIn("2.7.10")),
    REDIRECT("redirect", BOOLEAN, in(JOIN, GET_JOIN_URL)),
    ERROR_REDIRECT_URL("errorRedirectUrl", URL, inJoin(), newIn("2.7")),
    GUEST("guest", BOOLEAN, inJoin(), newIn("2.0")),
    AUTH("auth", BOOLEAN, inJoin()),
    EXCLUDE_FROM_DASHBOARD("excludeFromDashboard", BOOLEAN, in(JOIN, GET_JOIN_URL), newIn("2.4")),
    BOT("bot", BOOLEAN, inJoin(), newIn("3.0")),
    ENFORCE_LAYOUT("enforceLayout", WORD, in(JOIN, GET_JOIN_URL), newIn("3.0")),
    DEFAULT_LAYOUT("defaultLayout", TEXT, inJoin()),
    FIRST_NAME("firstName", TEXT, inJoin(), newIn("3.0")),
    LAST_NAME("lastName", TEXT, inJoin(), newIn("3.0")),
    EXISTING_USER_ID("existingUserID", TEXT, inJoin(), newIn("3.0")),
    REPLACE_SESSION_TOKEN("replaceSessionToken", TEXT, inJoin(), newIn("3.0")),
    SESSION_NAME("sessionName", TEXT, in(JOIN, GET_JOIN_URL), newIn("3.0")),
    WEB_VOICE_CONF("webVoiceConf", TEXT, inJoin(), goneIn("4.0")),
    CONFIG_TOKEN("configToken", TEXT, inJoin(), goneIn("2.4")),
    CLIENT_URL("clientURL", URL, inJoin(), goneIn("2.3")),
    JOIN_VIA_HTML5("joinViaHtml5", BOOLEAN, inJoin(), goneIn("2.3")),
    USERDATA(
            "userdata-",
            TEXT,
            in(JOIN, GET_JOIN_URL),
            named("[A-Za-z_][A-Za-z0-9_.]*", "letters, digits, _ and ., the first a letter or _")),

    // recordings
    MEETING_IDS("meetingID", LIST, in(GET_RECORDINGS)),
    RECORD_IDS(
            "recordID", LIST, in(GET_RECORDINGS), requiredIn(PUBLISH_RECORDINGS, DELETE_RECORDINGS, UPDATE_RECORDINGS)),
    RECORD_ID("recordID", WORD, requiredIn(GET_RECORDING_TEXT_TRACKS, PUT_RECORDING_TEXT_TRACK)),
    PUBLISH("publish", BOOLEAN, requiredIn(PUBLISH_RECORDINGS)),
    STATE("state", LIST, in(GET_RECORDINGS), by(ParameterRule.WORDS), newIn("1.0")),
    META_FILTER(
            "meta_",
            TEXT,
            in(GET_RECORDINGS),
            by(ParameterRule.NOT_EMPTY),
            named("[a-zA-Z][a-zA-Z0-9-]*", "a letter, then letters, digits and hyphens"),
            newIn("1.0")),
    OFFSET("offset", INTEGER, in(GET_RECORDINGS), newIn("2.6")),
    LIMIT("limit", INTEGER, in(GET_RECORDINGS), by(ParameterRule.PAGE_SIZE), newIn("2.6")),

    // captions
    KIND("kind", WORD, requiredIn(PUT_RECORDING_TEXT_TRACK)),
    LANG("lang", WORD, requiredIn(PUT_RECORDING_TEXT_TRACK)),
    LABEL("label", TEXT, in(PUT_RECORDING_TEXT_TRACK)),

    // the chat
    CHAT_MESSAGE("message", TEXT, requiredIn(SEND_CHAT_MESSAGE), by(ParameterRule.CHAT_MESSAGE)),
    USER_NAME("userName", TEXT, in(SEND_CHAT_MESSAGE), by(ParameterRule.USER_NAME)),

    // the user who is in a meeting
    SESSION_TOKEN("sessionToken", TEXT, requiredIn(GET_JOIN_URL, LEARNING_DASHBOARD), by(ParameterRule.NOT_EMPTY)),
    REPLACE_SESSION("replaceSession", BOOLEAN, in(GET_JOIN_URL)),

    // webhooks, whose versions are not BBB's: none is said here
    CALLBACK_URL("callbackURL", URL, requiredIn(HOOKS_CREATE), by(ParameterRule.CALLBACK_URL)),
    EVENT_ID("eventID", LIST, in(HOOKS_CREATE), by(ParameterRule.WORDS)),
    GET_RAW("getRaw", BOOLEAN, in(HOOKS_CREATE)),
    HOOK_ID("hookID", WORD, requiredIn(HOOKS_DESTROY)),

    CHECKSUM("checksum", TEXT, inEveryCall(), by(ParameterRule.SIGNATURE_ONLY));

    private static final int SHOWN = 40;

    private final String wireName;
    private final ParameterType type;
    private final ParameterRule rule;
    private final Set<ApiCall> calls;
    private final Set<ApiCall> requiredBy;
    private final @Nullable Pattern namePattern;
    private final String nameRule;
    private final @Nullable String since;
    private final @Nullable String deprecated;
    private final @Nullable String gone;
    private final boolean secret;

    Parameter(String wireName, ParameterType type, ParameterFacts.Fact... given) {
        ParameterFacts facts = new ParameterFacts(type, given);
        this.wireName = wireName;
        this.type = type;
        this.rule = facts.rule;
        this.calls = Collections.unmodifiableSet(facts.calls);
        this.requiredBy = Collections.unmodifiableSet(facts.requiredBy);
        this.namePattern = facts.namePattern;
        this.nameRule = facts.nameRule;
        this.since = facts.since;
        this.deprecated = facts.deprecated;
        this.gone = facts.gone;
        this.secret = Secrets.isCredential(wireName);
    }

    /**
     * Finds the row of a parameter.
     *
     * @param call the call that takes it
     * @param wireName its whole name, for example {@code meta_course}
     * @return the row, or null if the call has no such parameter that we know of
     */
    public static @Nullable Parameter find(ApiCall call, String wireName) {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(wireName, "wireName");
        for (Parameter parameter : values()) {
            if (parameter.goesTo(call) && parameter.covers(wireName)) {
                return parameter;
            }
        }
        return null;
    }

    /**
     * Checks a value against the rule that holds for every value and the rule of this row.
     *
     * @param value the value before any encoding
     * @throws IllegalArgumentException naming the parameter and the rule, never a secret
     */
    public void check(String value) {
        Objects.requireNonNull(value, "value");
        WireText.check(wireName, value);
        if (!rule.allows(value)) {
            throw new IllegalArgumentException(wireName + " must be " + rule.description() + not(value));
        }
    }

    /** Checks a value, and the part of a family's name that the caller chose. */
    void check(String name, String value, Validation validation) {
        Objects.requireNonNull(value, "value");
        WireText.check(name, value);
        String fault = fault(name, value);
        if (fault != null && (validation == Validation.STRICT || rule == ParameterRule.SIGNATURE_ONLY)) {
            throw new IllegalArgumentException(fault);
        }
    }

    /**
     * Says which rule of this row is broken.
     *
     * @param name the whole wire name, of which a family is the beginning
     * @param value the value before any encoding
     * @return the fault in words, which never quote a secret; null if there is none
     */
    public @Nullable String fault(String name, String value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        if (!rule.allows(value)) {
            return WireText.shown(name) + " must be " + rule.description() + not(value);
        }
        boolean named = namePattern == null
                || namePattern.matcher(name.substring(wireName.length())).matches();
        return named
                ? null
                : "what follows " + wireName + " must be " + nameRule + ", not as in: " + WireText.shown(name);
    }

    /**
     * Returns the name on the wire.
     *
     * @return for example {@code meetingID}; the prefix, if this is a family
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Tells whether the wire name is the prefix of a family of names.
     *
     * @return true for {@code meta_}, {@code plugin_} and {@code userdata-}
     */
    public boolean isFamily() {
        return namePattern != null;
    }

    /**
     * Returns what the value is.
     *
     * @return the type
     */
    public ParameterType type() {
        return type;
    }

    /**
     * Returns what the server accepts.
     *
     * @return the rule
     */
    public ParameterRule rule() {
        return rule;
    }

    /**
     * Returns the calls that take this parameter.
     *
     * @return an unmodifiable set
     */
    public Set<ApiCall> calls() {
        return calls;
    }

    /**
     * Returns the calls that cannot be made without this parameter.
     *
     * @return an unmodifiable set, within {@link #calls()}
     */
    public Set<ApiCall> requiredBy() {
        return requiredBy;
    }

    /**
     * Returns the BBB version that brought the parameter.
     *
     * @return for example {@code 2.4.5}; null if it is older than the records
     */
    public @Nullable String since() {
        return since;
    }

    /**
     * Returns the BBB version from which the parameter should not be used.
     *
     * @return the version, or null if there is none
     */
    public @Nullable String deprecated() {
        return deprecated;
    }

    /**
     * Returns the BBB version from which the parameter is ignored.
     *
     * @return the version, or null if there is none
     */
    public @Nullable String gone() {
        return gone;
    }

    /**
     * Tells whether the value must not be printed.
     *
     * @return true for passwords, tokens and the checksum
     */
    public boolean isSecret() {
        return secret;
    }

    /** The checksum is left to the signature in calls that we do not know, too. */
    private boolean goesTo(ApiCall call) {
        return calls.contains(call) || this == CHECKSUM;
    }

    private boolean covers(String name) {
        return isFamily() ? name.startsWith(wireName) : name.equals(wireName);
    }

    // a URL may carry a secret of the user's own
    private String not(String value) {
        boolean shown = !secret && type != URL && value.length() <= SHOWN;
        return shown ? ", not: " + WireText.shown(value) : "";
    }
}
