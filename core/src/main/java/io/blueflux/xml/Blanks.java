// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

/** White space, as XML has it. */
public final class Blanks {
    private Blanks() {}

    /**
     * Tells white space.
     *
     * @param character a byte or a character
     * @return whether it is white space
     */
    public static boolean is(int character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
