// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    /** Calls, and throws nothing that Reactor would throw on instead of handing it to a subscriber. */
    static <T> T tame(Supplier<T> call) {
        try {
            return call.get();
        } catch (Error e) {
            throw new IllegalStateException(e.toString(), e);
        }
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
