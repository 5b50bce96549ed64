// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterMembers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.infinispan.AdvancedCache;
import org.infinispan.distribution.LocalizedCacheTopology;
import org.jspecify.annotations.Nullable;

/**
 * Who is there, and who is first to have a key: its primary owner in the grid, which a member becomes when it has the words. For one
 * thread.
 */
final class Places {
    /** What an address looks like as long as its name is not known. */
    private static final Pattern NAMELESS = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final long LONGEST_NAMELESS = TimeUnit.SECONDS.toNanos(5);

    private final AdvancedCache<String, byte[]> words;
    private int last = -1;
    private long namelessSince;

    Places(AdvancedCache<String, byte[]> words) {
        this.words = words;
    }

    boolean haveMoved() {
        return last != words.getDistributionManager().getCacheTopology().getTopologyId();
    }

    /** Returns null as long as there is a member whose name is not known yet. */
    @Nullable
    ClusterMembers now() {
        LocalizedCacheTopology topology = words.getDistributionManager().getCacheTopology();
        Map<Object, String> names = names(topology);
        boolean nameless =
                names.values().stream().anyMatch(name -> NAMELESS.matcher(name).matches());
        if (nameless && !hasWaited()) {
            return null;
        }
        namelessSince = 0;
        String[] first = new String[topology.getNumSegments()];
        for (int i = 0; i < first.length; i++) {
            Object primary = topology.getSegmentDistribution(i).primary();
            first[i] = names.getOrDefault(primary, String.valueOf(primary));
        }
        last = nameless ? -1 : topology.getTopologyId(); // a name that is learnt later is told then
        return new ClusterMembers(
                List.copyOf(names.values()), key -> first[topology.getSegment(Slot.of(Slot.HEAD, key))]);
    }

    /** An address is a class on one line of Infinispan and an interface on the other. */
    private static Map<Object, String> names(LocalizedCacheTopology topology) {
        Map<Object, String> names = new LinkedHashMap<>();
        for (Object address : new ArrayList<Object>(topology.getMembers())) {
            names.put(address, address.toString());
        }
        return names;
    }

    private boolean hasWaited() {
        long now = System.nanoTime();
        if (namelessSince == 0) {
            namelessSince = now;
        }
        return now - namelessSince > LONGEST_NAMELESS;
    }
}
