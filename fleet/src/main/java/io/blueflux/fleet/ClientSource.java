// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import reactor.core.publisher.Mono;

/** Where the clients of the servers come from, and what they share. */
interface ClientSource {

    BbbClient client(BbbServer server);

    /** Closes what the clients share. */
    Mono<Void> dispose();
}
