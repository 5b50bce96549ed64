// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.AnswerLimits;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.BbbFleetBuilder;
import io.blueflux.reactor.CallListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every fleet of the service is made of.
 *
 * @param loops the service's event loops
 * @param customizers what the application changes of each client
 * @param listener hears each call
 */
record FleetParts(
        BluefluxProperties properties,
        TlsBundles tls,
        EventLoops loops,
        List<BbbClientCustomizer> customizers,
        CallListener listener) {

    /**
     * Builds a fleet.
     *
     * @param limits the bounds on answers; null for those of a fleet that polls
     */
    BbbFleet build(BbbFleetBuilder builder, @Nullable AnswerLimits limits) {
        if (loops.resources() != null) {
            builder.loopResources(loops.resources());
        }
        return builder.clients(new ClientSetup(properties, tls, customizers, limits))
                .listener(listener)
                .build();
    }
}
