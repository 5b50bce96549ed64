// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.blueflux.error.BbbException;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/** What is known of a call that is observed. Read by conventions and handlers while the observation is on. */
public final class BbbCallContext extends Observation.Context {
    private final String server;
    private final String call;
    private volatile int status;
    private volatile @Nullable String sentOnTo;
    private volatile @Nullable BbbException failure;
    private volatile boolean cancelled;

    BbbCallContext(String server, String call) {
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
}
