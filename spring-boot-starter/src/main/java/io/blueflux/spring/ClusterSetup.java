// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static io.blueflux.spring.InvalidPropertyException.checked;

import io.blueflux.fleet.infinispan.ClusterDiscovery;
import io.blueflux.fleet.infinispan.ClusterKey;
import io.blueflux.fleet.infinispan.InfinispanCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes a cluster as the configuration says. */
final class ClusterSetup {
    private static final String PREFIX = "blueflux.cluster.";

    private ClusterSetup() {}

    static InfinispanCluster of(BluefluxProperties.Cluster properties) {
        ClusterDiscovery discovery = discovery(properties);
        InfinispanCluster cluster =
                checked(PREFIX + "name", () -> InfinispanCluster.embedded(properties.name(), discovery));
        Path keyFile = properties.keyFile();
        InfinispanCluster keyed = keyFile == null ? cluster : cluster.key(key(keyFile));
        String host = host(properties, keyFile != null);
        return checked(PREFIX + "host", () -> keyed.bind(host, properties.port()));
    }

    private static ClusterDiscovery discovery(BluefluxProperties.Cluster properties) {
        String dns = properties.dns();
        boolean hasMembers = !properties.members().isEmpty();
        if (hasMembers == (dns != null)) {
            throw new InvalidPropertyException(
                    PREFIX + "members",
                    hasMembers ? "is beside blueflux.cluster.dns" : "is missing, as is blueflux.cluster.dns",
                    "Write one of both: where the members are, or the name that DNS resolves to their addresses.");
        }
        return dns == null
                ? checked(PREFIX + "members", () -> ClusterDiscovery.members(properties.members()))
                : checked(PREFIX + "dns", () -> ClusterDiscovery.dns(dns));
    }

    private static ClusterKey key(Path file) {
        return checked(PREFIX + "key-file", "Write the name of a file that holds the key and nothing else.", () -> {
            try {
                return ClusterKey.ofFile(file);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "cannot be read: " + e.getClass().getSimpleName(), e);
            }
        });
    }

    private static String host(BluefluxProperties.Cluster properties, boolean hasKey) {
        @Nullable String host = properties.host();
        if (host != null) {
            return host;
        }
        try {
            return (hasKey ? InetAddress.getLocalHost() : InetAddress.getLoopbackAddress()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new InvalidPropertyException(
                    PREFIX + "host", "is missing, and this host does not know its address", "Set it.");
        }
    }
}
