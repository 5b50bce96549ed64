// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

/** The document is not what it should be; the decoder makes the user's error of it. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    /**
     * Makes a fault.
     *
     * @param problem what is wrong, in words; may quote the answer
     * @param position at which byte of the answer
     */
    public Fault(String problem, long position) {
        super(problem, null, false, false);
        this.position = position;
    }

    /**
     * Returns where it is.
     *
     * @return the offset in the answer, in bytes
     */
    public long position() {
        return position;
    }
}
