// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/** Spreads names evenly; the same on every machine and in every run. */
final class NameHash {
    private NameHash() {}

    static int of(String name) {
        int hash = name.hashCode(); // specified by the platform; the rest stirs it (finalizer of MurmurHash3)
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    /** Returns a part of one, from 0 on. */
    static double fraction(String name) {
        return (of(name) >>> 1) / (double) (1L << 31);
    }
}
