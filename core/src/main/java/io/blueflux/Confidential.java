// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that must not leave by accident: a password, a token, a cookie, a signed URL. Only {@link #reveal()} gives it.
 * {@code toString} and logs show {@code ***}; in Java's serialisation it is null, and in the JSON of Jackson 2 and 3, Gson and
 * JSON-B it is absent or null. From any of these it is read back as absent. Immutable.
 */
@AbsentInJsonb
@JsonIgnoreType
public abstract class Confidential implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Another one in each process, since a hash that gets printed lets short passwords be guessed. */
    private static final int SALT = new SecureRandom().nextInt();

    private static final int SPREAD = 0x9E3779B1;

    private final transient String text;

    private Confidential(String text) {
        this.text = text;
    }

    /**
     * Takes a text.
     *
     * @param text the secret
     * @return a value that holds it
     */
    public static Confidential of(String text) {
        Objects.requireNonNull(text, "text");
        // Gson leaves out the values of local classes
        final class Hidden extends Confidential {
            private static final long serialVersionUID = 1L;

            private Hidden(String hidden) {
                super(hidden);
            }
        }
        return new Hidden(text);
    }

    /**
     * Takes a text that may be absent.
     *
     * @param text the secret, or null
     * @return a value that holds it; null if there is none
     */
    public static @Nullable Confidential ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /**
     * Returns the text. Whoever calls it answers for where it goes.
     *
     * @return the secret
     */
    public final String reveal() {
        return text;
    }

    /** What Jackson writes where the value stands alone, in a list or in a map. */
    @JsonValue
    final @Nullable Object json() {
        return null;
    }

    /** What stands in JSON was not written by us, so it is no secret of ours. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable Confidential read(@Nullable Object ignored) {
        return null;
    }

    final @Nullable Object writeReplace() {
        return null;
    }

    /** Compares the texts. */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Confidential that && text.equals(that.text);
    }

    @Override
    public final int hashCode() {
        return (text.hashCode() ^ SALT) * SPREAD;
    }

    /** Returns a fixed text that says nothing of the secret. */
    @Override
    public final String toString() {
        return "***";
    }
}
