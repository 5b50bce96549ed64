// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.Objects;
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
    private final String explanation;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param status the HTTP status
     * @param bodyStart the first bytes of the body as text, blotted; may be empty
     */
    public HttpStatusException(CallSite site, int status, String bodyStart) {
        this(site, status, bodyStart, "");
    }

    private HttpStatusException(CallSite site, int status, String bodyStart, String explanation) {
        super(
                site,
                describe(status, Objects.requireNonNull(bodyStart, "bodyStart"))
                        + (explanation.isEmpty() ? "" : "; " + explanation),
                null);
        this.status = status;
        this.bodyStart = bodyStart;
        this.explanation = explanation;
    }

    /**
     * Returns this error with what its receiver makes of it.
     *
     * @param text the likely cause, without secrets; becomes part of the message
     * @return a copy
     */
    public HttpStatusException explained(String text) {
        Objects.requireNonNull(text, "text");
        return new HttpStatusException(site(), status, bodyStart, text);
    }

    /**
     * Returns the likely cause, as far as the client can tell it: for status 401, by which b3lb refuses a checksum.
     *
     * @return a sentence or two, also part of the message; empty for other statuses
     */
    public String explanation() {
        return explanation;
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

    private static String describe(int status, String bodyStart) {
        return "HTTP status " + status + (bodyStart.isEmpty() ? "" : ", body starts: " + bodyStart);
    }
}
