// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.error.BbbException;
import io.blueflux.error.Failure;
import io.blueflux.fleet.placement.FleetClient;
import io.blueflux.fleet.placement.FromServer;
import io.blueflux.fleet.placement.RecordingResult;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How a fleet makes a call as if it were one server.
 *
 * @param <T> what one server answers
 */
@FunctionalInterface
interface FleetCall<T> {
    /** Makes the call; what is asked is checked at once. */
    Flux<FleetAnswer> make(FleetClient fleet, FleetRequest request, Function<T, JsonObject> shape);

    /** The call goes to the server that has the meeting. */
    static <T> FleetCall<T> ofMeeting(BiFunction<FleetClient, FleetRequest, Mono<T>> call) {
        return (fleet, request, shape) ->
                call.apply(fleet, request).map(shape).map(FleetAnswer::of).flux();
    }

    /** The call goes to all servers; each value says its server. */
    static <T> FleetCall<T> ofAll(BiFunction<FleetClient, FleetRequest, Flux<FromServer<T>>> call) {
        return (fleet, request, shape) -> call.apply(fleet, request).map(each -> {
            if (each instanceof FromServer.Failed<T> failed) {
                return FleetAnswer.trouble(line(failed.failure(), failed.server()));
            }
            FromServer.Value<T> value = (FromServer.Value<T>) each;
            return FleetAnswer.of(
                    new JsonObject().put(FleetAnswer.SERVER, each.server()).putAll(shape.apply(value.value())));
        });
    }

    /** The call goes to the servers that have the recordings. */
    static <T> FleetCall<T> ofRecordings(BiFunction<FleetClient, FleetRequest, Flux<RecordingResult>> call) {
        return (fleet, request, shape) -> call.apply(fleet, request).map(FleetCall::answer);
    }

    private static FleetAnswer answer(RecordingResult result) {
        String recording = "recordID=" + OneLine.quoted(result.recordId());
        if (result instanceof RecordingResult.Done done) {
            return FleetAnswer.of(
                    new JsonObject().put("recordID", done.recordId()).put(FleetAnswer.SERVER, done.server()));
        }
        if (result instanceof RecordingResult.Failed failed) {
            return FleetAnswer.trouble(line(failed.failure(), failed.server()) + " " + recording);
        }
        String why = result instanceof RecordingResult.Unknown unknown
                ? "no server that answered has it; no answer from " + String.join(", ", unknown.unanswered())
                : "no server has it";
        return FleetAnswer.trouble(recording + " message=" + OneLine.quoted(why));
    }

    private static String line(Failure failure, String server) {
        return failure.error() instanceof BbbException error
                ? ErrorLine.of(error)
                : FleetAnswer.SERVER + "=" + OneLine.of(server) + " error=" + failure.kind();
    }
}
