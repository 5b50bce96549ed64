// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.BbbFleetBuilder;

/** A bean of this type changes how the fleet is set up, after the configuration. Several are applied in their order. */
@FunctionalInterface
public interface BbbFleetCustomizer {

    /**
     * Changes the settings of the fleet.
     *
     * @param builder as the configuration set it. Its {@code clients} is taken; use {@link BbbClientCustomizer}
     */
    void customize(BbbFleetBuilder builder);
}
