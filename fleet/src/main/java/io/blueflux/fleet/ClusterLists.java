// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.PrintableText;
import java.util.Set;
import java.util.stream.Collectors;

/** Says once when the members have been given different servers. Not thread-safe. */
final class ClusterLists {
    private static final int NAMED = 20;

    private Set<String> before = Set.of();
    private boolean isToCompare;

    /** Returns whether there is to be a comparison, and none is to come yet. */
    boolean changed() {
        boolean isNew = !isToCompare;
        isToCompare = true;
        return isNew;
    }

    /** Takes the names of those that some members know and others do not. */
    void compared(Set<String> now) {
        isToCompare = false;
        if (!now.isEmpty() && !now.equals(before)) {
            String names = now.stream().limit(NAMED).map(PrintableText::line).collect(Collectors.joining(", "));
            FleetLog.LOG.warn(
                    "the members of the cluster have been given different servers; {} are known to some of them only: {}{}",
                    now.size(),
                    names,
                    now.size() > NAMED ? ", …" : "");
        }
        before = now;
    }
}
