// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

/** The document is not what it should be; the decoder makes the user's error of it. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    /** Makes a fault at a byte of the answer. */
    Fault(String problem, long position) {
        super(problem, null, false, false);
        this.position = position;
    }

    long position() {
        return position;
    }
}
