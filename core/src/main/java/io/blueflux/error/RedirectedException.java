// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.Objects;

/**
 * The server redirected a call that is never redirected by BBB: usually http to https, or a login page in front.
 * Blueflux does not follow, since a signed call is worth what the secret is worth.
 */
public final class RedirectedException extends BbbException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String targetHost;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param status the HTTP status, 3xx
     * @param targetHost the scheme and host of the target, or an empty text if the answer named none
     */
    public RedirectedException(CallSite site, int status, String targetHost) {
        super(
                site,
                "HTTP status " + status
                        + (Objects.requireNonNull(targetHost, "targetHost").isEmpty()
                                ? " without a target"
                                : " to " + targetHost),
                null);
        this.status = status;
        this.targetHost = targetHost;
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

    /** False: a setting is wrong, usually the base URL's scheme. */
    @Override
    public boolean isTransient() {
        return false;
    }
}
