// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan.example;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.infinispan.ClusterDiscovery;
import io.blueflux.fleet.infinispan.ClusterKey;
import io.blueflux.fleet.infinispan.InfinispanCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The piece of the guide about clusters, so that the compiler reads it too. */
final class Samples {
    private Samples() {}

    static BbbFleet member() throws IOException {
        BbbFleet fleet = BbbFleet.builder(Duration.ofSeconds(10))
                .cluster(InfinispanCluster.embedded(
                                "portal", ClusterDiscovery.members(List.of("10.0.0.7:7800", "10.0.0.8:7800")))
                        .key(ClusterKey.ofFile(Path.of("/run/secrets/fleet-key")))
                        .bind("10.0.0.7", 7800))
                .build();
        return fleet;
    }
}
