// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.ServerReport;
import io.blueflux.model.Meeting;
import io.blueflux.request.CreateRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The least load, as Scalelite 1.8 reckons it: a poll sets it to the sum over the meetings, but for breakout rooms, of participants
 * and moderators, of each that is younger than 15 minutes at least 15; until the next poll each create adds 1.
 */
final class ScalelitePlacing implements Placing {
    private static final Duration YOUNG = Duration.ofMinutes(15);
    private static final int LEAST_OF_YOUNG = 15;

    private final Map<String, Integer> loads = new TreeMap<>(); // of equal loads the first name

    @Override
    public Mono<String> create(BbbFleet fleet, CreateRequest request) {
        return Mono.defer(() -> {
            String server = next();
            return fleet.client(server).create(request).thenReturn(server);
        });
    }

    @Override
    public synchronized void polled(ServerReport report) {
        int load = report.server().meetings().values().stream()
                .mapToInt(each -> load(each.meeting(), report.server().poll().at()))
                .sum();
        loads.put(report.server().name(), load);
    }

    private synchronized String next() {
        String least = loads.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        loads.merge(least, 1, Integer::sum);
        return least;
    }

    private static int load(Meeting meeting, Instant now) {
        if (Boolean.TRUE.equals(meeting.state().isBreakout())) {
            return 0;
        }
        int users = count(meeting.counts().participantCount())
                + count(meeting.counts().moderatorCount());
        Instant created = meeting.times().createTime();
        boolean isYoung = created != null && created.plus(YOUNG).isAfter(now);
        return isYoung ? Math.max(LEAST_OF_YOUNG, users) : users;
    }

    static int count(@Nullable Integer printed) {
        return printed == null ? 0 : printed;
    }
}
