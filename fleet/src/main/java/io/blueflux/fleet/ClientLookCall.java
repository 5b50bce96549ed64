// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.reactor.AnswerMeter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One call of a look, within its deadline, and what its answer takes. */
final class ClientLookCall {
    private final LaneTarget asked;
    private final PollPlan how;
    private final ClientLookSettings settings;
    private final CallSite site;
    private final Instant startedAt;
    private final long start;
    private final AnswerTrace trace = new AnswerTrace();
    private final Sinks.Empty<Void> unwanted = Sinks.empty();
    private volatile AnswerMemory.@Nullable Holder memory;

    /** Makes a call that begins now; the host's clock is asked, so no lock is held. */
    ClientLookCall(LaneTarget asked, PollPlan how, ClientLookSettings settings) {
        this.asked = asked;
        this.how = how;
        this.settings = settings;
        this.site = new CallSite(asked.client().server().name(), "look");
        this.startedAt = settings.clock().instant();
        this.start = settings.now();
    }

    long start() {
        return start;
    }

    /** Returns what it comes to; nothing if there is no more to be asked there, or nobody waits any more. */
    Mono<ServerLook> outcome() {
        return HostWall.around(() -> {
            AnswerMemory.Holder taken = settings.memory().holder();
            memory = taken;
            return outcome(taken.use());
        });
    }

    private Mono<ServerLook> outcome(AnswerMemory.Holder.Use use) {
        return HostWall.around(() -> asked.isRetired() ? Mono.<List<Meeting>>never() : read())
                .timeout(how.deadline(), Mono.error(this::late), settings.timer())
                .contextWrite(context -> context.put(AnswerTrace.class, trace).put(AnswerMeter.class, use))
                .takeUntilOther(asked.retired())
                .takeUntilOther(unwanted.asMono())
                .map(listed -> look(listed, use));
    }

    private Mono<List<Meeting>> read() {
        return AnswerMeetings.bounded(asked.client().getMeetings(MeetingFields.COUNTERS_AND_METADATA), site, how);
    }

    private CallTimeoutException late() {
        return new CallTimeoutException(site, CallTimeoutException.Stage.DEADLINE, how.deadline(), null);
    }

    private ServerLook look(List<Meeting> listed, AnswerMemory.Holder.Use use) {
        List<Meeting> meetings =
                listed.stream().filter(each -> !each.hasEnded()).toList();
        use.keep(meetings);
        return new ServerLook(site.server(), startedAt, settings.clock().instant(), trace.serverDate(), meetings);
    }

    /** Cancels, if it has not ended. Never called under a lock. */
    void cancel() {
        unwanted.tryEmitEmpty(); // fails only when it was emitted before
    }

    /** Gives back what it took, and what is kept of it. */
    void release() {
        AnswerMemory.Holder taken = memory;
        if (taken != null) {
            taken.close();
        }
    }
}
