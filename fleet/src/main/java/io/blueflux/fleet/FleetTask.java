// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import org.reactivestreams.Publisher;

/**
 * What else runs while a fleet does, for example a writer of its events. The fleet subscribes when it starts, with unbounded
 * demand, and cancels when it stops. An error is logged and ends this task alone; retry within it if you want it repeated.
 */
@FunctionalInterface
public interface FleetTask {

    /**
     * Returns the work.
     *
     * @param fleet the fleet, whose streams the task may use
     * @return what is subscribed to; its values are dropped
     */
    Publisher<?> run(BbbFleet fleet);
}
