// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

/**
 * What each value in the grid begins with, whatever the format of the rest.
 *
 * @param format the number of the format
 * @param sender the member that put it
 */
record Envelope(int format, String sender) {
    static final int LONGEST_NAME = 256;

    void write(WordOut out) {
        out.octet(format);
        out.text(sender);
    }

    static Envelope read(WordIn in) {
        return new Envelope(in.octet(), in.text(LONGEST_NAME));
    }
}
