// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import reactor.netty.resources.ConnectionProvider;

/**
 * The connections that clients have to one address.
 *
 * @param size how many there may be; {@link #NO_BOUND} where nobody bounds them
 */
record WirePool(ConnectionProvider provider, String host, int port, int size) {
    static final int NO_BOUND = Integer.MAX_VALUE;

    WirePool {
        size = size < 0 ? NO_BOUND : size;
    }

    boolean isBounded() {
        return size != NO_BOUND;
    }
}
