// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The literals of JSON, and what Java has for them. */
final class JsonLiterals {
    private static final Pattern NUMBER =
            Pattern.compile("-?+(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+");

    private static final Pattern WHOLE = Pattern.compile("-?+[0-9]++");
    private static final Pattern ZERO = Pattern.compile("-?+[0.]++(?![1-9])");
    private static final Pattern EXPONENT = Pattern.compile("[eE]");

    /** What JSON libraries read at most, and the most that does not cost much. */
    private static final int MAX_LENGTH = 1_000;

    private JsonLiterals() {}

    static boolean isOne(String text) {
        return switch (text) {
            case "null", "true", "false" -> true;
            default -> NUMBER.matcher(text).matches();
        };
    }

    /** Returns the number that others would read, or else its text. No exponent is ever written out. */
    static Object number(String literal) {
        if (literal.length() > MAX_LENGTH) {
            return literal;
        }
        if (ZERO.matcher(literal).lookingAt()) {
            return literal.startsWith("-") ? (Object) (-0.0) : new BigDecimal(EXPONENT.split(literal, 2)[0]);
        }
        double number = Double.parseDouble(literal);
        boolean isRead = WHOLE.matcher(literal).matches() || (number != 0 && Double.isFinite(number));
        return isRead ? new BigDecimal(literal) : literal;
    }
}
