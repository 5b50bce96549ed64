// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
final class Eventually {
    private Eventually() {}

    static void eventually(String what, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("not so after 10 s: " + what);
    }
}
