// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.body.RequestBody;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request of a call that takes at most one or two parameters, or of any call with parameters known by name only.
 * Immutable.
 */
public final class SimpleRequest extends CheckedRequest {
    private static final SimpleRequest VERSION = withoutParameters(ApiCall.VERSION);
    private static final SimpleRequest GET_MEETINGS = withoutParameters(ApiCall.GET_MEETINGS);
    private static final SimpleRequest GET_SESSIONS = withoutParameters(ApiCall.GET_SESSIONS);
    private static final SimpleRequest HOOKS_LIST = withoutParameters(ApiCall.HOOKS_LIST);
    private static final SimpleRequest HOOKS_PING = withoutParameters(ApiCall.HOOKS_PING);

    private final @Nullable RequestBody body;
    private final @Nullable String cookie;

    private SimpleRequest(ApiCall call, RequestParameters parameters, @Nullable RequestBody body) {
        this(call, parameters, body, null);
    }

    private SimpleRequest(
            ApiCall call, RequestParameters parameters, @Nullable RequestBody body, @Nullable String cookie) {
        super(call, parameters);
        this.body = body;
        this.cookie = cookie;
    }

    private static SimpleRequest withoutParameters(ApiCall call) {
        return new SimpleRequest(call, RequestParameters.NONE, null);
    }

    /**
     * Asks the root of the API for its version.
     *
     * @return the request
     */
    public static SimpleRequest version() {
        return VERSION;
    }

    /**
     * Asks for all meetings of the server.
     *
     * @return the request
     */
    public static SimpleRequest getMeetings() {
        return GET_MEETINGS;
    }

    /**
     * Asks whether somebody has joined a meeting.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @return the request
     */
    public static SimpleRequest isMeetingRunning(String meetingId) {
        return isMeetingRunning(meetingId, Validation.STRICT);
    }

    /**
     * Asks whether somebody has joined a meeting.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param validation whether a value may break the rule of its {@link Parameter}
     * @return the request
     */
    public static SimpleRequest isMeetingRunning(String meetingId, Validation validation) {
        Objects.requireNonNull(validation, "validation");
        return ofMeeting(ApiCall.IS_MEETING_RUNNING, meetingId, validation);
    }

    /**
     * Asks for a meeting and its attendees.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @return the request
     */
    public static SimpleRequest getMeetingInfo(String meetingId) {
        return getMeetingInfo(meetingId, Validation.STRICT);
    }

    /**
     * Asks for a meeting and its attendees.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param validation whether a value may break the rule of its {@link Parameter}
     * @return the request
     */
    public static SimpleRequest getMeetingInfo(String meetingId, Validation validation) {
        Objects.requireNonNull(validation, "validation");
        return ofMeeting(ApiCall.GET_MEETING_INFO, meetingId, validation);
    }

    /**
     * Ends a meeting; enough for BBB 2.5 and later.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @return the request
     */
    public static SimpleRequest end(String meetingId) {
        return end(meetingId, Validation.STRICT);
    }

    /**
     * Ends a meeting; enough for BBB 2.5 and later.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param validation whether a value may break the rule of its {@link Parameter}
     * @return the request
     */
    public static SimpleRequest end(String meetingId, Validation validation) {
        Objects.requireNonNull(validation, "validation");
        return ofMeeting(ApiCall.END, meetingId, validation);
    }

    /**
     * Ends a meeting of BBB 2.4 and earlier.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param moderatorPassword the moderators' password, {@code password}
     * @return the request
     */
    public static SimpleRequest end(String meetingId, String moderatorPassword) {
        return end(meetingId, moderatorPassword, Validation.STRICT);
    }

    /**
     * Ends a meeting of BBB 2.4 and earlier.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param moderatorPassword the moderators' password, {@code password}
     * @param validation whether a value may break the rule of its {@link Parameter}
     * @return the request
     */
    public static SimpleRequest end(String meetingId, String moderatorPassword, Validation validation) {
        Objects.requireNonNull(validation, "validation");
        RequestParameters.Builder parameters =
                RequestParameters.builder(validation).put(Parameter.MEETING_ID, meetingId);
        return new SimpleRequest(
                ApiCall.END,
                parameters.put(Parameter.PASSWORD, moderatorPassword).build(),
                null);
    }

    /**
     * Deletes recordings; those that do not exist are ignored as long as one exists.
     *
     * @param recordIds the recordings' whole IDs, recordID on the wire; at least one
     * @return the request
     */
    public static SimpleRequest deleteRecordings(Collection<String> recordIds) {
        return one(ApiCall.DELETE_RECORDINGS, Parameter.RECORD_IDS, Setters.list(Parameter.RECORD_IDS, recordIds));
    }

    /**
     * Publishes recordings, or hides them; those that do not exist are ignored as long as one exists.
     *
     * @param publish whether to publish or to hide, {@code publish}
     * @param recordIds the recordings' whole IDs, recordID on the wire; at least one
     * @return the request
     */
    public static SimpleRequest publishRecordings(boolean publish, Collection<String> recordIds) {
        RequestParameters.Builder parameters = RequestParameters.builder()
                .put(Parameter.RECORD_IDS, Setters.list(Parameter.RECORD_IDS, recordIds))
                .put(Parameter.PUBLISH, Boolean.toString(publish));
        return new SimpleRequest(ApiCall.PUBLISH_RECORDINGS, parameters.build(), null);
    }

