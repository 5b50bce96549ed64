// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.blueflux.error.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finished poll. Immutable.
 *
 * @param server the server as it is known after the poll; {@code server().poll().number()} tells which poll it was
 * @param latency from its start to its end
 * @param lag how much later than scheduled it started
 * @param failure what it failed of; null if it was answered
 */
public record ServerReport(
        ServerView server,
        Duration latency,
        Duration lag,
        @Nullable Failure failure) {
    /** Refuses what is missing. */
    public ServerReport {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(lag, "lag");
    }

    /**
     * Returns when the poll began.
     *
     * @return {@code server().poll().startedAt()}, by the local clock
     */
    public Instant startedAt() {
        return server.poll().startedAt();
    }

    /**
     * Tells whether the poll was answered.
     *
     * @return true if there is no failure
     */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public boolean isAnswered() {
        return failure == null;
    }

    /**
     * Returns the error that the poll failed of.
     *
     * @return usually a {@link io.blueflux.error.BbbException}; null if it was answered
     */
    public @Nullable Throwable error() {
        return failure == null ? null : failure.error();
    }
}
