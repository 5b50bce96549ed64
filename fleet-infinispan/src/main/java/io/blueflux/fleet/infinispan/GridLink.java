// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterLink;
import io.blueflux.fleet.ClusterWord;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the fleet has of its member. */
final class GridLink implements ClusterLink {
    private final Grid grid;
    private final Mono<Void> left;

    GridLink(Grid grid, Runnable onLeave) {
        this.grid = grid;
        left = Mono.<Void>fromCallable(() -> {
                    onLeave.run();
                    grid.leave();
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic())
                .cache();
    }

    @Override
    public String self() {
        return grid.self();
    }

    @Override
    public void tell(ClusterWord word) {
        Objects.requireNonNull(word, "word");
        grid.teller().tell(word);
    }

    @Override
    public Mono<Void> leave() {
        return left;
    }

    /** Returns the member's name. */
    @Override
    public String toString() {
        return grid.self();
    }
}
