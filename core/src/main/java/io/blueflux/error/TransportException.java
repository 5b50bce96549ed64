// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The wire failed: no connection, no name, no trust, or an HTTP answer cut short. */
public final class TransportException extends BbbException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble the wire had. */
    public enum Kind {
        /** The host name was not resolved. */
        NAME_NOT_RESOLVED,
        /** The connection was refused or could not be made. */
        CONNECT_FAILED,
        /** TLS could not be agreed on, or the certificate was not trusted. */
        TLS_FAILED,
        /** The proxy answered, and opened no tunnel to the server: it wants a user, forbids it, or is no proxy. */
        PROXY_REFUSED,
        /** The pool had no place in its queue of waiting calls. */
        POOL_EXHAUSTED,
        /** The connection closed or broke before the answer began. */
        CLOSED_BEFORE_ANSWER,
        /** The connection closed or broke within the answer. */
        CUT_SHORT,
        /** The bytes were not HTTP, contradict themselves, or are packed in a way that was not asked for. */
        NOT_HTTP,
        /** The client was closed, before the call or during it. */
        CLIENT_CLOSED,
        /** Anything else. */
        OTHER
    }

    private final Kind kind;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param kind what went wrong
     * @param problem what went wrong in words, without secrets
     * @param cause the transport's own error
     */
    public TransportException(CallSite site, Kind kind, String problem, @Nullable Throwable cause) {
        super(site, Objects.requireNonNull(problem, "problem"), cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /**
     * Returns what went wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * True, but for what a person must look at, which is a failed TLS agreement, a proxy that refuses and what is not HTTP; and
     * for a closed client.
     */
    @Override
    public boolean isTransient() {
        return switch (kind) {
            case TLS_FAILED, PROXY_REFUSED, NOT_HTTP, CLIENT_CLOSED -> false;
            default -> true;
        };
    }

    /** True if there was no connection. */
    @Override
    public boolean isUnsent() {
        return switch (kind) {
            case NAME_NOT_RESOLVED, CONNECT_FAILED, TLS_FAILED, PROXY_REFUSED, POOL_EXHAUSTED -> true;
            case CLOSED_BEFORE_ANSWER, CUT_SHORT, NOT_HTTP, CLIENT_CLOSED, OTHER -> false;
        };
    }
}
