// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

/** White space, as XML has it. */
final class Blanks {
    private Blanks() {}

    /** Whether a byte or a character is white space. */
    static boolean is(int character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
