// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads and gives no signal: it looks again and again, so that no test sleeps by itself. */
public final class Eventually {
    private Eventually() {}

    /**
     * Waits ten seconds at most.
     *
     * @param what the condition in words
     * @param condition what is waited for
     * @throws InterruptedException if the thread is
     */
    public static void eventually(String what, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("not so after 10 s: " + what);
    }
}
