// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key by which a server says what it did or why it did not ({@code messageKey}; BBB API, "All message keys"). An open
 * set: {@link #of} takes any text. Two keys with the same text are equal. Immutable.
 *
 * <p>Not every key is a failure, see {@link #isSuccess()}. bbblb makes keys of its own from the names of parameters, {@code
 * missingParameter} and the name; for them there are no constants.
 */
public final class MessageKey {
    private static final Map<String, MessageKey> KNOWN = new LinkedHashMap<>();

    // checksum and transport of the call
    /** {@code checksumError}: the checksum is missing, wrong, or of an algorithm that is switched off. */
    public static final MessageKey CHECKSUM_ERROR = failure("checksumError", "BBB");
    /** {@code unsupportedContentType}: the body's media type is not allowed for the call. */
    public static final MessageKey UNSUPPORTED_CONTENT_TYPE =
            failure("unsupportedContentType", "BBB 2.6.18, 2.7.8 and later");
    /** {@code apiNotEnabled}: the admin has switched the API off. */
    public static final MessageKey API_NOT_ENABLED = failure("apiNotEnabled", "BBB");

    // a parameter is missing or breaks a rule
    /** {@code missingParamMeetingID}: the call needs a meetingID. */
    public static final MessageKey MISSING_PARAM_MEETING_ID = failure("missingParamMeetingID", "BBB");
    /** {@code missingParamFullName}: the join needs a fullName. */
    public static final MessageKey MISSING_PARAM_FULL_NAME = failure("missingParamFullName", "BBB");
    /** {@code missingParamRecordID}: the call needs a recordID. */
    public static final MessageKey MISSING_PARAM_RECORD_ID = failure("missingParamRecordID", "BBB");
    /** {@code missingParamPublish}: the call needs the parameter publish. */
    public static final MessageKey MISSING_PARAM_PUBLISH = failure("missingParamPublish", "BBB");
    /** {@code missingParamMessage}: the call needs a message. */
    public static final MessageKey MISSING_PARAM_MESSAGE = failure("missingParamMessage", "BBB 4.0 and later");
    /** {@code missingParamCallbackURL}: the hook needs a callbackURL. */
    public static final MessageKey MISSING_PARAM_CALLBACK_URL = failure("missingParamCallbackURL", "bbb-webhooks");
    /** {@code missingParamHookID}: the call needs a hookID. */
    public static final MessageKey MISSING_PARAM_HOOK_ID = failure("missingParamHookID", "bbb-webhooks");
    /** {@code MissingParam}: a parameter is missing; the text says which. In the form with a list of errors. */
    public static final MessageKey MISSING_PARAM = failure("MissingParam", "BBB");
    /** {@code paramError}: a parameter is missing. */
    public static final MessageKey PARAM_ERROR = failure("paramError", "BBB text tracks");
    /** {@code missingParameters}: a parameter is missing, or a list without any filter is refused. */
    public static final MessageKey MISSING_PARAMETERS =
            failure("missingParameters", "BBB getJoinUrl, Scalelite getRecordings");
    /** {@code nullError}: a parameter that the call needs is not there. */
    public static final MessageKey NULL_ERROR = failure("nullError", "BBB 2.4 and later");
    /** {@code emptyError}: a parameter that the call needs is empty. */
    public static final MessageKey EMPTY_ERROR = failure("emptyError", "BBB 2.4 and later");
    /** {@code sizeError}: a value is too short or too long. */
    public static final MessageKey SIZE_ERROR = failure("sizeError", "BBB 2.4 and later");
    /** {@code validationError}: a value breaks another rule. */
    public static final MessageKey VALIDATION_ERROR = failure("validationError", "BBB 2.4 and later");
    /** {@code fullNameTooLong}: the fullName has more than 255 characters. */
    public static final MessageKey FULL_NAME_TOO_LONG = failure("fullNameTooLong", "BBB 4.0 and later");
    /** {@code invalidPassword}: the password is wrong, or of a length that is not allowed. */
    public static final MessageKey INVALID_PASSWORD = failure("invalidPassword", "BBB");
    /** {@code Params required}: the join has neither a usable role nor a password. The key holds a blank. */
    public static final MessageKey PARAMS_REQUIRED = failure("Params required", "BBB 2.5 and later");
    /** {@code invalidFormat}: the meetingID holds a comma. */
    public static final MessageKey INVALID_FORMAT = failure("invalidFormat", "BBB 2.3 and earlier");
    /** {@code fileNameError}: a document's name cannot be used. */
    public static final MessageKey FILE_NAME_ERROR = failure("fileNameError", "BBB 2.5 and later");

    // meetings
    /** {@code notFound}: there is no such meeting or recording. */
    public static final MessageKey NOT_FOUND = failure("notFound", "BBB");
    /** {@code invalidMeetingIdentifier}: there is no such meeting. */
    public static final MessageKey INVALID_MEETING_IDENTIFIER = failure("invalidMeetingIdentifier", "BBB");
    /** {@code invalidMeetingId}: there is no such meeting. An older twin of the former. */
    public static final MessageKey INVALID_MEETING_ID = failure("invalidMeetingId", "BBB 2.x");
    /** {@code meetingNotFound}: the meeting is not running, so nobody could read the message. */
    public static final MessageKey MEETING_NOT_FOUND = failure("meetingNotFound", "BBB 3.0 and later");
    /** {@code meetingForciblyEnded}: the meeting was ended. */
    public static final MessageKey MEETING_FORCIBLY_ENDED = failure("meetingForciblyEnded", "BBB");
    /** {@code mismatchCreateTimeParam}: the createTime is that of another run of the meeting. */
    public static final MessageKey MISMATCH_CREATE_TIME_PARAM = failure("mismatchCreateTimeParam", "BBB");
    /** {@code mismatchCreateTime}: an older twin of the former. */
    public static final MessageKey MISMATCH_CREATE_TIME = failure("mismatchCreateTime", "BBB 2.x");
    /** {@code maxParticipantsReached}: the meeting is full; it stays so until somebody leaves. */
    public static final MessageKey MAX_PARTICIPANTS_REACHED = failure("maxParticipantsReached", "BBB");
    /** {@code guestDeniedAccess}: a guest was turned away. */
    public static final MessageKey GUEST_DENIED_ACCESS = failure("guestDeniedAccess", "BBB 3.0 and later");
    /** {@code guestDeny}: a guest was turned away; some releases say so in an answer of success. */
    public static final MessageKey GUEST_DENY = success("guestDeny", "BBB 2.2 to 2.7");
    /** {@code userNotFound}: there is no user with this existingUserID. */
    public static final MessageKey USER_NOT_FOUND = failure("userNotFound", "BBB 3.0 and later");
    /** {@code idNotUnique}: a running meeting has this meetingID and other passwords. */
    public static final MessageKey ID_NOT_UNIQUE = failure("idNotUnique", "BBB");
    /** {@code NotUniqueMeetingID}: an older twin of the former. */
    public static final MessageKey NOT_UNIQUE_MEETING_ID = failure("NotUniqueMeetingID", "BBB 2.x");
    /** {@code nonUniqueVoiceBridge}: another meeting uses this voiceBridge. */
    public static final MessageKey NON_UNIQUE_VOICE_BRIDGE = failure("nonUniqueVoiceBridge", "BBB 2.2 and later");
    /** {@code parentMeetingIDMissing}: a breakout room needs a parentMeetingID. */
    public static final MessageKey PARENT_MEETING_ID_MISSING = failure("parentMeetingIDMissing", "BBB");
    /** {@code parentMeetingDoesNotExist}: there is no meeting with this parentMeetingID. */
    public static final MessageKey PARENT_MEETING_DOES_NOT_EXIST = failure("parentMeetingDoesNotExist", "BBB");
    /** {@code noMeetings}: there are no meetings to list. */
    public static final MessageKey NO_MEETINGS = success("noMeetings", "BBB");
    /** {@code noSessions}: there are no sessions to list. */
    public static final MessageKey NO_SESSIONS = success("noSessions", "BBB");
    /** {@code duplicateWarning}: the meeting or the hook is already there, and stays as it is. */
    public static final MessageKey DUPLICATE_WARNING =
            success("duplicateWarning", "BBB create, bbb-webhooks hooks/create");
    /** {@code sentEndMeetingRequest}: the order to end the meeting was taken. */
    public static final MessageKey SENT_END_MEETING_REQUEST = success("sentEndMeetingRequest", "BBB");
    /** {@code successfullyJoined}: the user is let in. */
    public static final MessageKey SUCCESSFULLY_JOINED = success("successfullyJoined", "BBB");
    /** {@code guestWait}: the guest must wait for a moderator. */
    public static final MessageKey GUEST_WAIT = success("guestWait", "BBB 2.2 to 2.7");

    // recordings
    /** {@code noRecordings}: there are no recordings to list; for text tracks, a failure. */
    public static final MessageKey NO_RECORDINGS = success("noRecordings", "BBB");
    /** {@code recordingNotFound}: there is no such recording. An older twin of notFound. */
    public static final MessageKey RECORDING_NOT_FOUND = failure("recordingNotFound", "BBB 2.x");
    /** {@code unexpectedError}: a page of recordings begins behind the last one: asking again does not help. */
    public static final MessageKey UNEXPECTED_ERROR = failure("unexpectedError", "BBB 4.0 and later");
    /** {@code noCaptionsFound}: the recording has no text tracks. */
    public static final MessageKey NO_CAPTIONS_FOUND = failure("noCaptionsFound", "BBB text tracks");
    /** {@code invalidKind}: the kind is neither subtitles nor captions. */
    public static final MessageKey INVALID_KIND = failure("invalidKind", "BBB text tracks");
    /** {@code invalidLang}: the language is none that the server knows. */
    public static final MessageKey INVALID_LANG = failure("invalidLang", "BBB text tracks");
    /** {@code empty_uploaded_text_track}: the uploaded file is empty. */
    public static final MessageKey EMPTY_UPLOADED_TEXT_TRACK = failure("empty_uploaded_text_track", "BBB text tracks");
    /** {@code upload_text_track_failed}: the uploaded file could not be taken. */
    public static final MessageKey UPLOAD_TEXT_TRACK_FAILED = failure("upload_text_track_failed", "BBB text tracks");
    /** {@code upload_text_track_success}: the uploaded file is queued. */
    public static final MessageKey UPLOAD_TEXT_TRACK_SUCCESS = success("upload_text_track_success", "BBB text tracks");

    // sessions of users
    /** {@code missingToken}: the call needs a sessionToken. */
    public static final MessageKey MISSING_TOKEN = failure("missingToken", "BBB session calls");
    /** {@code missingSession}: the token belongs to no session. */
    public static final MessageKey MISSING_SESSION = failure("missingSession", "BBB session calls");
    /** {@code invalidSession}: the session has ended. */
    public static final MessageKey INVALID_SESSION = failure("invalidSession", "BBB session calls");

    // webhooks
    /** {@code createHookError}: the webhooks' own store failed. */
    public static final MessageKey CREATE_HOOK_ERROR = passing("createHookError", "bbb-webhooks");
    /** {@code destroyHookError}: the webhooks' own store failed. */
    public static final MessageKey DESTROY_HOOK_ERROR = passing("destroyHookError", "bbb-webhooks");
    /** {@code listHookError}: the list failed; some releases do that for each meeting without a hook. */
    public static final MessageKey LIST_HOOK_ERROR = failure("listHookError", "bbb-webhooks");
    /** {@code destroyMissingHook}: there is no such hook, or it is permanent. */
    public static final MessageKey DESTROY_MISSING_HOOK = failure("destroyMissingHook", "bbb-webhooks");

    // client configuration and polls of old servers
    /** {@code noConfigFound}: there is no such client configuration. */
    public static final MessageKey NO_CONFIG_FOUND = failure("noConfigFound", "BBB 2.3 and earlier");
    /** {@code configNotFound}: there is no such client configuration. */
    public static final MessageKey CONFIG_NOT_FOUND = failure("configNotFound", "BBB 2.3 and earlier");
    /** {@code configXMLError}: the client configuration was not taken. */
    public static final MessageKey CONFIG_XML_ERROR = failure("configXMLError", "BBB 2.3 and earlier");
    /** {@code configXMLChecksumError}: the configuration's own checksum is wrong. */
    public static final MessageKey CONFIG_XML_CHECKSUM_ERROR = failure("configXMLChecksumError", "BBB 2.3 and earlier");
    /** {@code pollXMLError}: the poll was not taken. */
    public static final MessageKey POLL_XML_ERROR = failure("pollXMLError", "BBB 2.5 and earlier");
    /** {@code pollXMLChecksumError}: the poll's own checksum is wrong. */
    public static final MessageKey POLL_XML_CHECKSUM_ERROR = failure("pollXMLChecksumError", "BBB 2.5 and earlier");

    // balancers
    /** {@code internalError}: the balancer failed, or a server behind it did. */
    public static final MessageKey INTERNAL_ERROR = passing("internalError", "Scalelite, bigblueswarm, bbblb");
    /** {@code serverUnavailable}: no server is free or awake. */
    public static final MessageKey SERVER_UNAVAILABLE = passing("serverUnavailable", "Scalelite");
    /** {@code serverTagUnavailable}: no server with the wanted tag is free or awake. */
    public static final MessageKey SERVER_TAG_UNAVAILABLE = passing("serverTagUnavailable", "Scalelite");
    /** {@code noInstanceFound}: no server is free or awake. */
    public static final MessageKey NO_INSTANCE_FOUND = passing("noInstanceFound", "bigblueswarm");
    /** {@code b3scaleGatewayError}: the balancer could not hand the call on. */
    public static final MessageKey B3SCALE_GATEWAY_ERROR = passing("b3scaleGatewayError", "b3scale");
    /** {@code b3scale_server_error}: the balancer failed. */
    public static final MessageKey B3SCALE_SERVER_ERROR = passing("b3scale_server_error", "b3scale");
    /** {@code unsupportedRequest}: the balancer does not know the call. */
    public static final MessageKey UNSUPPORTED_REQUEST = failure("unsupportedRequest", "Scalelite");
    /** {@code notImplemented}: the balancer does not serve the call. */
    public static final MessageKey NOT_IMPLEMENTED = failure("notImplemented", "b3scale, bbblb");
    /** {@code invalidRecordingIdentifier}: there is no such recording. */
    public static final MessageKey INVALID_RECORDING_IDENTIFIER = failure("invalidRecordingIdentifier", "b3scale");
    /** {@code clientError}: the balancer refuses the request. */
    public static final MessageKey CLIENT_ERROR = failure("clientError", "bbblb");
    /** {@code tenantNotFound}: there is no such tenant. */
    public static final MessageKey TENANT_NOT_FOUND = failure("tenantNotFound", "bigblueswarm");
    /** {@code meetingPoolReached}: the tenant has as many meetings as it may have; it stays so until one ends. */
    public static final MessageKey MEETING_POOL_REACHED = failure("meetingPoolReached", "bigblueswarm");
    /** {@code userPoolReached}: the tenant has as many users as it may have; it stays so until somebody leaves. */
    public static final MessageKey USER_POOL_REACHED = failure("userPoolReached", "bigblueswarm");

    private final String text;
    private final String origin;
    private final boolean success;
    private final boolean passing;

    private MessageKey(String text, String origin, boolean success, boolean passing) {
        this.text = text;
        this.origin = origin;
        this.success = success;
        this.passing = passing;
    }

    /**
     * Finds the key for a text.
     *
     * @param text the text on the wire
     * @return the constant if there is one, otherwise a key that is neither success nor transient
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessageKey of(String text) {
        Objects.requireNonNull(text, "text");
        MessageKey known = KNOWN.get(text);
        return known == null ? new MessageKey(text, "", false, false) : known;
    }

    /**
     * Returns the constants.
     *
     * @return all of them, in the order of this class; unmodifiable
     */
    public static Collection<MessageKey> values() {
        return Collections.unmodifiableCollection(KNOWN.values());
    }

    /**
     * Returns the key.
     *
     * @return the text on the wire, for example {@code notFound}
     */
    public String text() {
        return text;
    }

    /**
     * Returns which servers send it.
     *
     * @return for example {@code BBB 2.4 and later}; empty if it has no constant
     */
    public String origin() {
        return origin;
    }

    /**
     * Tells whether the key stands in answers of success.
     *
     * @return for example true for {@code noMeetings}
     */
    public boolean isSuccess() {
        return success;
    }

    /**
     * Tells whether a call that failed with this key may well succeed a little later, unchanged. That is so where the server
     * reports trouble of its own; not where the caller, an admin or a user must do something first.
     *
     * @return for example true for {@code serverUnavailable}
     */
    public boolean isTransient() {
        return passing;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageKey key && key.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the text on the wire. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    private static MessageKey failure(String text, String origin) {
        return known(new MessageKey(text, origin, false, false));
    }

    private static MessageKey success(String text, String origin) {
        return known(new MessageKey(text, origin, true, false));
    }

    private static MessageKey passing(String text, String origin) {
        return known(new MessageKey(text, origin, false, true));
    }

    private static MessageKey known(MessageKey key) {
        KNOWN.put(key.text, key);
        return key;
    }
}
