// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Meeting;
import io.blueflux.request.SimpleRequest;
import io.blueflux.request.Validation;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** From the list of meetings to the info of each: as many at once as asked, while the list still arrives. */
final class MeetingFanOut {
    private final BbbClient client;
    private final FanOut fanOut;
    private final PoolShare.Key pool;

    MeetingFanOut(BbbClient client, FanOut fanOut, PoolShare.Key pool) {
        this.client = client;
        this.fanOut = fanOut;
        this.pool = pool;
    }

    Flux<MeetingResult> results() {
        return Flux.defer(() -> {
            PoolShare share = PoolShare.enter(pool);
            Sinks.Empty<Void> over = Sinks.empty();
            return LettingGo.of(results(share, over.asMono()), end -> {
                share.leave();
                over.tryEmitEmpty();
            });
        });
    }

    /** After a subscriber has thrown, the merge of the infos does not pass a cancel on: the list ends when all is over. */
    private Flux<MeetingResult> results(PoolShare share, Mono<Void> over) {
        AtomicReference<@Nullable Throwable> listError = new AtomicReference<>();
        Flux<Meeting> listed = share.list(client.getMeetings())
                .takeUntilOther(over)
                .onErrorResume(error -> {
                    listError.set(error);
                    return Flux.empty();
                });
        return infos(listed, share).concatWith(Mono.defer(() -> last(listError.get())));
    }

    private Flux<MeetingResult> infos(Flux<Meeting> listed, PoolShare share) {
        return fanOut.ordered()
                ? listed.flatMapSequential(meeting -> info(meeting, share), fanOut.concurrency(), 1)
                : listed.flatMap(meeting -> info(meeting, share), fanOut.concurrency(), 1);
    }

    /** The list's error waits for the infos of what was listed before it. */
    private static Mono<MeetingResult> last(@Nullable Throwable listError) {
        return listError == null ? Mono.empty() : Mono.error(listError);
    }

    private Flux<MeetingResult> info(Meeting listed, PoolShare share) {
        return share.info(Mono.defer(() -> ask(listed)).flux())
                .<MeetingResult>map(MeetingResult.Found::new)
                .onErrorMap(IllegalArgumentException.class, refused -> unusableId())
                .onErrorResume(BbbException.class, error -> failed(listed, error));
    }

    /** The rules for ids that we choose do not bind those that a server lists. Servers find a meeting by its internal id too. */
    private Mono<Meeting> ask(Meeting listed) {
        String id = listed.meetingId() == null ? listed.internalMeetingId() : listed.meetingId();
        return id == null
                ? Mono.error(unusableId())
                : client.call(Endpoints.GET_MEETING_INFO, SimpleRequest.getMeetingInfo(id, Validation.LENIENT))
                        .single();
    }

    /** What is listed without an id, or with one that cannot be written in a request, cannot be asked for. */
    private BbbException unusableId() {
        return new MalformedResponseException(
                new CallSite(client.server().name(), ApiCall.GET_MEETINGS.wireName()),
                "a listed meeting has no usable meetingID",
                0,
                "",
                null);
    }

    private Mono<MeetingResult> failed(Meeting listed, BbbException error) {
        if (error instanceof ApiFailedException failure && failure.has("notFound")) {
            return Mono.empty();
        }
        return fanOut.onFailure() == FanOut.OnFailure.STOP
                ? Mono.error(error)
                : Mono.just(new MeetingResult.Failed(listed, error));
    }
}
