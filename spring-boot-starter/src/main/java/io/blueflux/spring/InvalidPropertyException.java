// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import java.util.function.Supplier;

/** A property that breaks its rule. Its value, which may be a secret, is not told. */
final class InvalidPropertyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String property;
    private final String action;

    /**
     * Makes the error.
     *
     * @param property its name, for example {@code blueflux.servers.bbb1.url}
     * @param rule what is wrong with it, for example {@code is missing}
     * @param action what to write
     */
    InvalidPropertyException(String property, String rule, String action) {
        super(property + ": " + rule);
        this.property = property;
        this.action = action;
    }

    /** Makes something of a property; what refuses it with an {@code IllegalArgumentException} says which rule it breaks. */
    static <T> T checked(String property, String action, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException(property, String.valueOf(e.getMessage()), action);
        }
    }

    /** The same of one that has a default. */
    static <T> T checked(String property, Supplier<T> made) {
        return checked(property, "Change it, or leave it out for the default.", made);
    }

    String property() {
        return property;
    }

    String action() {
        return action;
    }
}
