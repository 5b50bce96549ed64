// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the first few of many servers in the order of a meeting, without sorting them all. */
final class FirstInOrder {
    private final double[] keys;
    private final @Nullable Site[] sites;
    private int count;

    FirstInOrder(int most) {
        keys = new double[most];
        sites = new Site[most];
    }

    /** Tells whether a server of this key is one of the first, as far as is known. */
    boolean takes(double key) {
        return count < keys.length || key < keys[count - 1];
    }

    /** Adds one that is taken. */
    void add(double key, Site site) {
        int at = count < keys.length ? count++ : count - 1;
        while (at > 0 && keys[at - 1] > key) {
            keys[at] = keys[at - 1];
            sites[at] = sites[at - 1];
            at--;
        }
        keys[at] = key;
        sites[at] = site;
    }

    List<Site> list() {
        List<Site> list = new ArrayList<>(count);
        for (Site each : sites) {
            if (each != null) {
                list.add(each);
            }
        }
        return list;
    }
}
