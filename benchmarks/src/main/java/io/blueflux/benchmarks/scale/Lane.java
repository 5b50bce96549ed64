// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

/** Something that polls by itself between its begin and its end. */
interface Lane extends AutoCloseable {
    /** Begins. Called again after an end. */
    void begin();

    /** Ends. Blocks until nothing is under way. */
    void end();

    /** Throws what has failed, if anything has. */
    void check();

    @Override
    void close();
}
