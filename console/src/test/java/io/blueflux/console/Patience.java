// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for what another process brings about and gives no signal of: it looks again and again. */
final class Patience {
    private Patience() {}

    /**
     * Waits until there is an answer.
     *
     * @param what the condition in words, asked for when it has not come about
     * @param deadline how long at most
     * @param answer null while there is none; asked for every tenth of a second
     */
    static <T> T until(Supplier<String> what, Duration deadline, Callable<@Nullable T> answer) throws Exception {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            T found = answer.call();
            if (found != null) {
                return found;
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not so after " + deadline.toSeconds() + " s: " + what.get());
            }
            Thread.sleep(100);
        }
    }
}
