// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as a value: kind and message are printed, the error itself with its stack trace and causes is not. Immutable.
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class Failure {
    private final String kind;
    private final @Nullable String message;
    private final transient @Nullable Throwable error;

    private Failure(String kind, @Nullable String message, @Nullable Throwable error) {
        this.kind = kind;
        this.message = message;
        this.error = error;
    }

    /**
     * Takes an error.
     *
     * @param error what went wrong, usually a {@link BbbException}. Only of those there is a message: what others quote,
     *     nobody knows
     * @return it as a value
     */
    public static Failure of(Throwable error) {
        Objects.requireNonNull(error, "error");
        String message = error instanceof BbbException ? error.getMessage() : null;
        return new Failure(error.getClass().getSimpleName(), message, error);
    }

    /**
     * Takes what was told of an error, without it.
     *
     * @param kind see {@link #kind()}
     * @param message see {@link #message()}
     * @return it as a value
     */
    @JsonCreator
    public static Failure of(@JsonProperty("kind") String kind, @JsonProperty("message") @Nullable String message) {
        Objects.requireNonNull(kind, "kind");
        return new Failure(kind, message, null);
    }

    /**
     * Returns the kind of error.
     *
     * @return the simple name of its class, for example {@code CallTimeoutException}
     */
    @JsonProperty
    public String kind() {
        return kind;
    }

    /**
     * Returns the message.
     *
     * @return that of a {@link BbbException}, which holds no secret; null for another error
     */
    @JsonProperty
    public @Nullable String message() {
        return message;
    }

    /**
     * Returns the error itself.
     *
     * @return null only in what was read back from JSON
     */
    public @Nullable Throwable error() {
        return error;
    }

    /** Compares kind and message. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Failure that && kind.equals(that.kind) && Objects.equals(message, that.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, message);
    }

    /** Returns kind and message. */
    @Override
    public String toString() {
        return message == null ? kind : kind + ": " + message;
    }
}
