// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleet;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Closes the clients when the context closes: after the web server, whose requests use them, and before the event loops under them. */
final class ClientsLifecycle extends PhaseOfContext {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(ClientsLifecycle.class);

    private final BbbFleet fleet;

    ClientsLifecycle(BbbFleet fleet) {
        super(AFTER_THE_SERVER);
        this.fleet = fleet;
    }

    @Override
    Mono<Void> end() {
        return fleet.disposeLater()
                .timeout(PATIENCE)
                .doOnError(error -> LOG.warn("the clients are not closed within {}; they are left", PATIENCE, error))
                .onErrorComplete();
    }
}
