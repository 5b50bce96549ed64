// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of a call that takes at most one or two parameters, or of any call with parameters known by name only.
 * Immutable.
 */
public final class SimpleRequest implements ApiRequest {
    private final ApiCall call;
    private final RequestParameters parameters;
    private final @Nullable RequestBody body;

    private SimpleRequest(ApiCall call, RequestParameters parameters, @Nullable RequestBody body) {
        this.call = call;
        this.parameters = parameters;
        this.body = body;
    }

    /**
     * Asks the root of the API for its version.
     *
     * @return the request
     */
    public static SimpleRequest version() {
        return new SimpleRequest(ApiCall.VERSION, RequestParameters.NONE, null);
    }

    /**
     * Asks for all meetings of the server.
     *
     * @return the request
     */
    public static SimpleRequest getMeetings() {
        return new SimpleRequest(ApiCall.GET_MEETINGS, RequestParameters.NONE, null);
    }

    /**
     * Asks whether somebody has joined a meeting.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @return the request
     */
    public static SimpleRequest isMeetingRunning(String meetingId) {
        return ofMeeting(ApiCall.IS_MEETING_RUNNING, meetingId);
    }

    /**
     * Asks for a meeting and its attendees.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @return the request
     */
    public static SimpleRequest getMeetingInfo(String meetingId) {
        return ofMeeting(ApiCall.GET_MEETING_INFO, meetingId);
    }

    /**
     * Ends a meeting; enough for BBB 2.5 and later.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @return the request
     */
    public static SimpleRequest end(String meetingId) {
        return ofMeeting(ApiCall.END, meetingId);
    }

    /**
     * Ends a meeting of BBB 2.4 and earlier.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param moderatorPassword the moderators' password, {@code password}
     * @return the request
     */
    public static SimpleRequest end(String meetingId, String moderatorPassword) {
        RequestParameters.Builder parameters = RequestParameters.builder().put(Parameter.MEETING_ID, meetingId);
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
        RequestParameters.Builder parameters = RequestParameters.builder().put(Parameter.RECORD_IDS, recordIds);
        return new SimpleRequest(ApiCall.DELETE_RECORDINGS, parameters.build(), null);
    }

    /**
     * Makes a request of any call from parameters known by name.
     *
     * @param call the call
     * @param parameters values by wire name; those we know are checked by their rule
     * @param body the body of a POST, or null
     * @return the request
     * @throws IllegalArgumentException naming a parameter and the rule it breaks
     */
    public static SimpleRequest of(ApiCall call, Map<String, String> parameters, @Nullable RequestBody body) {
        return new SimpleRequest(call, RequestParameters.of(call, parameters), body);
    }

    private static SimpleRequest ofMeeting(ApiCall call, String meetingId) {
        return new SimpleRequest(
                call,
                RequestParameters.builder().put(Parameter.MEETING_ID, meetingId).build(),
                null);
    }

    @Override
    public ApiCall call() {
        return call;
    }

    @Override
    public RequestParameters parameters() {
        return parameters;
    }

    @Override
    public @Nullable RequestBody body() {
        return body;
    }

    /** Returns the call and its parameters without secrets. */
    @Override
    public String toString() {
        return call + " " + parameters;
    }
}
