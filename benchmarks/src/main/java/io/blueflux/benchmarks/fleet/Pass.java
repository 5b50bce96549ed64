// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

/** One way to ask many servers for their meetings, its connections kept from pass to pass. */
interface Pass extends AutoCloseable {
    /** How many servers are asked at the same time, where nothing blocks. */
    int CONCURRENCY = 256;

    /** Asks each server once; returns how many attendees there are. */
    long run() throws Exception;

    @Override
    void close();
}
