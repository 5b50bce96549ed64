// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.reactor.BbbClientBuilder;

/** A bean of this type changes how the client of each server is set up, after the configuration. Several are applied in their order. */
@FunctionalInterface
public interface BbbClientCustomizer {

    /**
     * Changes the settings of one server's client.
     *
     * @param builder as the configuration set it; its {@code server()} says whose. Event loops, connections, timer, clock and
     *     listener are shared by all clients and must not be set here
     */
    void customize(BbbClientBuilder builder);
}
