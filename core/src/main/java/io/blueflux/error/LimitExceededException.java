// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import java.util.Objects;

/** The answer passed one of the bounds set for it; what was complete before was delivered. */
public final class LimitExceededException extends BbbException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long bound;

    /**
     * Makes the error.
     *
     * @param site the call
     * @param limit the name of the bound, as in {@code AnswerLimits}
     * @param bound its value
     */
    public LimitExceededException(CallSite site, String limit, long bound) {
        this(site, limit, bound, "");
    }

    private LimitExceededException(CallSite site, String limit, long bound, String explanation) {
        super(
                site,
                "the answer passes the limit " + Objects.requireNonNull(limit, "limit") + " = " + bound
                        + (explanation.isEmpty() ? "" : "; " + explanation),
                null);
        this.limit = limit;
        this.bound = bound;
    }

    /**
     * Returns this error with what its receiver can do instead.
     *
     * @param text the way out; becomes part of the message
     * @return a copy
     */
    public LimitExceededException explained(String text) {
        Objects.requireNonNull(text, "text");
        return new LimitExceededException(site(), limit, bound, text);
    }

    /**
     * Returns the bound's name.
     *
     * @return for example {@code itemBytes}
     */
    public String limit() {
        return limit;
    }

    /**
     * Returns the bound's value.
     *
     * @return in the unit of the bound
     */
    public long bound() {
        return bound;
    }

    /** False: the same question meets the same data. */
    @Override
    public boolean isTransient() {
        return false;
    }
}
