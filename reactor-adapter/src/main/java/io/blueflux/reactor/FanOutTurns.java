// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** A bound on what runs at once; who comes too many waits in line. Nobody is called under the lock. */
final class FanOutTurns {
    private static final Logger LOG = ClientLog.LOG;

    /** The transport lets go of a connection, or of a place in the pool's line, some time after the cancel. */
    private static final Duration AFTER_CANCEL = Duration.ofMillis(50);

    private final Set<Turn> line = new LinkedHashSet<>();
    private final Queue<Turn> called = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calling = new AtomicInteger();
    private int free;

    FanOutTurns(int bound) {
        this.free = bound;
    }

    /** Returns work that waits for its turn, and holds it until its end. */
    <T> Flux<T> within(Flux<T> work) {
        return Flux.defer(() -> {
            Turn turn = new Turn();
            Flux<T> begun = take(turn) ? work : turn.came.asMono().thenMany(work);
            return FanOutEnd.of(begun, end -> ended(turn, end));
        });
    }

    /**
     * A pool keeps a cancelled call in its line until a connection is there for it. Where many are cancelled at once, handing
     * each turn to the next, which is cancelled in turn, would fill that line with calls that nobody wants.
     */
    private void ended(Turn turn, SignalType end) {
        if (end != SignalType.CANCEL || leaveLine(turn)) {
            giveBack(turn);
            return;
        }
        try {
            Schedulers.parallel().schedule(() -> giveBack(turn), AFTER_CANCEL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDown) {
            giveBack(turn);
        }
    }

    /** Returns whether it has nothing to give back: it waited still, or has given it back. */
    private synchronized boolean leaveLine(Turn turn) {
        line.remove(turn);
        turn.over |= !turn.taken;
        return turn.over;
    }

    private synchronized boolean take(Turn turn) {
        turn.taken = free > 0;
        if (turn.taken) {
            free--;
        } else {
            line.add(turn);
        }
        return turn.taken;
    }

    private void giveBack(Turn turn) {
        Turn next = successor(turn);
        if (next != null) {
            called.add(next);
            callAll();
        }
    }

    private synchronized @Nullable Turn successor(Turn turn) {
        if (turn.over) {
            return null;
        }
        turn.over = true;
        Iterator<Turn> waiting = line.iterator();
        if (!waiting.hasNext()) {
            free++;
            return null;
        }
        Turn next = waiting.next();
        waiting.remove();
        next.taken = true;
        return next;
    }

    /** One thread calls at a time, in a loop, so that work which ends at once does not pile up on the stack. */
    private void callAll() {
        if (calling.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            for (Turn next = called.poll(); next != null; next = called.poll()) {
                call(next);
            }
            seen = calling.addAndGet(-seen);
        }
    }

    /** Whatever its subscriber does then, the others have their turns. */
    private static void call(Turn next) {
        try {
            next.came.tryEmitEmpty(); // who does not hear it any more has given it back, or will
        } catch (Throwable thrown) {
            LOG.error("a subscriber threw when its turn came", thrown);
        }
    }

    private static final class Turn {
        private final Sinks.Empty<Void> came = Sinks.empty();
        private boolean taken;
        private boolean over;
    }
}
