// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.fleet.FleetCluster;
import io.blueflux.fleet.infinispan.ClusterDiscovery;
import io.blueflux.fleet.infinispan.InfinispanCluster;
import io.blueflux.fleet.placement.PlacementClaims;
import java.util.List;
import org.jgroups.JChannel;
import org.jgroups.protocols.DISCARD;
import org.jgroups.protocols.MsgStats;
import org.jgroups.protocols.TP;
import org.jgroups.stack.ProtocolStack;
import org.jspecify.annotations.Nullable;

/** A member's way into the cluster, which can be cut. Thread-safe. */
final class MemberCluster {
    private final InfinispanCluster engine;
    private volatile @Nullable ProtocolStack stack;

    /**
     * Prepares it.
     *
     * @param addresses where the members are, as {@code host:port}
     * @param self which of them this one is
     */
    MemberCluster(List<String> addresses, int self) {
        String address = addresses.get(self);
        int colon = address.lastIndexOf(':');
        this.engine = InfinispanCluster.embedded("bench", ClusterDiscovery.members(addresses))
                .bind(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)))
                .channel(this::prepare);
    }

    FleetCluster engine() {
        return engine;
    }

    PlacementClaims claims() {
        return engine.claims();
    }

    private void prepare(JChannel channel) {
        ProtocolStack protocols = channel.getProtocolStack();
        protocols.insertProtocolInStack(new DISCARD(), protocols.getTransport(), ProtocolStack.Position.ABOVE);
        stack = protocols;
    }

    /** Drops whatever comes from the others or goes to them. */
    void cut() {
        discard(true);
    }

    /** Lets all through again. */
    void heal() {
        discard(false);
    }

    private void discard(boolean all) {
        ProtocolStack protocols = stack;
        if (protocols == null) {
            throw new IllegalStateException("this member has not joined");
        }
        DISCARD discard = protocols.findProtocol(DISCARD.class);
        discard.discardAll(all);
    }

    /**
     * Returns how many bytes this member has sent to the others and received from them since this was called first, which begins
     * the count; 0 before it joins.
     */
    long bytes() {
        ProtocolStack protocols = stack;
        if (protocols == null) {
            return 0;
        }
        TP transport = protocols.getTransport();
        transport.enableStats(true); // which Infinispan turned off
        MsgStats stats = transport.getMessageStats();
        return stats.getNumBytesSent() + stats.getNumBytesReceived();
    }
}
