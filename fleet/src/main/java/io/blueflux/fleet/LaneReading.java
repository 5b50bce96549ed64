// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.ApiCall;
import io.blueflux.error.CallSite;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.MeetingResult;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What one poll read.
 *
 * @param meetings the server's meetings, as deep as the plan says
 * @param version the server's version, if it was asked for and came
 */
record LaneReading(List<Meeting> meetings, Optional<String> version) {

    private static final int LONGEST_VERSION = 200;

    /** Asks a server, as the plan says. */
    static Mono<LaneReading> of(BbbClient client, PollPlan plan, boolean withVersion, Scheduler timer) {
        Mono<Optional<String>> version = withVersion ? version(client, plan, timer) : Mono.just(Optional.empty());
        return Mono.zip(meetings(client, plan), version, LaneReading::new);
    }

    private static Mono<List<Meeting>> meetings(BbbClient client, PollPlan plan) {
        CallSite site = new CallSite(client.server().name(), ApiCall.GET_MEETINGS.wireName());
        return AnswerMeetings.bounded(listed(client, plan), site, plan);
    }

    private static Flux<Meeting> listed(BbbClient client, PollPlan plan) {
        return switch (plan.depth()) {
            case COUNTERS -> client.getMeetings(MeetingFields.COUNTERS);
            case MEETINGS -> client.getMeetings();
            case INFO ->
                client.getMeetingsWithInfo(FanOut.DEFAULT
                                .withConcurrency(plan.infoConcurrency())
                                .withOrdered(true))
                        .map(LaneReading::infoOrListed);
        };
    }

    private static Meeting infoOrListed(MeetingResult result) {
        if (result instanceof MeetingResult.Failed failed) {
            return failed.listed();
        }
        return ((MeetingResult.Found) result).info();
    }

    /**
     * The version is a nicety: what listeners and the log hear of its failure is enough, whatever it is. It never fails beside the
     * meetings, since of two errors one would be dropped.
     */
    private static Mono<Optional<String>> version(BbbClient client, PollPlan plan, Scheduler timer) {
        return client.version()
                .map(LaneReading::text)
                .onErrorReturn(Optional.empty())
                .timeout(plan.deadline().dividedBy(2), Mono.just(Optional.empty()), timer);
    }

    private static Optional<String> text(ApiVersion answer) {
        return Optional.ofNullable(answer.bbbVersion())
                .or(() -> Optional.ofNullable(answer.apiVersion()))
                .or(() -> Optional.ofNullable(answer.version()))
                .filter(text -> text.length() <= LONGEST_VERSION);
    }
}
