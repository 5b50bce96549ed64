// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.ApiCall;
import io.blueflux.PrintableText;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.CallSite;
import io.blueflux.error.MessageKey;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.LocatedMeeting;
import io.blueflux.reactor.BbbClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Sends the calls of a meeting to the server that has it. */
final class Routing {
    /** In place of a server's name, where all servers together gave an answer. */
    static final String FLEET = "the fleet";

    private static final String AS_ONE = "as one server calls it";
    private static final int OK = 200;

    private final BbbFleet fleet;
    private final MeetingPlacement placement;

    Routing(BbbFleet fleet, MeetingPlacement placement) {
        this.fleet = fleet;
        this.placement = placement;
    }

    /** Finds a meeting and sends a call to its server; an error of one's own if none has it. */
    <T> Mono<T> call(ApiCall call, String meetingId, BiFunction<BbbClient, LocatedMeeting, Mono<T>> send) {
        return Mono.defer(() -> placement.find(meetingId)).flatMap(search -> {
            LocatedMeeting found = search.found();
            if (found != null) {
                return at(found.server(), meetingId, client -> send.apply(client, found));
            }
            return Mono.error(
                    search.isAbsent()
                            ? absent(call, meetingId)
                            : new MeetingUnreachableException(meetingId, search.unanswered()));
        });
    }

    /** Sends a call to a server; one that has just left the fleet is not there to answer. */
    <T> Mono<T> at(String server, String meetingId, Function<BbbClient, Mono<T>> send) {
        return Mono.defer(() -> {
            BbbClient client;
            try {
                client = fleet.client(server);
            } catch (IllegalArgumentException e) {
                return Mono.error(new MeetingUnreachableException(meetingId, List.of(server)));
            }
            return send.apply(client);
        });
    }

    /** Returns what one server would have answered; its own key for a call that has one comes second. */
    private static ApiFailedException absent(ApiCall call, String meetingId) {
        String message = "no server of the fleet has the meeting " + PrintableText.line(meetingId);
        List<ApiError> errors = new ArrayList<>();
        errors.add(new ApiError(MessageKey.NOT_FOUND.text(), message));
        if (call.equals(ApiCall.JOIN)) {
            errors.add(new ApiError(MessageKey.INVALID_MEETING_IDENTIFIER.text(), AS_ONE));
        } else if (call.equals(ApiCall.SEND_CHAT_MESSAGE)) {
            errors.add(new ApiError(MessageKey.MEETING_NOT_FOUND.text(), AS_ONE));
        }
        return new ApiFailedException(new CallSite(FLEET, call.wireName()), "FAILED", errors, OK);
    }
}
