// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import reactor.core.publisher.Mono;

/**
 * Polls from when the application is ready until the context stops. The streams end before the web server waits for its requests, of
 * which those that stream would hold it for the whole of its time.
 */
final class FleetLifecycle extends PhaseOfContext implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(FleetLifecycle.class);

    private final BbbFleet fleet;
    private volatile boolean ready;

    FleetLifecycle(BbbFleet fleet) {
        super(FIRST);
        this.fleet = fleet;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ready = true;
        poll();
    }

    /** Waits until the application is ready. */
    @Override
    public void start() {
        super.start();
        poll();
    }

    private void poll() {
        if (ready && isRunning()) {
            fleet.start();
        }
    }

    @Override
    Mono<Void> end() {
        fleet.completeStreams();
        return fleet.stop()
                .doOnError(error -> LOG.warn("the polls of the fleet did not end well", error))
                .onErrorComplete();
    }
}
