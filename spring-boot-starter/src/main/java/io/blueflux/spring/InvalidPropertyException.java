// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

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

    String property() {
        return property;
    }

    String action() {
        return action;
    }
}
