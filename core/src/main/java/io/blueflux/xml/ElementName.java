// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

/** The names of elements and attributes in the API's answers: the one place where they are spelt. */
public enum ElementName {
    // any answer
    RESPONSE("response"),
    RETURNCODE("returncode"),
    ERRORS("errors"),
    ERROR("error"),
    KEY("key"),
    MESSAGE_KEY("messageKey"),
    MESSAGE("message"),
    // version
    VERSION("version"),
    API_VERSION("apiVersion"),
    BBB_VERSION("bbbVersion"),
    GRAPHQL_WEBSOCKET_URL("graphqlWebsocketUrl"),
    GRAPHQL_API_URL("graphqlApiUrl"),
    API_URL("apiUrl"),
    HTML5_PLUGIN_SDK_VERSION("html5PluginSdkVersion"),
    BUILD("build"),
    INFO("info"),
    // the lists
    MEETINGS("meetings"),
    MEETING("meeting"),
    RECORDINGS("recordings"),
    RECORDING("recording"),
    // meetings and create
    MEETING_NAME("meetingName"),
    MEETING_ID("meetingID"),
    INTERNAL_MEETING_ID("internalMeetingID"),
    PARENT_MEETING_ID("parentMeetingID"),
    CREATE_TIME("createTime"),
    CREATE_DATE("createDate"),
    VOICE_BRIDGE("voiceBridge"),
    DIAL_NUMBER("dialNumber"),
    ATTENDEE_PW("attendeePW"),
    MODERATOR_PW("moderatorPW"),
    RUNNING("running"),
    DURATION("duration"),
    HAS_USER_JOINED("hasUserJoined"),
    HAS_BEEN_FORCIBLY_ENDED("hasBeenForciblyEnded"),
    START_TIME("startTime"),
    END_TIME("endTime"),
    PARTICIPANT_COUNT("participantCount"),
    LISTENER_COUNT("listenerCount"),
    VOICE_PARTICIPANT_COUNT("voiceParticipantCount"),
    VIDEO_COUNT("videoCount"),
    MAX_USERS("maxUsers"),
    MODERATOR_COUNT("moderatorCount"),
    ATTENDEES("attendees"),
    METADATA("metadata"),
    IS_BREAKOUT("isBreakout"),
    SEQUENCE("sequence"),
    FREE_JOIN("freeJoin"),
    BREAKOUT_ROOMS("breakoutRooms"),
    BREAKOUT("breakout"),
    // join
    INNER_MEETING_ID("meeting_id"),
    INNER_USER_ID("user_id"),
    AUTH_TOKEN("auth_token"),
    SESSION_TOKEN("session_token"),
    GUEST_STATUS("guestStatus"),
    // attendees
    ATTENDEE("attendee"),
    USER_ID("userID"),
    FULL_NAME("fullName"),
    ROLE("role"),
    IS_PRESENTER("isPresenter"),
    IS_LISTENING_ONLY("isListeningOnly"),
    HAS_JOINED_VOICE("hasJoinedVoice"),
    HAS_VIDEO("hasVideo"),
    CLIENT_TYPE("clientType"),
    CUSTOMDATA("customdata"),
    // recordings
    RECORD_ID("recordID"),
    NAME("name"),
    PUBLISHED("published"),
    PROTECTED("protected"),
    STATE("state"),
    PARTICIPANTS("participants"),
    RAW_SIZE("rawSize"),
    PARENT_ID("parentId"),
    BREAKOUT_ROOM("breakoutRoom"),
    SIZE("size"),
    PLAYBACK("playback"),
    DATA("data"),
    DELETED("deleted"),
    UPDATED("updated"),
    PAGINATION("pagination"),
    TOTAL_ELEMENTS("totalElements"),
    // formats of recordings
    FORMAT("format"),
    TYPE("type"),
    URL("url"),
    PROCESSING_TIME("processingTime"),
    LENGTH("length"),
    PREVIEW("preview"),
    IMAGES("images"),
    IMAGE("image"),
    ALT("alt"),
    HEIGHT("height"),
    WIDTH("width"),
    // sessions of users
    SESSIONS("sessions"),
    USER_NAME("userName"),
    SESSION_TOKEN_OF_DASHBOARD("sessionToken"),
    // captions
    TRACKS("tracks"),
    HREF("href"),
    KIND("kind"),
    LABEL("label"),
    LANG("lang"),
    SOURCE("source"),
    RECORD_ID_OF_TRACK("recordId"),
    // webhooks
    HOOKS("hooks"),
    HOOK("hook"),
    HOOK_ID("hookID"),
    CALLBACK_URL("callbackURL"),
    EVENT_ID("eventID"),
    PERMANENT_HOOK("permanentHook"),
    RAW_DATA("rawData"),
    REMOVED("removed");

    private final String wireName;

    ElementName(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Returns the name as servers write it.
     *
     * @return the local name
     */
    public String wireName() {
        return wireName;
    }
}
