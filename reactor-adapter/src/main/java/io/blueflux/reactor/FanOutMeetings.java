// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.error.MessageKey;
import io.blueflux.model.Meeting;
import io.blueflux.parameter.Validation;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.SimpleRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** From the list of meetings to the info of each: as many at once as asked, while the list still arrives. */
final class FanOutMeetings {
    private final String serverName;
    private final Supplier<Flux<Meeting>> list;
    private final Function<ApiRequest, Flux<Meeting>> info;
    private final FanOut fanOut;
    private final WirePool pool;

    /**
     * Makes a fan-out that begins anew with each subscription.
     *
     * @param list asks for the list
     * @param info asks for one info; refuses an id that cannot be sent with an {@code IllegalArgumentException}
     */
    FanOutMeetings(
            String serverName,
            Supplier<Flux<Meeting>> list,
            Function<ApiRequest, Flux<Meeting>> info,
            FanOut fanOut,
            WirePool pool) {
        this.serverName = serverName;
        this.list = list;
        this.info = info;
        this.fanOut = fanOut;
        this.pool = pool;
    }

    Flux<MeetingResult> results() {
        return Flux.defer(() -> {
            FanOutShare share = FanOutShare.enter(pool);
            Sinks.Empty<Void> over = Sinks.empty();
            return FanOutEnd.of(results(share, over.asMono()), end -> {
                share.leave();
                over.tryEmitEmpty();
            });
        });
    }

    /** After a subscriber has thrown, the merge of the infos does not pass a cancel on: the list ends when all is over. */
    private Flux<MeetingResult> results(FanOutShare share, Mono<Void> over) {
        AtomicReference<@Nullable Throwable> listError = new AtomicReference<>();
        Flux<Meeting> listed = share.list(list.get()).takeUntilOther(over).onErrorResume(error -> {
            listError.set(error);
            return Flux.empty();
        });
        return infos(listed, share, new AtomicBoolean()).concatWith(Mono.defer(() -> last(listError.get())));
    }

    private Flux<MeetingResult> infos(Flux<Meeting> listed, FanOutShare share, AtomicBoolean stopped) {
        return fanOut.ordered()
                ? listed.flatMapSequential(meeting -> info(meeting, share, stopped), fanOut.concurrency(), 1)
                : listed.flatMap(meeting -> info(meeting, share, stopped), fanOut.concurrency(), 1);
    }

    /** The list's error waits for the infos of what was listed before it. */
    private static Mono<MeetingResult> last(@Nullable Throwable listError) {
        return listError == null ? Mono.empty() : Mono.error(listError);
    }

    private Flux<MeetingResult> info(Meeting listed, FanOutShare share, AtomicBoolean stopped) {
        return share.info(Flux.defer(() -> asked(listed)))
                .<MeetingResult>map(MeetingResult.Found::new)
                .onErrorResume(BbbException.class, error -> failed(listed, error, stopped));
    }

    /** What a server lists it may be asked for, whatever the rules of the API say; else by the id that it made itself. */
    private Flux<Meeting> asked(Meeting listed) {
        Flux<Meeting> asListed = byId(listed.meetingId());
        Flux<Meeting> asked = asListed == null ? byId(listed.internalMeetingId()) : asListed;
        return asked == null ? Flux.error(unusableId()) : asked;
    }

    /** Control characters would not arrive: servers take them out. */
    private @Nullable Flux<Meeting> byId(@Nullable String id) {
        if (id == null || id.isBlank() || id.chars().anyMatch(Character::isISOControl)) {
            return null;
        }
        try {
            return info.apply(SimpleRequest.getMeetingInfo(id, Validation.LENIENT))
                    .single()
                    .flux();
        } catch (IllegalArgumentException cannotBeSent) {
            return null;
        }
    }

    /** Neither id can be sent: both are missing, or hold control characters. */
    private BbbException unusableId() {
        return new MalformedResponseException(
                new CallSite(serverName, ApiCall.GET_MEETINGS.wireName()),
                "a listed meeting has no usable meetingID or internalMeetingID",
                0,
                "",
                null);
    }

    /** Of infos that fail at once the first stops the stream: nobody would hear the second, which Reactor would then log. */
    private Mono<MeetingResult> failed(Meeting listed, BbbException error, AtomicBoolean stopped) {
        if (error instanceof ApiFailedException failure && failure.has(MessageKey.NOT_FOUND)) {
            return Mono.empty();
        }
        if (fanOut.onFailure() != FanOut.OnFailure.STOP) {
            return Mono.just(new MeetingResult.Failed(listed, error));
        }
        return stopped.compareAndSet(false, true) ? Mono.error(error) : Mono.empty();
    }
}
