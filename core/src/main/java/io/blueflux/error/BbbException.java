// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import io.blueflux.PrintableText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors of a call. Names server and call; neither its text nor its causes hold the query, the checksum,
 * a secret or a password.
 */
public abstract sealed class BbbException extends RuntimeException
        permits ApiFailedException,
                HttpStatusException,
                RedirectedException,
                MalformedResponseException,
                LimitExceededException,
                TransportException,
                CallTimeoutException,
                RequestBodyException {

    private static final long serialVersionUID = 1L;

    private final String server;
    private final String call;
    private final @Nullable String sentOnTo;

    BbbException(CallSite site, String what, @Nullable Throwable cause) {
        // a server's own words must not forge a line of a log
        super(Objects.requireNonNull(site, "site") + ": " + PrintableText.line(what), cause);
        this.server = site.server();
        this.call = site.call();
        this.sentOnTo = site.sentOnTo();
    }

    /**
     * Returns the name of the server that was asked.
     *
     * @return the name, never the URL
     */
    public final String server() {
        return server;
    }

    /**
     * Returns the name of the call.
     *
     * @return for example {@code getMeetings}
     */
    public final String call() {
        return call;
    }

    /**
     * Returns which call to which server this is about, and the host that a redirect led to, if one was followed.
     *
     * @return what the message begins with
     */
    public final CallSite site() {
        return new CallSite(server, call, sentOnTo);
    }

    /**
     * Tells whether the same call may well succeed a little later. A retry must also ask whether the call may be
     * repeated at all.
     *
     * @return true if the cause is of the kind that passes
     */
    public abstract boolean isTransient();

    /**
     * Tells whether the request was surely not sent, so that the server cannot have acted on it. Of a call that was repeated it is
     * said of the last try alone.
     *
     * @return false where nobody can say
     */
    public boolean isUnsent() {
        return false;
    }
}
