// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

/**
 * A time in which a server was not polled.
 *
 * @param server the server's name
 * @param from its begin, in milliseconds since 1970
 * @param until its end
 * @param before who polled before
 * @param after who polled after
 */
record Gap(String server, long from, long until, String before, String after) {
    long millis() {
        return until - from;
    }

    /** Tells of it, with times counted from a moment on. */
    String text(long moment) {
        return "longest gap " + millis() + " ms at " + server + ", from " + before + " at " + (from - moment)
                + " ms to " + after;
    }
}
