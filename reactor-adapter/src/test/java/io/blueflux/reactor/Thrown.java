// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What a user's code may throw. Reactor's operators let the last four through, since they hold them to be fatal. */
enum Thrown {
    RUNTIME(() -> new IllegalStateException("a user's own trouble")),
    CHECKED(() -> new IOException("a user's own trouble")),
    ASSERTION(() -> new AssertionError("a user's own trouble")),
    CLASS_PATH(() -> new NoClassDefFoundError("a user's own trouble")),
    STACK(() -> new StackOverflowError("a user's own trouble")),
    MEMORY(() -> new OutOfMemoryError("a user's own trouble")),
    MACHINE(() -> new InternalError("a user's own trouble"));

    @SuppressWarnings("ImmutableEnumChecker") // a supplier that holds nothing
    private final Supplier<Throwable> maker;

    Thrown(Supplier<Throwable> maker) {
        this.maker = maker;
    }

    Throwable make() {
        return maker.get();
    }

    /** Throws until it is disarmed. */
    static final class Bomb {
        private final Thrown kind;
        private final AtomicInteger went = new AtomicInteger();
        private volatile boolean armed = true;

        Bomb(Thrown kind) {
            this.kind = kind;
        }

        void go() {
            if (armed) {
                went.incrementAndGet();
                sneak(kind.make());
            }
        }

        void disarm() {
            armed = false;
        }

        boolean went() {
            return went.get() > 0;
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> void sneak(Throwable thrown) throws E {
            throw (E) thrown;
        }
    }
}
