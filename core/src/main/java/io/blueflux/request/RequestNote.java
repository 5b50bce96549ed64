// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.BbbVersion;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.Validation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a request, or of one of its parameters, before it goes to a server.
 *
 * @param kind what kind of note it is
 * @param parameter the parameter's whole wire name; empty if the note is about the call
 * @param version the release that the note is about; null where it is about none
 * @param text the note in words, without secrets
 */
public record RequestNote(
        Kind kind, String parameter, @Nullable BbbVersion version, String text) {
    /** Refuses what is missing. */
    public RequestNote {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(text, "text");
    }

    /** What kinds of notes there are. */
    public enum Kind {
        /** The call has no parameter of this name that we know of; a server ignores what it does not know. */
        UNKNOWN,
        /** The call or the parameter came with a later release than the server's, which does not know it. */
        NOT_YET,
        /** The server may be older than the call or the parameter: its release is not known exactly. */
        PERHAPS_NOT_YET,
        /** The parameter still works, but something else should be used. */
        DEPRECATED,
        /** The parameter does nothing any more. */
        GONE,
        /** The server is known not to heed it. */
        IGNORED,
        /** The call cannot do without the parameter, which is not set. */
        MISSING,
        /** The value breaks the rule of its {@link Parameter}; possible only with {@link Validation#LENIENT}. */
        BREAKS_RULE
    }

    /** Returns the words. */
    @Override
    public String toString() {
        return text;
    }
}
