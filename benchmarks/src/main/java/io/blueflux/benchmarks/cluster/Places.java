// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of meetings that several members found or created at the same moment.
 *
 * @param meetings how many
 * @param doubled how many of them are on two servers or more
 * @param missing how many of them a member could not place
 */
record Places(int meetings, int doubled, int missing) {

    static Places of(Collection<PlacedAt> all) {
        Map<String, Set<String>> servers = new TreeMap<>();
        all.forEach(each ->
                servers.computeIfAbsent(each.meeting(), any -> new HashSet<>()).add(each.server()));
        int missing = 0;
        int doubled = 0;
        for (Set<String> its : servers.values()) {
            missing += its.remove(PlacedAt.NOWHERE) ? 1 : 0;
            doubled += its.size() > 1 ? 1 : 0;
        }
        return new Places(servers.size(), doubled, missing);
    }

    String line() {
        return "placed=" + meetings + " double_creates=" + doubled + " not_placed=" + missing;
    }
}
