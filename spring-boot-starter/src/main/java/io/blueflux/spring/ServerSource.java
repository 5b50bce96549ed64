// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.FleetServer;
import java.util.Collection;
import reactor.core.publisher.Flux;

/**
 * Where the servers come from that are not in the configuration, or change while the service runs: a table, a secret store, a registry.
 * A bean of this type is asked once, when the context has started.
 */
@FunctionalInterface
public interface ServerSource {

    /**
     * Returns the servers, again and again.
     *
     * @return whole lists; each replaces all servers, those of the configuration too. A server of a known name with another secret goes
     *     on with it, without a call lost. A list that cannot be used is logged, and the next one counts. An error is logged, and
     *     after a pause this is subscribed to again. Cancelled when the context closes
     */
    Flux<? extends Collection<FleetServer>> servers();
}
