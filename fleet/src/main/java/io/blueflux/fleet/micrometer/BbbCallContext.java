// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.error.BbbException;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call that is observed, a client's: spans of it are of kind CLIENT. Read by conventions and handlers while the
 * observation is on. Nothing is sent along to the server, which knows no headers of traces.
 */
public final class BbbCallContext extends SenderContext<Object> {
    /** What cannot be known yet. */
    static final String UNKNOWN = "unknown";

    /** What there is not. */
    static final String NONE = "none";

    private final String server;
    private final String call;
    private volatile int status;
    private volatile @Nullable String sentOnTo;
    private volatile @Nullable BbbException failure;
    private volatile boolean cancelled;
    private volatile boolean completed;

    BbbCallContext(String server, String call) {
        super((carrier, key, value) -> {}, Kind.CLIENT);
        this.server = server;
        this.call = call;
    }

    /**
     * Returns the server's name.
     *
     * @return never the URL
     */
    public String server() {
        return server;
    }

    /**
     * Returns the call's name.
     *
     * @return for example {@code getMeetings}
     */
    public String call() {
        return call;
    }

    /**
     * Returns the HTTP status.
     *
     * @return 0 if no answer has begun
     */
    public int status() {
        return status;
    }

    /**
     * Returns the host that a redirect led to.
     *
     * @return {@code host[:port]}; null if none was followed
     */
    public @Nullable String sentOnTo() {
        return sentOnTo;
    }

    /**
     * Returns what the call failed of.
     *
     * @return null if it did not fail, or not yet
     */
    public @Nullable BbbException failure() {
        return failure;
    }

    /**
     * Tells whether the call ended well. While it does not, and did not fail and was not cancelled, it is under way.
     *
     * @return true if it did
     */
    public boolean isCompleted() {
        return completed;
    }

    /**
     * Tells whether the subscriber cancelled.
     *
     * @return true if it did
     */
    public boolean isCancelled() {
        return cancelled;
    }

    void answered(int itsStatus) {
        status = itsStatus;
    }

    void sentOn(String host) {
        sentOnTo = host;
    }

    void failed(BbbException error) {
        failure = error;
    }

    void cancelled() {
        cancelled = true;
    }

    void completed() {
        completed = true;
    }
}
