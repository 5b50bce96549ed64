// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Time ran out; {@link #stage()} says which clock. */
public final class CallTimeoutException extends BbbException {
    private static final long serialVersionUID = 1L;

    /** Which bound on time was passed. */
    public enum Stage {
        /** Making the connection, TLS included. */
        CONNECT,
        /** Waiting for a free connection of the pool. */
        ACQUIRE,
        /** No byte came although one was wanted. */
        SILENCE,
        /** The whole call, from subscription to the end of the answer. */
        DEADLINE
    }

    private final Stage stage;
    private final @Nullable Duration bound;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param stage which clock ran out
     * @param bound its length, or null if the transport did not say
     * @param cause the transport's own error, if any
     */
    public CallTimeoutException(CallSite site, Stage stage, @Nullable Duration bound, @Nullable Throwable cause) {
        this(site, stage, bound, cause, "");
    }

    private CallTimeoutException(
            CallSite site, Stage stage, @Nullable Duration bound, @Nullable Throwable cause, String explanation) {
        super(
                site,
                describe(Objects.requireNonNull(stage, "stage"))
                        + (bound == null ? "" : " after " + bound.toMillis() + " ms")
                        + (explanation.isEmpty() ? "" : "; " + explanation),
                cause);
        this.stage = stage;
        this.bound = bound;
    }

    /**
     * Returns this error with what its receiver makes of it.
     *
     * @param text the likely cause, without secrets; becomes part of the message
     * @return a copy
     */
    public CallTimeoutException explained(String text) {
        Objects.requireNonNull(text, "text");
        return new CallTimeoutException(site(), stage, bound, getCause(), text);
    }

    /**
     * Returns which clock ran out.
     *
     * @return the stage
     */
    public Stage stage() {
        return stage;
    }

    /**
     * Returns how long was waited at most.
     *
     * @return the bound, or null if the transport did not say
     */
    public @Nullable Duration bound() {
        return bound;
    }

    /** True. */
    @Override
    public boolean isTransient() {
        return true;
    }

    /** True while the connection was being made or waited for. */
    @Override
    public boolean isUnsent() {
        return stage == Stage.CONNECT || stage == Stage.ACQUIRE;
    }

    private static String describe(Stage stage) {
        return switch (stage) {
            case CONNECT -> "no connection";
            case ACQUIRE -> "no free connection in the pool";
            case SILENCE -> "the server was silent";
            case DEADLINE -> "the call was not done";
        };
    }
}
