// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.Objects;

/**
 * The server redirected a call that is never redirected by BBB: usually http to https, or a login page in front.
 * Blueflux does not follow, since a signed call is worth what the secret is worth. A balancer may send a call on to the server
 * that it chose; whether that is followed is a setting of the client.
 */
public final class RedirectedException extends BbbException {
    private static final long serialVersionUID = 1L;
    private static final String CHOSEN =
            "; a balancer names the server that it chose, to which this client does not go on";

    private final int status;
    private final String targetHost;
    private final boolean signedAnew;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param status the HTTP status, 3xx
     * @param targetHost the scheme and host of the target, or an empty text if the answer named none
     */
    public RedirectedException(CallSite site, int status, String targetHost) {
        this(site, status, targetHost, false);
    }

    /**
     * Makes the error of a redirect that may be a balancer's.
     *
     * @param site the call
     * @param status the HTTP status, 3xx
     * @param targetHost the scheme and host of the target, or an empty text if the answer named none
     * @param signedAnew whether it leads to the same call, with another signature
     */
    public RedirectedException(CallSite site, int status, String targetHost, boolean signedAnew) {
        super(site, describe(status, targetHost) + (signedAnew ? CHOSEN : ""), null);
        this.signedAnew = signedAnew;
        this.status = status;
        this.targetHost = targetHost;
    }

    private static String describe(int status, String targetHost) {
        return "HTTP status " + status
                + (Objects.requireNonNull(targetHost, "targetHost").isEmpty()
                        ? " without a target"
                        : " to " + targetHost);
    }

    /**
     * Returns the HTTP status.
     *
     * @return 300 to 399
     */
    public int status() {
        return status;
    }

    /**
     * Returns where the redirect leads, without path and query.
     *
     * @return for example {@code https://bbb.example.org}; empty if unknown
     */
    public String targetHost() {
        return targetHost;
    }

    /**
     * Tells whether it leads to the very same call with another signature: a balancer took our checksum, and names the server
     * that it chose.
     *
     * @return whether a client may be set to follow it
     */
    public boolean isSignedAnew() {
        return signedAnew;
    }

    /** False: a setting is wrong, usually the base URL's scheme. */
    @Override
    public boolean isTransient() {
        return false;
    }
}
