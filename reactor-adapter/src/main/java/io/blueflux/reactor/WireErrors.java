// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.CallTimeoutException.Stage;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.CodecException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetConnectedException;
import java.util.StringJoiner;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.netty.channel.AbortedException;

/** Makes our errors of the transport's: the one place that knows its exceptions. */
final class WireErrors {
    /** The pool's own class for this is an internal one of the transport. */
    private static final String TOO_MANY_PENDING = "PoolAcquirePendingLimitException";

    private static final int MOST_CAUSES = 32;

    private WireErrors() {}

    /**
     * Makes the error of a call; the transport's own stays out of it, since its text may hold the address or the URL. What
     * wraps an {@link Error}, an exhausted heap for one, becomes that: it is the virtual machine's and not the wire's, and no
     * repetition helps.
     */
    static Throwable map(CallSite site, Throwable thrown, Attempt attempt, BbbClientBuilder settings) {
        Error fatal = errorWithin(thrown);
        return fatal == null ? mapped(site, Exceptions.unwrap(thrown), attempt, settings) : fatal;
    }

    private static @Nullable Error errorWithin(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) { // causes may go round
            if (cause instanceof Error error) {
                return error;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static BbbException mapped(CallSite site, Throwable error, Attempt attempt, BbbClientBuilder settings) {
        BbbException ours = ours(site, error, attempt, settings);
        ours.setStackTrace(error.getStackTrace());
        return ours;
    }

    private static BbbException ours(CallSite site, Throwable error, Attempt attempt, BbbClientBuilder settings) {
        if (error instanceof ConnectTimeoutException) {
            return new CallTimeoutException(site, Stage.CONNECT, settings.connectTimeout, null);
        }
        if (error instanceof SslHandshakeTimeoutException) {
            return new CallTimeoutException(site, Stage.CONNECT, null, null);
        }
        if (error instanceof TimeoutException) {
            return new CallTimeoutException(site, Stage.ACQUIRE, null, null);
        }
        Kind kind = kind(error, attempt);
        return new TransportException(site, kind, words(kind, error), null);
    }

    static boolean isClosedConnection(Throwable error) {
        return error instanceof TransportException transport && transport.kind() == Kind.CLOSED_BEFORE_ANSWER;
    }

    /**
     * Whether a try that had not begun to write failed by chance, rather than by what the server did: the pool handed out
     * closed connections, or an event meant for a closed socket reached the new one that has its number. Closed within a TLS
     * handshake is the server's doing.
     */
    static boolean isUnsent(Throwable thrown) {
        Throwable error = Exceptions.unwrap(thrown);
        return error instanceof NotYetConnectedException
                || error instanceof AbortedException
                || (error instanceof ClosedChannelException && error.getSuppressed().length == 0)
                || error.getClass() == IOException.class; // the pool's
    }

    private static Kind kind(Throwable error, Attempt attempt) {
        if (error instanceof UnknownHostException) {
            return Kind.NAME_NOT_RESOLVED;
        }
        if (error.getClass().getSimpleName().equals(TOO_MANY_PENDING)) {
            return Kind.POOL_EXHAUSTED;
        }
        if (error instanceof SSLException || error.getCause() instanceof SSLException) {
            return Kind.TLS_FAILED;
        }
        if (error instanceof ConnectException
                || error instanceof NoRouteToHostException
                || error instanceof NotYetConnectedException) {
            return Kind.CONNECT_FAILED;
        }
        if (error instanceof IOException || error instanceof AbortedException) {
            return closed(attempt);
        }
        boolean undecodable = error instanceof CodecException
                || (attempt.isStarted() && error instanceof IllegalArgumentException); // a malformed status line
        return undecodable ? Kind.NOT_HTTP : Kind.OTHER;
    }

    private static Kind closed(Attempt attempt) {
        if (attempt.isAnswered()) {
            return Kind.CUT_SHORT;
        }
        return attempt.isStarted() ? Kind.CLOSED_BEFORE_ANSWER : Kind.CONNECT_FAILED;
    }

    private static String words(Kind kind, Throwable error) {
        return switch (kind) {
            case NAME_NOT_RESOLVED -> "the host name was not resolved";
            case CONNECT_FAILED -> "no connection could be made";
            case TLS_FAILED -> "TLS was not agreed on, or the certificate is not trusted" + reason(error);
            case POOL_EXHAUSTED -> "too many calls wait for a connection of the pool";
            case CLOSED_BEFORE_ANSWER -> "the connection was closed before the answer began";
            case CUT_SHORT -> "the connection was closed within the answer";
            case NOT_HTTP -> "the answer is not HTTP, or not packed as it says";
            case CLIENT_CLOSED -> "the client is closed";
            case OTHER -> "the transport failed with " + error.getClass().getName();
        };
    }

    /** Says why by the names of the causes' classes, which tell an expired certificate from an unknown authority. */
    private static String reason(Throwable error) {
        StringJoiner classes = new StringJoiner(", ", " (", ")");
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            classes.add(cause.getClass().getSimpleName());
            cause = cause.getCause();
        }
        return classes.toString();
    }
}
