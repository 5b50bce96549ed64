// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one log of all clients, by the name that users know. */
final class ClientLog {
    static final Logger LOG = LoggerFactory.getLogger("io.blueflux.reactor.BbbClient");

    private ClientLog() {}
}
