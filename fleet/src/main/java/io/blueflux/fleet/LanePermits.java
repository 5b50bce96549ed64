// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A bound on what runs at once. Who finds none free waits in line: those of a lower rank before those of a higher, but of four that
 * come free one goes to who has waited longest, so nobody waits for ever. Each rank leaves an eighth of the permits, and at least one
 * of several, to those below it: it and those above it never hold them. Thread-safe; the lock is held for a few steps only.
 */
final class LanePermits {
    static final int RANKS = 3;
    private static final int TURNS = 4;

    private final int bound;
    private final List<Set<Ticket>> lines = new ArrayList<>();
    private final HostTurns calls = new HostTurns();
    private long numbers;
    private int grants;
    private final int[] held = new int[RANKS];

    LanePermits(int bound) {
        this.bound = bound;
        for (int rank = 0; rank < RANKS; rank++) {
            lines.add(new LinkedHashSet<>());
        }
    }

    /** Returns how many permits a rank and those above it may hold. */
    int bound(int rank) {
        return Math.max(1, bound - rank * Math.max(1, bound / 8));
    }

    /** Returns work that holds a permit from its start to its end, and waits for one before. */
    <T> Mono<T> within(int rank, Mono<T> work) {
        return Mono.defer(() -> {
            Ticket ticket = new Ticket(rank);
            Mono<Void> turn = take(ticket) ? Mono.empty() : ticket.turn.asMono();
            return turn.then(work).doOnTerminate(() -> close(ticket)).doOnCancel(() -> close(ticket));
        });
    }

    synchronized int taken() {
        return held(0);
    }

    synchronized int waiting() {
        return lines.stream().mapToInt(Set::size).sum();
    }

    private synchronized boolean take(Ticket ticket) {
        ticket.granted = isFree(ticket.rank);
        if (ticket.granted) {
            held[ticket.rank]++;
        } else {
            ticket.number = numbers++;
            lines.get(ticket.rank).add(ticket);
        }
        return ticket.granted;
    }

    private void close(Ticket ticket) {
        Ticket next = release(ticket);
        if (next != null) {
            calls.take(next.turn::tryEmitEmpty); // who does not hear it any more has closed the ticket, or will
        }
    }

    /** Gives a permit back; returns who has it now, if somebody has. */
    private synchronized @Nullable Ticket release(Ticket ticket) {
        if (ticket.closed) {
            return null;
        }
        ticket.closed = true;
        if (!ticket.granted) {
            lines.get(ticket.rank).remove(ticket);
            return null;
        }
        held[ticket.rank]--;
        Ticket next = successor();
        if (next != null) {
            lines.get(next.rank).remove(next);
            next.granted = true;
            held[next.rank]++;
            grants++;
        }
        return next;
    }

    private @Nullable Ticket successor() {
        @Nullable Ticket next = null;
        boolean byAge = grants % TURNS == TURNS - 1;
        for (int rank = 0; rank < RANKS && isFree(rank); rank++) {
            Iterator<Ticket> line = lines.get(rank).iterator();
            Ticket first = line.hasNext() ? line.next() : null;
            if (first != null && (next == null || (byAge && first.number < next.number))) {
                next = first;
            }
        }
        return next;
    }

    private boolean isFree(int rank) {
        boolean free = true;
        for (int each = 0; each <= rank; each++) {
            free &= held(each) < bound(each);
        }
        return free;
    }

    private int held(int rank) {
        int sum = 0;
        for (int each = rank; each < RANKS; each++) {
            sum += held[each];
        }
        return sum;
    }

    private static final class Ticket {
        private final Sinks.Empty<Void> turn = Sinks.empty();
        private final int rank;
        private long number;
        private boolean granted;
        private boolean closed;

        Ticket(int rank) {
            this.rank = rank;
        }
    }
}
