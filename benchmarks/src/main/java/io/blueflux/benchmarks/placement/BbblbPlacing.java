// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import static io.blueflux.benchmarks.placement.ScalelitePlacing.count;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.ServerReport;
import io.blueflux.model.Meeting;
import io.blueflux.request.CreateRequest;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Mono;

/**
 * The least load of the last poll, as bbblb reckons it without its guess of who will come: of each meeting 5, its users, and half of
 * voice and video. What was created since does not count.
 */
final class BbblbPlacing implements Placing {
    private final Map<String, Double> loads = new TreeMap<>(); // of equal loads the first name

    @Override
    public Mono<String> create(BbbFleet fleet, CreateRequest request) {
        return Mono.defer(() -> {
            String server = least();
            return fleet.client(server).create(request).thenReturn(server);
        });
    }

    @Override
    public synchronized void polled(ServerReport report) {
        double load = report.server().meetings().values().stream()
                .mapToDouble(each -> load(each.meeting().counts()))
                .sum();
        loads.put(report.server().name(), load);
    }

    private synchronized String least() {
        return loads.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static double load(Meeting.Counts counts) {
        return 5
                + count(counts.participantCount())
                + 0.5 * count(counts.voiceParticipantCount())
                + 0.5 * count(counts.videoCount());
    }
}
