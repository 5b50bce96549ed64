// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.error.Failure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came from one server, where all were asked: one of its values, or that it failed. Immutable.
 *
 * @param <T> what was asked for
 */
public sealed interface FromServer<T> {

    /**
     * Returns who was asked.
     *
     * @return the server's name
     */
    String server();

    /**
     * Returns what was had.
     *
     * @return null of a server that failed, so that {@code mapNotNull(FromServer::value)} keeps the values alone
     */
    @Nullable
    T value();

    /**
     * A value. There may be more of the same server.
     *
     * @param server the server's name
     * @param value the value
     * @param <T> what was asked for
     */
    record Value<T>(String server, T value) implements FromServer<T> {
        /** Refuses what is missing. */
        public Value {
            Objects.requireNonNull(server, "server");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The server failed, or did not answer in its client's time. Its values that came before are good; there may have been more.
     *
     * @param server the server's name
     * @param failure why
     * @param <T> what was asked for
     */
    record Failed<T>(String server, Failure failure) implements FromServer<T> {
        /** Refuses what is missing. */
        public Failed {
            Objects.requireNonNull(server, "server");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public @Nullable T value() {
            return null;
        }
    }
}
