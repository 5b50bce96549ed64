// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.nio.charset.StandardCharsets;

/**
 * The order in which the servers of a fleet come into question for a meeting: weighted rendezvous hashing. It depends on the
 * meetingID, and on name and weight of each server, so it is the same in all processes and at all times; a server that comes or
 * goes moves no other. Immutable.
 */
final class MeetingOrder {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final double UNIT = 0x1p-53;

    private final long start;

    private MeetingOrder(long start) {
        this.start = start;
    }

    static MeetingOrder of(String meetingId) {
        long afterId = fnv(FNV_START, meetingId.getBytes(StandardCharsets.UTF_8));
        return new MeetingOrder(afterId * FNV_PRIME); // a zero byte between the two
    }

    /**
     * Returns where a server stands: the smallest comes first. The logarithm is the one that is equal on all machines.
     */
    double key(SiteEntry site) {
        double uniform = ((hash(site.nameBytes()) >>> 11) + 0.5) * UNIT;
        return -StrictMath.log(uniform) / site.weight();
    }

    /** Returns 64 bits of which each depends on all of both names. */
    long hash(byte[] server) {
        return mixed(fnv(start, server));
    }

    private static long fnv(long from, byte[] bytes) {
        long hash = from;
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long bits) {
        long hash = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
