// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.error.Failure;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.model.Recording;
import io.blueflux.request.RecordingState;
import io.blueflux.request.RecordingsQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes recordings on the servers that have them. Each server is asked which it has, and told at once to change these, whatever the
 * others say; what none has is known when all have answered. For one subscription.
 */
final class RecordingChanges {
    /** The most recordings of a call: these calls go without a form, and 100 ids fit into a URL of 8,000 bytes. */
    static final int AT_ONCE = 100;

    private final BbbFleet fleet;
    private final RecordingChange change;
    private final Set<String> recordIds;
    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    private RecordingChanges(BbbFleet fleet, RecordingChange change, Collection<String> recordIds) {
        this.fleet = fleet;
        this.change = change;
        this.recordIds = new LinkedHashSet<>(recordIds);
    }

    static Flux<RecordingResult> of(BbbFleet fleet, RecordingChange change, Collection<String> recordIds) {
        return Flux.defer(() -> new RecordingChanges(fleet, change, recordIds).run());
    }

    private Flux<RecordingResult> run() {
        AllServers servers = new AllServers(fleet);
        RecordingsQuery query = query();
        return servers.<RecordingResult>each(server -> servers.ask(server, client -> client.getRecordings(query))
                        .collect(LinkedHashSet<String>::new, this::take)
                        .flatMapMany(ids -> Flux.fromIterable(ids).buffer(AT_ONCE))
                        .concatMap(ids -> changed(server, ids), 1))
                .concatWith(Flux.defer(() -> Flux.fromIterable(left())));
    }

    /** A plain query leaves out recordings that are neither published nor hidden. */
    private RecordingsQuery query() {
        return RecordingsQuery.builder()
                .recordIds(recordIds.toArray(String[]::new))
                .states(RecordingState.ANY)
                .build();
    }

    private void take(Set<String> ids, FromServer<Recording> answer) {
        Recording recording = answer.value();
        if (recording == null) {
            unanswered.add(answer.server());
            return;
        }
        String id = recording.recordId();
        if (id != null && recordIds.contains(id) && !isDeleted(recording)) { // beginnings of ids are found too
            ids.add(id);
            found.add(id);
        }
    }

    private static boolean isDeleted(Recording recording) {
        return RecordingState.DELETED.text().equals(recording.status().state());
    }

    private Flux<RecordingResult> changed(String server, List<String> ids) {
        return Mono.defer(() -> change.send().send(fleet.client(server), ids.toArray(String[]::new)))
                .map(isDone -> isDone ? done(server, ids) : failed(server, ids, change.failure(server)))
                .onErrorResume(error -> Mono.just(failed(server, ids, Failure.of(error))))
                .flatMapIterable(results -> results);
    }

    private static List<RecordingResult> done(String server, List<String> ids) {
        return ids.stream()
                .<RecordingResult>map(id -> new RecordingResult.Done(id, server))
                .toList();
    }

    private static List<RecordingResult> failed(String server, List<String> ids, Failure failure) {
        return ids.stream()
                .<RecordingResult>map(id -> new RecordingResult.Failed(id, server, failure))
                .toList();
    }

    private List<RecordingResult> left() {
        List<String> silent = List.copyOf(unanswered);
        List<RecordingResult> left = new ArrayList<>();
        for (String id : recordIds) {
            if (!found.contains(id)) {
                left.add(silent.isEmpty() ? new RecordingResult.Absent(id) : new RecordingResult.Unknown(id, silent));
            }
        }
        return left;
    }
}
