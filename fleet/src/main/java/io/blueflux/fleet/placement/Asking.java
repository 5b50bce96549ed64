// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.MessageKey;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Asks servers for one meeting. A meeting is asked for by getMeetingInfo, since isMeetingRunning is false until somebody joins.
 * That is never an error: a server that fails is silent.
 */
final class Asking {
    /** The most calls of one question in flight. */
    static final int CONCURRENCY = 32;

    private final BbbFleet fleet;
    private final PlacementLedger ledger;
    private final Duration patience;
    private final Scheduler timer;

    Asking(BbbFleet fleet, PlacementLedger ledger, Duration patience, Scheduler timer) {
        this.fleet = fleet;
        this.ledger = ledger;
        this.patience = patience;
        this.timer = timer;
    }

    /** Asks one server. */
    Mono<Reply> ask(String server, String meetingId) {
        return Mono.defer(() -> fleet.client(server).getMeetingInfo(meetingId))
                .timeout(patience, timer)
                .map(meeting -> reply(server, meeting))
                .onErrorResume(
                        error -> Mono.just(isAbsence(error) ? Reply.lacks(server) : Reply.silent(server, error)));
    }

    /** Asks several at once. */
    Mono<List<Reply>> ask(Collection<String> servers, String meetingId) {
        return Flux.fromIterable(servers)
                .flatMap(server -> ask(server, meetingId), CONCURRENCY, 1)
                .collectList();
    }

    /** Ends a meeting on one server; an error if that does not answer in time. */
    Mono<EndedMeeting> end(String server, String meetingId) {
        return Mono.defer(() -> fleet.client(server).end(meetingId)).timeout(patience, timer);
    }

    /** Servers describe meetings for a while after their end. */
    private Reply reply(String server, Meeting meeting) {
        return ledger.isThere(server, meeting) ? Reply.has(server, meeting) : Reply.lacks(server);
    }

    static boolean isAbsence(Throwable error) {
        return error instanceof ApiFailedException failure
                && (failure.has(MessageKey.NOT_FOUND) || failure.has(MessageKey.MEETING_NOT_FOUND));
    }
}
