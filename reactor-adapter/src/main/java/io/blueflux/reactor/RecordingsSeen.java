// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.model.Recording;
import java.util.HashSet;
import java.util.Set;

/**
 * Which recordings a walk has handed over: the last half a million at least. A fingerprint of 64 bits stands for each, since
 * ids may be as long, and recordings without one as large, as a server likes.
 */
final class RecordingsSeen {
    private static final int GENERATION = 1 << 19;

    private Set<Long> recent = new HashSet<>();
    private Set<Long> before = Set.of();

    /** Remembers a recording. Returns false if it was handed over before. */
    boolean add(Recording recording) {
        String id = recording.recordId();
        Long fingerprint = fingerprint(id == null ? recording.toString() + recording.hashCode() : id);
        if (before.contains(fingerprint) || !recent.add(fingerprint)) {
            return false;
        }
        if (recent.size() == GENERATION) {
            before = recent;
            recent = new HashSet<>();
        }
        return true;
    }

    private static long fingerprint(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
