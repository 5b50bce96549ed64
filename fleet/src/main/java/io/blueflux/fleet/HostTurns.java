// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes steps one at a time, in the order in which they were given, on the threads that give them, or on those of an executor: who
 * comes while another is at it leaves the step to that one. So steps that give steps do not pile up on the stack, and no lock is held.
 * Thread-safe.
 */
final class HostTurns {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger given = new AtomicInteger();
    private final Executor executor;

    HostTurns() {
        this(Runnable::run);
    }

    HostTurns(Executor executor) {
        this.executor = executor;
    }

    void take(Runnable step) {
        waiting.add(step);
        if (given.getAndIncrement() == 0) {
            begin();
        }
    }

    /** Where there is no thread for it, it waits for the next step. */
    private void begin() {
        try {
            executor.execute(this::takeAll);
        } catch (Throwable e) {
            given.set(0);
            HostCode.log("the steps of the fleet wait for a thread", e);
        }
    }

    private void takeAll() {
        int seen = 1;
        while (seen != 0) {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                HostCode.call("a step of the fleet", next);
            }
            seen = given.addAndGet(-seen);
        }
    }
}
