// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.MessageKey;
import io.blueflux.reactor.BbbClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** Asks several servers for a meeting at once; the first that has it ends the asking, and so does time. */
final class ClientSearch {
    /**
     * Above the number of servers of most fleets: those that hang keep their places until the end, and must not keep others from
     * being asked. A bound on each call instead would give up servers that are slow where nobody else answers.
     */
    private static final int CONCURRENCY = 256;

    private final String meetingId;
    private final AnswerMemory memory;
    private final FleetSettings.Search bounds;
    private final Scheduler timer;
    private final Set<String> without = ConcurrentHashMap.newKeySet();
    private final Sinks.Empty<Void> answered = Sinks.empty();

    private ClientSearch(String meetingId, AnswerMemory memory, FleetSettings.Search bounds, Scheduler timer) {
        this.meetingId = meetingId;
        this.memory = memory;
        this.bounds = bounds;
        this.timer = timer;
    }

    /** Searches servers; those without a client are not asked. */
    static Mono<MeetingSearch> search(
            String meetingId,
            Map<String, @Nullable BbbClient> servers,
            AnswerMemory memory,
            FleetSettings.Search bounds,
            Scheduler timer) {
        return Mono.defer(() -> new ClientSearch(meetingId, memory, bounds, timer).ask(servers));
    }

    private Mono<MeetingSearch> ask(Map<String, @Nullable BbbClient> servers) {
        List<BbbClient> asked = new ArrayList<>();
        servers.values().forEach(client -> {
            if (client != null) {
                asked.add(client);
            }
        });
        return Flux.fromIterable(asked)
                .flatMap(this::ask, CONCURRENCY, 1)
                .takeUntilOther(end())
                .next()
                .map(found -> new MeetingSearch(found, List.of()))
                .switchIfEmpty(Mono.fromSupplier(() -> new MeetingSearch(null, unanswered(servers))));
    }

    private Mono<LocatedMeeting> ask(BbbClient client) {
        String name = client.server().name();
        return HostWall.around(() -> memory.counted(client.getMeetingInfo(meetingId)))
                .map(meeting -> new LocatedMeeting(name, true, meeting))
                .onErrorResume(error -> {
                    if (error instanceof ApiFailedException failure && failure.has(MessageKey.NOT_FOUND)) {
                        without.add(name);
                        answered.tryEmitEmpty(); // fails only when it was emitted before
                    }
                    return Mono.empty();
                });
    }

    /** Comes a while after the first answer, at the latest when the whole time is over. */
    private Mono<Long> end() {
        return Mono.firstWithSignal(pause(bounds.inAll()), answered.asMono().then(pause(bounds.afterAnswer())));
    }

    private Mono<Long> pause(Duration time) {
        return Mono.delay(time, timer);
    }

    private List<String> unanswered(Map<String, @Nullable BbbClient> servers) {
        return servers.keySet().stream().filter(name -> !without.contains(name)).toList();
    }
}
