// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An error and what caused it, outermost first. */
final class WireCauses {
    private static final int MOST = 32;

    private WireCauses() {}

    static Stream<Throwable> of(Throwable error) {
        List<Throwable> causes = new ArrayList<>(4);
        for (Throwable cause = error; cause != null && causes.size() < MOST; cause = cause.getCause()) { // may go round
            causes.add(cause);
        }
        return causes.stream();
    }

    /** Returns the first of a class, or null. */
    static <T> @Nullable T first(Throwable error, Class<T> type) {
        return of(error).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
    }

    /** Whether one of them says a text; compared, never quoted, since it may hold what a server sent. */
    static boolean say(Throwable error, String text) {
        return of(error).anyMatch(cause -> String.valueOf(cause.getMessage()).contains(text));
    }
}
