// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.placement.PlacementClaims;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Claims by a map that all members have. */
final class GridClaims implements PlacementClaims {
    private final Supplier<@Nullable Grid> joined;

    GridClaims(Supplier<@Nullable Grid> joined) {
        this.joined = joined;
    }

    @Override
    public Mono<String> claim(String meetingId, String server, Duration ttl) {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(ttl, "ttl");
        return Mono.fromCompletionStage(() -> put(meetingId, server, ttl))
                .subscribeOn(Schedulers.boundedElastic()); // the grid may have to wait for a member
    }

    private CompletionStage<String> put(String meetingId, String server, Duration ttl) {
        Grid grid = joined.get();
        if (grid == null) {
            throw new IllegalStateException("no meeting can be claimed: the fleet has not joined its cluster");
        }
        return grid.claims()
                .putIfAbsentAsync(meetingId, server, Math.max(1, ttl.toMillis()), TimeUnit.MILLISECONDS)
                .thenApply(before -> before == null ? server : before);
    }
}
