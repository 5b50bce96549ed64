// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

/**
 * Where a member says that a meeting is.
 *
 * @param meeting its id
 * @param server its server's name, or {@link #NOWHERE}
 */
record PlacedAt(String meeting, String server) {
    static final String WORD = "placed ";
    static final String NOWHERE = "-";

    /** Reads what {@link #line()} wrote. */
    static PlacedAt of(String line) {
        String[] words = line.split(" ", -1);
        return new PlacedAt(words[1], words[2]);
    }

    String line() {
        return WORD + meeting + " " + server;
    }
}
