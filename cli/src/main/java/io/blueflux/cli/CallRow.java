// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Endpoints;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            new CallRow<>(Endpoints.IS_MEETING_RUNNING, "", Answers::running),
            new CallRow<>(Endpoints.END, "", Answers::ended),
            new CallRow<>(Endpoints.GET_MEETINGS, "meetings", Answers::meeting),
            new CallRow<>(Endpoints.GET_MEETING_INFO, "", Answers::meetingInfo),
            new CallRow<>(Endpoints.GET_RECORDINGS, "recordings", Answers::recording),
            new CallRow<>(Endpoints.DELETE_RECORDINGS, "", Answers::deleted));

    static CallRow<?> of(ApiCall call) {
        return ALL.stream()
                .filter(row -> row.endpoint().call().equals(call))
                .findFirst()
                .orElseThrow(() -> CommandException.usage(call + " cannot be made from here yet"));
    }

    /** Finds a call by the name that users write. */
    static ApiCall call(String name) {
        return ApiCall.values().stream()
                .filter(call -> call.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandException.usage("no such call: " + name + "; there are "
                        + ApiCall.values().stream().map(ApiCall::toString).collect(Collectors.joining(", "))));
    }
}
