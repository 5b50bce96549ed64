// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Endpoints;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls that {@code blueflux call} makes: a new one is a row here and a method of {@link Answers}, and of {@link FleetCalls} if
 * a fleet can make it as if it were one server.
 *
 * @param endpoint the call
 * @param items what is counted at the end of a list, for example {@code meetings}; empty for an answer of one value
 * @param shape makes JSON of a value
 * @param fleet makes the call on a fleet; null if one server has to be named
 */
record CallRow<T>(
        Endpoint<T> endpoint,
        String items,
        Function<T, JsonObject> shape,
        @Nullable FleetCall<T> fleet) {
    private static final List<CallRow<?>> ALL = List.of(
            new CallRow<>(Endpoints.VERSION, "", Answers::version),
            new CallRow<>(Endpoints.CREATE, "", Answers::created, FleetCalls::create),
            new CallRow<>(Endpoints.JOIN, "", OtherAnswers::joined, FleetCall.ofMeeting(FleetCalls::join)),
            new CallRow<>(
                    Endpoints.IS_MEETING_RUNNING,
                    "",
                    Answers::running,
                    FleetCall.ofMeeting(FleetCalls::isMeetingRunning)),
            new CallRow<>(Endpoints.END, "", Answers::ended, FleetCall.ofMeeting(FleetCalls::end)),
            new CallRow<>(
                    Endpoints.GET_MEETINGS, "meetings", Answers::meeting, FleetCall.ofAll(FleetCalls::getMeetings)),
            new CallRow<>(
                    Endpoints.GET_MEETING_INFO,
                    "",
                    Answers::meetingInfo,
                    FleetCall.ofMeeting(FleetCalls::getMeetingInfo)),
            new CallRow<>(Endpoints.GET_SESSIONS, "sessions", OtherAnswers::session),
            new CallRow<>(
                    Endpoints.INSERT_DOCUMENT,
                    "",
                    OtherAnswers::inserted,
                    FleetCall.ofMeeting(FleetCalls::insertDocument)),
            new CallRow<>(
                    Endpoints.SEND_CHAT_MESSAGE,
                    "",
                    OtherAnswers::sent,
                    FleetCall.ofMeeting(FleetCalls::sendChatMessage)),
            new CallRow<>(
                    Endpoints.GET_RECORDINGS,
                    "recordings",
                    Answers::recording,
                    FleetCall.ofAll(FleetCalls::getRecordings)),
            new CallRow<>(
                    Endpoints.PUBLISH_RECORDINGS,
                    "",
                    OtherAnswers::published,
                    FleetCall.ofRecordings(FleetCalls::publishRecordings)),
            new CallRow<>(
                    Endpoints.DELETE_RECORDINGS,
                    "",
                    Answers::deleted,
                    FleetCall.ofRecordings(FleetCalls::deleteRecordings)),
            new CallRow<>(
                    Endpoints.UPDATE_RECORDINGS,
                    "",
                    OtherAnswers::updated,
                    FleetCall.ofRecordings(FleetCalls::updateRecordings)),
            new CallRow<>(Endpoints.GET_RECORDING_TEXT_TRACKS, "tracks", OtherAnswers::textTrack),
            new CallRow<>(Endpoints.PUT_RECORDING_TEXT_TRACK, "", OtherAnswers::uploaded),
            new CallRow<>(Endpoints.GET_JOIN_URL, "", OtherAnswers::joinUrl),
            new CallRow<>(Endpoints.LEARNING_DASHBOARD, "", OtherAnswers::dashboard),
            new CallRow<>(Endpoints.HOOKS_CREATE, "", OtherAnswers::createdHook),
            new CallRow<>(Endpoints.HOOKS_LIST, "hooks", OtherAnswers::hook),
            new CallRow<>(Endpoints.HOOKS_DESTROY, "", OtherAnswers::destroyedHook),
            new CallRow<>(Endpoints.HOOKS_PING, "", OtherAnswers::text));

    /** A call that only one server can make. */
    CallRow(Endpoint<T> endpoint, String items, Function<T, JsonObject> shape) {
        this(endpoint, items, shape, null);
    }

    /** Returns the row of a call, or one that shows any answer if Blueflux does not know the call. */
    static CallRow<?> of(ApiCall call) {
        for (CallRow<?> row : ALL) {
            if (row.endpoint().call().equals(call)) {
                return row;
            }
        }
        return new CallRow<>(Endpoints.unknown(call), "", OtherAnswers::tree);
    }
}
