// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Meeting;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From the list of meetings to the info of each: as many at once as asked, while the list still arrives. */
final class MeetingFanOut {
    private final BbbClient client;
    private final FanOut fanOut;

    MeetingFanOut(BbbClient client, FanOut fanOut) {
        this.client = client;
        this.fanOut = fanOut;
    }

    Flux<MeetingResult> results() {
        return Flux.defer(() -> {
            AtomicReference<@Nullable Throwable> listError = new AtomicReference<>();
            Flux<Meeting> listed = client.getMeetings().onErrorResume(error -> {
                listError.set(error);
                return Flux.empty();
            });
            return infos(listed).concatWith(Mono.defer(() -> last(listError.get())));
        });
    }

    private Flux<MeetingResult> infos(Flux<Meeting> listed) {
        return fanOut.ordered()
                ? listed.flatMapSequential(this::info, fanOut.concurrency(), 1)
                : listed.flatMap(this::info, fanOut.concurrency(), 1);
    }

    /** The list's error waits for the infos of what was listed before it. */
    private static Mono<MeetingResult> last(@Nullable Throwable listError) {
        return listError == null ? Mono.empty() : Mono.error(listError);
    }

    private Mono<MeetingResult> info(Meeting listed) {
        String meetingId = listed.meetingId();
        return Mono.defer(() -> meetingId == null ? Mono.error(unusableId()) : client.getMeetingInfo(meetingId))
                .<MeetingResult>map(MeetingResult.Found::new)
                .onErrorMap(IllegalArgumentException.class, refused -> unusableId())
                .onErrorResume(BbbException.class, error -> failed(listed, error));
    }

    /** Some servers list ids that the rules of the API do not allow; such a meeting cannot be asked for. */
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