    /**
     * Asks for the captions of a recording.
     *
     * @param recordId the recording, recordID on the wire
     * @return the request
     */
    public static SimpleRequest getRecordingTextTracks(String recordId) {
        return one(ApiCall.GET_RECORDING_TEXT_TRACKS, Parameter.RECORD_ID, recordId);
    }

    /**
     * Asks for the sessions of all users of the server.
     *
     * @return the request
     */
    public static SimpleRequest getSessions() {
        return GET_SESSIONS;
    }

    /**
     * Writes into a meeting's public chat, as {@code System}. BBB 3.0 and later.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param message the text, {@code message}; 1 to 500 characters
     * @return the request
     */
    public static SimpleRequest sendChatMessage(String meetingId, String message) {
        return chat(meetingId, message, RequestParameters.builder());
    }

    /**
     * Writes into a meeting's public chat. BBB 3.0 and later.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param message the text, {@code message}; 1 to 500 characters
     * @param userName the name that is shown, {@code userName}; at most 255 characters
     * @return the request
     */
    public static SimpleRequest sendChatMessage(String meetingId, String message, String userName) {
        return chat(meetingId, message, RequestParameters.builder().put(Parameter.USER_NAME, userName));
    }

    /**
     * Asks for all registered webhooks.
     *
     * @return the request
     */
    public static SimpleRequest hooksList() {
        return HOOKS_LIST;
    }

    /**
     * Asks for the webhooks of a meeting and those of all meetings.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @return the request
     */
    public static SimpleRequest hooksList(String meetingId) {
        return one(ApiCall.HOOKS_LIST, Parameter.MEETING_ID, meetingId);
    }

    /**
     * Removes a webhook.
     *
     * @param hookId what hooks/create said, hookID on the wire
     * @return the request
     */
    public static SimpleRequest hooksDestroy(String hookId) {
        return one(ApiCall.HOOKS_DESTROY, Parameter.HOOK_ID, hookId);
    }

    /**
     * Asks whether the webhooks' service is there.
     *
     * @return the request
     */
    public static SimpleRequest hooksPing() {
        return HOOKS_PING;
    }

    /**
     * Makes a request of any call from parameters known by name.
     *
     * @param call the call
     * @param parameters values by wire name; those we know are checked by their rule, and required ones must be there
     * @param body the body of a POST, or null
     * @return the request
     * @throws IllegalArgumentException naming a parameter and the rule it breaks
     */
    public static SimpleRequest of(ApiCall call, Map<String, String> parameters, @Nullable RequestBody body) {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(parameters, "parameters");
        return of(call, parameters, body, Validation.STRICT);
    }

    /**
     * Makes a request of any call from parameters known by name.
     *
     * @param call the call
     * @param parameters values by wire name
     * @param body the body of a POST, or null
     * @param validation whether a value may break the rule of its {@link Parameter}, and one that is required be missing
     * @return the request
     * @throws IllegalArgumentException naming a parameter and the rule it breaks
     */
    public static SimpleRequest of(
            ApiCall call, Map<String, String> parameters, @Nullable RequestBody body, Validation validation) {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(validation, "validation");
        RequestParameters checked = RequestParameters.of(call, parameters, validation);
        if (validation == Validation.STRICT) {
            requireAll(call, checked);
        }
        return new SimpleRequest(call, checked, body);
    }

    /** Refuses parameters among which one is missing that the call cannot do without. */
    private static void requireAll(ApiCall call, RequestParameters parameters) {
        for (Parameter parameter : Parameter.values()) {
            if (parameter.requiredBy().contains(call) && parameters.get(parameter.wireName()) == null) {
                throw new IllegalArgumentException(parameter.wireName() + " is required by " + call);
            }
        }
    }

    private static SimpleRequest ofMeeting(ApiCall call, String meetingId, Validation validation) {
        RequestParameters.Builder parameters = RequestParameters.builder(validation);
        return new SimpleRequest(
                call, parameters.put(Parameter.MEETING_ID, meetingId).build(), null);
    }

    private static SimpleRequest one(ApiCall call, Parameter parameter, String value) {
        return new SimpleRequest(
                call, RequestParameters.builder().put(parameter, value).build(), null);
    }

    private static SimpleRequest chat(String meetingId, String message, RequestParameters.Builder parameters) {
        parameters.put(Parameter.MEETING_ID, meetingId).put(Parameter.CHAT_MESSAGE, message);
        return new SimpleRequest(ApiCall.SEND_CHAT_MESSAGE, parameters.build(), null);
    }

    @Override
    public @Nullable RequestBody body() {
        return body;
    }

    /**
     * Returns this request with a cookie.
     *
     * @param value what the user's browser would send as {@code Cookie}
     * @return a copy
     * @throws IllegalArgumentException if it is not printable ASCII
     */
    public SimpleRequest withCookie(String value) {
        Objects.requireNonNull(value, "value");
        UserSession.checkCookie(value);
        return new SimpleRequest(call(), parameters(), body, value);
    }

    @Override
    public @Nullable String cookie() {
        return cookie;
    }
}
