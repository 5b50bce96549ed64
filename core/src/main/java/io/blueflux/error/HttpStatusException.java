// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.Set;

/**
 * An HTTP status other than 200, with a body that is not an answer of the API: a proxy, a firewall, a restarting server,
 * or a wrong base URL.
 */
public final class HttpStatusException extends BbbException {
    private static final long serialVersionUID = 1L;

    private static final Set<Integer> TRANSIENT = Set.of(408, 425, 429, 502, 503, 504);

    private final int status;
    private final String bodyStart;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param status the HTTP status
     * @param bodyStart the first bytes of the body as text, blotted; may be empty
     */
    public HttpStatusException(CallSite site, int status, String bodyStart) {
        super(site, "HTTP status " + status + (bodyStart.isEmpty() ? "" : ", body starts: " + bodyStart), null);
        this.status = status;
        this.bodyStart = bodyStart;
    }

    /**
     * Returns the HTTP status.
     *
     * @return for example 502
     */
    public int status() {
        return status;
    }

    /**
     * Returns how the body starts, without secrets.
     *
     * @return a few hundred characters at most; may be empty
     */
    public String bodyStart() {
        return bodyStart;
    }

    /** True for 408, 425, 429, 502, 503 and 504. */
    @Override
    public boolean isTransient() {
        return TRANSIENT.contains(status);
    }
}
