// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers so many entries; the oldest gives way. Not thread-safe. */
final class Newest<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Newest(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
    }
}
