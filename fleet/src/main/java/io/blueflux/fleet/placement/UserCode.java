// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Calls what users wrote. Whatever it throws, an error of the JVM too, ends its own call alone. */
final class UserCode {
    private static final Logger LOG = LoggerFactory.getLogger(MeetingPlacement.class);

    private UserCode() {}

    /** Calls, and logs what is thrown. */
    static void call(String who, Runnable call) {
        try {
            call.run();
        } catch (Throwable e) {
            log(who + " threw", e);
        }
    }

    /**
     * Returns a call of theirs. Errors of the JVM that it throws while it is made or subscribed to are its own: Reactor would throw them
     * on, and tell no subscriber.
     */
    static <T> Mono<T> call(Supplier<Mono<T>> call) {
        return Mono.fromFuture(() -> {
            try {
                return call.get().toFuture();
            } catch (Error e) {
                throw new IllegalStateException(e.toString(), e);
            }
        });
    }

    /** Logs. The log is a stranger too. */
    static void log(String what, @Nullable Throwable error) {
        try {
            LOG.error("{}", what, error);
        } catch (Throwable ignored) {
            return;
        }
    }
}
