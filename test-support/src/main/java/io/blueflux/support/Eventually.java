// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads and gives no signal: it looks again and again, so that no test sleeps by itself. */
public final class Eventually {
    private static final long LOOK_MILLIS = 20;

    private Eventually() {}

    /**
     * Waits ten seconds at most.
     *
     * @param what the condition in words
     * @param condition what is waited for
     * @throws InterruptedException if the thread is
     */
    public static void eventually(String what, BooleanSupplier condition) throws InterruptedException {
        eventually(what, Duration.ofSeconds(10), condition);
    }

    /**
     * Waits.
     *
     * @param what the condition in words
     * @param longest how long at most
     * @param condition what is waited for
     * @throws InterruptedException if the thread is
     */
    public static void eventually(String what, Duration longest, BooleanSupplier condition)
            throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > longest.toNanos()) {
                throw new AssertionError("not so after " + longest.toSeconds() + " s: " + what);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
