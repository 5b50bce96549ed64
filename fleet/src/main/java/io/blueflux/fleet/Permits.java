// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A bound on what runs at once. Who finds none free waits in line. Thread-safe; the lock is held for a few steps only. */
final class Permits {
    private final int bound;
    private final Queue<Ticket> line = new ArrayDeque<>();
    private final Queue<Ticket> called = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calling = new AtomicInteger();
    private int taken;

    Permits(int bound) {
        this.bound = bound;
    }

    /** Returns work that holds a permit from its start to its end, and waits for one before. */
    <T> Mono<T> within(Mono<T> work) {
        return Mono.defer(() -> {
            Ticket ticket = new Ticket();
            Mono<Void> turn = take(ticket) ? Mono.empty() : ticket.turn.asMono();
            return turn.then(work).doOnTerminate(() -> close(ticket)).doOnCancel(() -> close(ticket));
        });
    }

    synchronized int taken() {
        return taken;
    }

    synchronized int waiting() {
        return line.size();
    }

    private synchronized boolean take(Ticket ticket) {
        ticket.granted = taken < bound;
        if (ticket.granted) {
            taken++;
        } else {
            line.add(ticket);
        }
        return ticket.granted;
    }

    private void close(Ticket ticket) {
        Ticket next = successor(ticket);
        if (next != null) {
            called.add(next);
            callAll();
        }
    }

    private synchronized @Nullable Ticket successor(Ticket ticket) {
        if (ticket.closed) {
            return null;
        }
        ticket.closed = true;
        if (!ticket.granted) {
            line.remove(ticket);
            return null;
        }
        Ticket next = line.poll();
        if (next == null) {
            taken--;
        } else {
            next.granted = true;
        }
        return next;
    }

    /** One thread calls at a time, in a loop, so that work which ends at once does not pile up on the stack. */
    private void callAll() {
        if (calling.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            for (Ticket next = called.poll(); next != null; next = called.poll()) {
                next.turn.tryEmitEmpty(); // who does not hear it any more has closed the ticket, or will
            }
            seen = calling.addAndGet(-seen);
        }
    }

    private static final class Ticket {
        private final Sinks.Empty<Void> turn = Sinks.empty();
        private boolean granted;
        private boolean closed;
    }
}
