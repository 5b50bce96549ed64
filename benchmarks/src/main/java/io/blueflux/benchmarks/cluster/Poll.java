// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

/**
 * A getMeetings as the server saw it.
 *
 * @param server the server's name
 * @param member who asked
 * @param start when it was asked, in milliseconds since 1970
 * @param end when it answered, if it was slow on purpose, else the start
 */
record Poll(String server, String member, long start, long end) {

    /** Reads what {@link #line()} wrote. */
    static Poll of(String line) {
        String[] words = line.split(" ", -1);
        return new Poll(words[1], words[2], Long.parseLong(words[3]), Long.parseLong(words[4]));
    }

    String line() {
        return "p " + server + " " + member + " " + start + " " + end;
    }
}
