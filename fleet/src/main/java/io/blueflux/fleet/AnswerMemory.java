// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.error.CallSite;
import io.blueflux.error.LimitExceededException;
import io.blueflux.model.Meeting;
import io.blueflux.reactor.AnswerMeter;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A bound on what the answers of all servers take together: those that are being read, and the meetings that are kept until the
 * next. Three quarters are for whoever comes, but nobody gets more than a quarter of what is left, so that what one takes leaves
 * enough for the next, and the more take much, the less each can. The last quarter is for all alike: up to an even part of it nobody is
 * ever refused. Thread-safe; the lock is held for a few steps only.
 */
final class AnswerMemory {
    /** Bytes of heap for a byte of a meeting whose end has not come: the worst that the decoders make of one. */
    private static final long UNFINISHED = 24;

    private final long bound;
    private final long reserve;
    private long taken;
    private int holders;

    AnswerMemory(long bound) {
        this.bound = bound;
        this.reserve = bound / 4;
    }

    synchronized long taken() {
        return taken;
    }

    /** Returns a part of one's own, which counts until it is closed. */
    synchronized Holder holder() {
        holders++;
        return new Holder();
    }

    /** Returns a call whose answer counts while it is read, as the part of one more server. */
    <T> Mono<T> counted(Mono<T> call) {
        return Mono.using(
                this::holder,
                holder -> call.contextWrite(context -> context.put(AnswerMeter.class, holder.use())),
                Holder::close);
    }

    /** Whether somebody may hold so much, if the others hold so much. */
    private boolean allows(long held, long all) {
        return held <= reserve / Math.max(1, holders) || held <= (bound - reserve - all) / 4;
    }

    /** What one server's answers take: of one poll at a time, and of what is kept from poll to poll. */
    final class Holder {
        private boolean open = true;
        private long held;

        /** Gives back all; what comes after is not counted. */
        void close() {
            synchronized (AnswerMemory.this) {
                holders -= open ? 1 : 0;
                open = false;
                add(-held);
            }
        }

        Use use() {
            return new Use();
        }

        private void add(long bytes) {
            held += bytes;
            taken += bytes;
        }

        /** One poll's part. */
        final class Use implements AnswerMeter {
            private long used;
            private long missing;
            private boolean over;

            @Override
            public void unfinished(CallSite site, int bytes) {
                takeOrFail(site, bytes * UNFINISHED);
            }

            @Override
            public void finished(CallSite site, Object value) {
                if (value instanceof Meeting meeting) {
                    takeOrFail(site, AnswerWeight.of(meeting));
                }
            }

            private void takeOrFail(CallSite site, long bytes) {
                if (!take(bytes)) {
                    throw new LimitExceededException(site, "maxMemory", bound);
                }
            }

            /** Returns whether there is room for attendees who are missing. */
            boolean takeMissing(long bytes) {
                boolean may = take(bytes);
                missing += may ? bytes : 0;
                return may;
            }

            private boolean take(long bytes) {
                synchronized (AnswerMemory.this) {
                    if (over || !open) {
                        return true; // nobody keeps what comes now
                    }
                    boolean may = bytes <= 0 || allows(held + bytes, taken + bytes);
                    if (may) {
                        add(bytes);
                        used += bytes;
                    }
                    return may;
                }
            }

            /** Ends a poll of which nothing is kept: what was there before still is. */
            void end() {
                release(used);
            }

            /** Ends a poll of which this is kept instead of what was there before. */
            void end(Iterable<FleetMeeting> kept) {
                long sum = missing;
                for (FleetMeeting each : kept) {
                    sum += AnswerWeight.of(each.meeting());
                }
                release(held() - sum);
            }

            /** Ends a look of which this is kept, by a holder that has kept nothing before. */
            void keep(List<Meeting> kept) {
                long sum = 0;
                for (Meeting each : kept) {
                    sum += AnswerWeight.of(each);
                }
                release(held() - sum);
            }

            private void release(long bytes) {
                synchronized (AnswerMemory.this) {
                    if (!over && open) {
                        add(-bytes);
                    }
                    over = true;
                }
            }
        }

        private long held() {
            synchronized (AnswerMemory.this) {
                return held;
            }
        }
    }
}
