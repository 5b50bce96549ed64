// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Endpoints;
import java.util.List;
import java.util.function.Function;

/**
 * The calls that {@code blueflux call} makes: a new one is a row here and a method of {@link Answers}.
 *
 * @param endpoint the call
 * @param items what is counted at the end of a list, for example {@code meetings}; empty for an answer of one value
 * @param shape makes JSON of a value
 */
record CallRow<T>(Endpoint<T> endpoint, String items, Function<T, JsonObject> shape) {
    private static final List<CallRow<?>> ALL = List.of(
            new CallRow<>(Endpoints.VERSION, "", Answers::version),
            new CallRow<>(Endpoints.CREATE, "", Answers::created),
            new CallRow<>(Endpoints.JOIN, "", OtherAnswers::joined),
            new CallRow<>(Endpoints.IS_MEETING_RUNNING, "", Answers::running),
            new CallRow<>(Endpoints.END, "", Answers::ended),
            new CallRow<>(Endpoints.GET_MEETINGS, "meetings", Answers::meeting),
            new CallRow<>(Endpoints.GET_MEETING_INFO, "", Answers::meetingInfo),
            new CallRow<>(Endpoints.GET_SESSIONS, "sessions", OtherAnswers::session),
            new CallRow<>(Endpoints.INSERT_DOCUMENT, "", OtherAnswers::inserted),
            new CallRow<>(Endpoints.SEND_CHAT_MESSAGE, "", OtherAnswers::sent),
            new CallRow<>(Endpoints.GET_RECORDINGS, "recordings", Answers::recording),
            new CallRow<>(Endpoints.PUBLISH_RECORDINGS, "", OtherAnswers::published),
            new CallRow<>(Endpoints.DELETE_RECORDINGS, "", Answers::deleted),
            new CallRow<>(Endpoints.UPDATE_RECORDINGS, "", OtherAnswers::updated),
            new CallRow<>(Endpoints.GET_RECORDING_TEXT_TRACKS, "tracks", OtherAnswers::textTrack),
            new CallRow<>(Endpoints.PUT_RECORDING_TEXT_TRACK, "", OtherAnswers::uploaded),
            new CallRow<>(Endpoints.GET_JOIN_URL, "", OtherAnswers::joinUrl),
            new CallRow<>(Endpoints.LEARNING_DASHBOARD, "", OtherAnswers::dashboard),
            new CallRow<>(Endpoints.HOOKS_CREATE, "", OtherAnswers::createdHook),
            new CallRow<>(Endpoints.HOOKS_LIST, "hooks", OtherAnswers::hook),
            new CallRow<>(Endpoints.HOOKS_DESTROY, "", OtherAnswers::destroyedHook),
            new CallRow<>(Endpoints.HOOKS_PING, "", OtherAnswers::text));

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
