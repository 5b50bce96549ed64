// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/** Gives a fleet its servers: those of the configuration, then the lists of a source. */
final class ServerFeed implements SmartInitializingSingleton, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ServerFeed.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final BbbFleet fleet;
    private final @Nullable ServerSource source;
    private final boolean owned;
    private final Sinks.Many<Boolean> changes = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable following;

    /**
     * Sets the servers of the configuration at once, so that what is wrong with them stops the start.
     *
     * @param owned whether the fleet is nobody else's, and is closed along with this
     */
    ServerFeed(BbbFleet fleet, List<FleetServer> configured, @Nullable ServerSource source, boolean owned) {
        this.fleet = fleet;
        this.source = source;
        this.owned = owned;
        try {
            if (!configured.isEmpty()) { // those that an application gave to its own fleet stay
                fleet.replaceAll(configured);
            }
        } catch (RuntimeException e) {
            fleet.disposeLater().subscribe();
            throw e;
        }
    }

    /** Returns the fleet that has the servers. */
    BbbFleet fleet() {
        return fleet;
    }

    /** Tells that a list was taken. */
    Flux<?> changes() {
        return changes.asFlux();
    }

    @Override
    public void afterSingletonsInstantiated() {
        ServerSource lists = source;
        if (lists != null) {
            following = Flux.defer(lists::servers)
                    .doOnNext(this::take)
                    .doOnError(
                            error -> LOG.warn("the source of servers failed; it is asked again after a pause", error))
                    .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                            .maxBackoff(LONGEST_PAUSE)
                            .transientErrors(true))
                    .subscribe();
        }
    }

    private void take(Collection<FleetServer> servers) {
        try {
            fleet.replaceAll(servers);
            changes.tryEmitNext(true);
        } catch (RuntimeException e) {
            LOG.warn("a list of servers cannot be used; the servers stay as they are", e);
        }
    }

    @Override
    public void destroy() {
        Disposable now = following;
        if (now != null) {
            now.dispose();
        }
        if (owned) {
            fleet.disposeLater().subscribe();
        }
    }
}
