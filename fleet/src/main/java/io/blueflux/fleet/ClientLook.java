// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.reactor.BbbClient;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * The looks at one server, until it goes or is given another secret: one call at a time, for all who ask meanwhile, and what it
 * came to for those who ask soon after. The lock is held for a few steps, and never while a stranger is called.
 */
final class ClientLook {
    private final BbbServer server;
    private final LaneTarget target;
    private final ClientLookSettings settings;
    private volatile @Nullable Kept kept; // set under the lock

    // guarded by this
    private @Nullable Flight flight;
    private @Nullable Missed missed;
    private boolean closed;

    /** An answer, the call that it came of, and what ends its being kept. */
    private record Kept(ClientLookCall call, ServerLook look, Disposable expiry) {

        long start() {
            return call.start();
        }

        void drop() {
            expiry.dispose();
            call.release();
        }
    }

    /** A call that failed. */
    private record Missed(long start, Throwable error) {}

    ClientLook(BbbClient client, ClientLookSettings settings) {
        this.server = client.server();
        this.target = new LaneTarget(client);
        this.settings = settings;
    }

    /** Tells whether this looks at what a client asks, with its secret. */
    boolean isBy(@Nullable BbbClient client) {
        return client != null && client == target.client() && client.server().equals(server);
    }

    /**
     * Returns what the server has, by an answer that began no longer ago than an age, in nanoseconds, where there is one. Nothing
     * if what was waited for was cancelled: then is to be looked anew.
     *
     * @param lane who polls the server; null where it is not polled here
     */
    Mono<ServerLook> look(PollPlan plan, @Nullable Lane lane, long age) {
        return Mono.defer(() -> {
            ClientLookCall call = new ClientLookCall(target, plan, settings);
            long since = call.start() - age;
            Mono<LaneAnswer> coming = lane == null ? null : lane.coming(since); // before its last answer is looked at
            ServerLook known = known(since, lane == null ? null : lane.answer());
            return known != null ? Mono.just(known) : waited(new Flight(call), since, coming);
        });
    }

    /** Returns the younger of what is kept and what a poll was answered, if it is young enough. */
    private @Nullable ServerLook known(long since, @Nullable LaneAnswer polled) {
        Kept last = kept;
        if (polled != null && polled.start() >= since && (last == null || polled.start() > last.start())) {
            return polled.look();
        }
        return last != null && last.start() >= since ? last.look() : null;
    }

    private Mono<ServerLook> waited(Flight next, long since, @Nullable Mono<LaneAnswer> coming) {
        Flight joined;
        synchronized (this) {
            Kept young = kept;
            if (young != null && young.start() >= since) { // since just now
                return Mono.just(young.look());
            }
            if (flight == null) {
                if (missed != null && missed.start() >= since) {
                    return Mono.error(missed.error());
                }
                if (coming != null) {
                    return coming.map(LaneAnswer::look);
                }
                flight = next;
            }
            joined = flight;
            joined.waiting++;
        }
        return joined.shared.doFinally(signal -> leave(joined, next.call.start() - since));
    }

    /**
     * The call goes on without anybody until it is of an age, for whoever asks meanwhile: else a row of askers who give up soon
     * would be a row of calls.
     */
    private void leave(Flight left, long age) {
        synchronized (this) {
            left.waiting--;
            if (left.waiting > 0 || flight != left) {
                return;
            }
        }
        long rest = left.call.start() + age - settings.now();
        if (rest <= 0) {
            cancelIfAlone(left);
            return;
        }
        try {
            settings.timer().schedule(() -> cancelIfAlone(left), rest, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) { // the timer was disposed of
            cancelIfAlone(left);
        }
    }

    private void cancelIfAlone(Flight left) {
        synchronized (this) {
            if (left.waiting > 0 || flight != left) {
                return;
            }
            flight = null;
        }
        left.call.cancel();
    }

    /** Takes what a call came to: an answer, an error, or neither. */
    private void end(Flight ended, @Nullable ServerLook look, @Nullable Throwable error) {
        Kept next = look == null ? null : keep(ended.call, look);
        Kept old = next; // unless it is kept
        synchronized (this) {
            if (flight == ended) {
                flight = null;
                missed = error == null ? missed : new Missed(ended.call.start(), error);
            }
            if (next != null && !closed && (kept == null || kept.start() <= next.start())) {
                old = kept;
                kept = next;
            }
        }
        if (next == null) {
            ended.call.release();
        }
        if (old != null) {
            old.drop();
        }
    }

    private Kept keep(ClientLookCall call, ServerLook look) {
        Disposable expiry = settings.timer()
                .schedule(() -> dropIf(call.start() + 1), ClientLookSettings.KEPT.toNanos(), TimeUnit.NANOSECONDS);
        return new Kept(call, look, expiry);
    }

    /** Keeps nothing that began before a time, in nanoseconds. */
    void dropIf(long before) {
        Kept old;
        synchronized (this) {
            old = kept;
            if (old == null || old.start() >= before) {
                return;
            }
            kept = null;
        }
        old.drop();
    }

    /** Ends: nothing is kept, and who waits is to look anew. Never called under a lock. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        dropIf(Long.MAX_VALUE);
        target.retire();
    }

    /** A call, and how many wait for it. */
    private final class Flight {
        private final ClientLookCall call;
        private final Mono<ServerLook> shared;
        private int waiting; // guarded by the look

        Flight(ClientLookCall call) {
            this.call = call;
            this.shared = call.outcome()
                    .doOnSuccess(look -> end(this, look, null))
                    .doOnError(error -> end(this, null, error))
                    .cache();
        }
    }
}
