// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterLink;
import io.blueflux.support.FreePorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jgroups.JChannel;
import org.jspecify.annotations.Nullable;

/** Members on loopback, which leave when this is closed. */
final class Clusters implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(30);

    private final List<Integer> ports;
    private final List<Member> members = new ArrayList<>();

    /** Finds ports. */
    Clusters(int size) {
        ports = FreePorts.of(size);
    }

    /** A member. */
    record Member(InfinispanCluster cluster, ClusterLink link, Recorder heard, JChannel channel) {
        void put(String slot, byte[] value) {
            cluster.grid().words().put(slot, value);
        }

        String name() {
            return link.self();
        }
    }

    InfinispanCluster cluster(int place) {
        return cluster(place, null);
    }

    InfinispanCluster cluster(int place, @Nullable ClusterKey key) {
        InfinispanCluster plain = InfinispanCluster.embedded("test", discovery());
        InfinispanCluster keyed = key == null ? plain : plain.key(key);
        return keyed.bind("127.0.0.1", ports.get(place)).memberName("member" + place);
    }

    ClusterDiscovery discovery() {
        return ClusterDiscovery.members(
                ports.stream().map(port -> "127.0.0.1:" + port).toList());
    }

    int port(int place) {
        return ports.get(place);
    }

    Member join(int place) {
        return join(cluster(place));
    }

    Member join(InfinispanCluster cluster) {
        JChannel[] channel = new JChannel[1];
        Recorder heard = new Recorder();
        InfinispanCluster seen = cluster.channel(made -> channel[0] = made);
        Member member = new Member(
                seen, Objects.requireNonNull(seen.join(heard).block(LONG)), heard, Objects.requireNonNull(channel[0]));
        members.add(member);
        return member;
    }

    @Override
    public void close() {
        members.forEach(member -> member.link().leave().block(LONG));
    }
}
