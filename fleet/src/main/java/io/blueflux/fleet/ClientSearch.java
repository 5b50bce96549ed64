// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.MessageKey;
import io.blueflux.reactor.BbbClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks several servers for a meeting at once; the first that has it ends the asking. */
final class ClientSearch {
    private static final int CONCURRENCY = 32;

    private final String meetingId;
    private final AnswerMemory memory;
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    private ClientSearch(String meetingId, AnswerMemory memory) {
        this.meetingId = meetingId;
        this.memory = memory;
    }

    /** Searches servers; those without a client are not asked. */
    static Mono<MeetingSearch> search(String meetingId, AnswerMemory memory, Map<String, @Nullable BbbClient> servers) {
        return Mono.defer(() -> new ClientSearch(meetingId, memory).ask(servers));
    }

    private Mono<MeetingSearch> ask(Map<String, @Nullable BbbClient> servers) {
        List<BbbClient> asked = new ArrayList<>();
        servers.forEach((name, client) -> {
            if (client == null) {
                unanswered.add(name);
            } else {
                asked.add(client);
            }
        });
        return Flux.fromIterable(asked)
                .flatMap(this::ask, CONCURRENCY, 1)
                .next()
                .map(found -> new MeetingSearch(found, List.of()))
                .switchIfEmpty(Mono.fromSupplier(() -> new MeetingSearch(null, List.copyOf(unanswered))));
    }

    private Mono<LocatedMeeting> ask(BbbClient client) {
        String name = client.server().name();
        return HostWall.around(() -> memory.counted(client.getMeetingInfo(meetingId)))
                .map(meeting -> new LocatedMeeting(name, true, meeting))
                .onErrorResume(error -> {
                    if (!(error instanceof ApiFailedException failure && failure.has(MessageKey.NOT_FOUND))) {
                        unanswered.add(name);
                    }
                    return Mono.empty();
                });
    }
}
