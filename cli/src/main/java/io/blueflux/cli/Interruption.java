// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.Exceptions;

/**
 * Makes of Ctrl-C an interrupt of the thread that works, so that a command that runs until then can end in its own words. Its
 * time for that suffices on a busy machine, and is so short that a second Ctrl-C, which the JVM hears only when the first is
 * done, is not needed.
 */
final class Interruption {
    private static final int PATIENCE_MILLIS = 2_000;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "blueflux-interruption");

    private Interruption() {}

    /** Runs work, then its end, however the work went. The JVM's own status after Ctrl-C is {@link ExitStatus#INTERRUPTED}. */
    static int during(Runnable work, Runnable end) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        try {
            return interruption.run(work, end);
        } finally {
            interruption.over.countDown();
            interruption.forget();
        }
    }

    private int run(Runnable work, Runnable end) {
        boolean interrupted = false;
        try {
            work.run();
            return ExitStatus.OK;
        } catch (RuntimeException e) {
            if (!(Exceptions.unwrap(e) instanceof InterruptedException)) {
                throw e;
            }
            interrupted = true;
            return ExitStatus.INTERRUPTED;
        } finally {
            interrupted |= Thread.interrupted(); // the end may wait
            end.run();
            if (interrupted) {
                worker.interrupt();
            }
        }
    }

    /** The JVM goes when its hooks have ended. */
    private void interrupt() {
        worker.interrupt();
        try {
            over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            hook.interrupt(); // the JVM is on its way out
        }
    }
}
