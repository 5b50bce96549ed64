// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

/** An answer passed one of its limits; the decoder makes the user's error of it. */
public final class LimitFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String limit;
    private final long bound;

    /**
     * Makes a fault.
     *
     * @param limit the name of the bound, as in {@code AnswerLimits}
     * @param bound its value
     */
    public LimitFault(String limit, long bound) {
        super(limit, null, false, false);
        this.limit = limit;
        this.bound = bound;
    }

    /**
     * Returns the bound's name.
     *
     * @return for example {@code depth}
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
}
