// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import java.util.Objects;
import java.util.stream.Stream;

/** Properties that say something only beside another one: without it they would be there in vain. */
final class PropertiesThatNeedOthers {
    private PropertiesThatNeedOthers() {}

    static void check(BluefluxProperties properties) {
        BluefluxProperties.Webhooks webhooks = properties.webhooks();
        if (webhooks.path() == null && (webhooks.register() || webhooks.externalUrl() != null)) {
            throw missing("blueflux.webhooks.path", "blueflux.webhooks");
        }
        BluefluxProperties.Fleet fleet = properties.fleet();
        check(properties.cluster(), fleet.interval() != null);
        boolean isPlanned = Stream.of(
                        fleet.starting(),
                        fleet.idle(),
                        fleet.depth(),
                        fleet.deadline(),
                        fleet.infoConcurrency(),
                        fleet.attendeeGrace(),
                        fleet.maxInFlight(),
                        fleet.maxMemory())
                .anyMatch(Objects::nonNull);
        if (fleet.interval() == null && isPlanned) {
            throw missing("blueflux.fleet.interval", "blueflux.fleet");
        }
    }

    private static void check(BluefluxProperties.Cluster cluster, boolean isPolling) {
        if (cluster.enabled() && !isPolling) {
            throw missing("blueflux.fleet.interval", "blueflux.cluster");
        }
        boolean isPlanned = !cluster.members().isEmpty() || cluster.dns() != null || cluster.keyFile() != null;
        if (!cluster.enabled() && isPlanned) {
            throw missing("blueflux.cluster.enabled", "blueflux.cluster");
        }
    }

    private static InvalidPropertyException missing(String property, String group) {
        return new InvalidPropertyException(
                property,
                "is missing, and without it the others of " + group + " do nothing",
                "Set it, or leave out all of " + group + ".");
    }
}
