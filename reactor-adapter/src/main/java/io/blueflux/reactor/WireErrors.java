// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.HostAndPort;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.CallTimeoutException.Stage;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.TransportException;
import io.blueflux.error.TransportException.Kind;
import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import reactor.core.Exceptions;
import reactor.netty.channel.AbortedException;

/** Makes our errors of the transport's: the one place that knows its exceptions. */
final class WireErrors {
    /** The pool's own class for this is an internal one of the transport. */
    private static final String TOO_MANY_PENDING = "PoolAcquirePendingLimitException";

    private WireErrors() {}

    /**
     * Makes the error of a call; the transport's own stays out of it, since its text may hold the address or the URL. What
     * wraps an {@link Error}, an exhausted heap for one, becomes that: it is the virtual machine's and not the wire's, and no
     * repetition helps.
     */
    static Throwable map(CallSite site, Throwable thrown, WireAttempt attempt, ClientSettings settings) {
        Error fatal = WireCauses.first(thrown, Error.class);
        return fatal == null ? mapped(site, Exceptions.unwrap(thrown), attempt, settings) : fatal;
    }

    private static BbbException mapped(CallSite site, Throwable error, WireAttempt attempt, ClientSettings settings) {
        BbbException ours = ours(site, error, attempt, settings);
        ours.setStackTrace(error.getStackTrace());
        return ours;
    }

    private static BbbException ours(CallSite site, Throwable error, WireAttempt attempt, ClientSettings settings) {
        ProxyConnectException proxy = WireCauses.first(error, ProxyConnectException.class);
        if (proxy != null) {
            return ProxyReasons.of(site, proxy);
        }
        if (error instanceof TooLongHttpHeaderException) {
            return new LimitExceededException(
                            site, "headerBytes", settings.http().headerBytes())
                    .explained("maxHeaderBytes of the client's builder raises it");
        }
        if (error instanceof ConnectTimeoutException) {
            return new CallTimeoutException(site, Stage.CONNECT, settings.http().connectTimeout(), null)
                    .explained(ConnectReasons.peer(error, settings)
                            + " did not answer: it is down, or a firewall drops what is sent");
        }
        if (error instanceof SslHandshakeTimeoutException) {
            return new CallTimeoutException(site, Stage.CONNECT, null, null)
                    .explained(
                            "the TLS handshake was not done in time: the server is overloaded, or the port does not speak TLS");
        }
        if (error instanceof TimeoutException) {
            return new CallTimeoutException(site, Stage.ACQUIRE, null, null);
        }
        Kind kind = kind(error, attempt);
        return new TransportException(site, kind, words(kind, error, attempt, settings), null);
    }

    /** The answer is packed in a way that nobody here unpacks. */
    static TransportException unasked(CallSite site, String encoding) {
        return new TransportException(site, Kind.NOT_HTTP, HttpReasons.unasked(encoding), null);
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

    private static Kind kind(Throwable error, WireAttempt attempt) {
        if (error instanceof UnknownHostException || error instanceof UnresolvedAddressException) {
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
                || error instanceof NotYetConnectedException
                || error instanceof UnsupportedAddressTypeException
                || error instanceof ChannelException) {
            return Kind.CONNECT_FAILED;
        }
        boolean closed = error instanceof IOException
                || error instanceof AbortedException
                || error instanceof PrematureChannelClosureException;
        if (closed) {
            return closed(attempt);
        }
        boolean undecodable = error instanceof CodecException
                || error instanceof Http2Exception
                || (attempt.isStarted() && error instanceof IllegalArgumentException); // a malformed status line
        return undecodable ? Kind.NOT_HTTP : Kind.OTHER;
    }

    private static Kind closed(WireAttempt attempt) {
        if (attempt.isAnswered()) {
            return Kind.CUT_SHORT;
        }
        if (ProtocolReasons.isSpoken(attempt.firstBytes())) {
            return Kind.NOT_HTTP;
        }
        return attempt.isStarted() ? Kind.CLOSED_BEFORE_ANSWER : Kind.CONNECT_FAILED;
    }

    private static String words(Kind kind, Throwable error, WireAttempt attempt, ClientSettings settings) {
        String by = settings.http().hasProxy() ? "; a proxy is in between" : "";
        String how = WireCauses.say(error, "reset") ? "reset" : "closed";
        return switch (kind) {
            case NAME_NOT_RESOLVED ->
                "the host name of " + ConnectReasons.named(error, settings)
                        + " was not resolved: it is misspelt, or unknown to the DNS here";
            case CONNECT_FAILED -> ConnectReasons.of(error, attempt, settings);
            case TLS_FAILED ->
                TlsReasons.of(error, HostAndPort.of(settings.server().baseUrl()).host()) + by;
            case POOL_EXHAUSTED -> "too many calls wait for a connection of the pool";
            case CLOSED_BEFORE_ANSWER -> "the connection was " + how + " before the answer began" + by;
            case CUT_SHORT -> "the connection was " + how + " within the answer" + by;
            case NOT_HTTP -> HttpReasons.of(error, attempt) + by;
            case PROXY_REFUSED -> "the proxy refused";
            case CLIENT_CLOSED -> ClosedClient.PROBLEM;
            case OTHER -> "the transport failed with " + error.getClass().getName();
        };
    }
}
