// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

/** What a parameter's value is; each type has the rule that holds unless the parameter has its own. */
public enum ParameterType {
    /** Free text. */
    TEXT(ParameterRule.ANY),
    /** {@code true} or {@code false}. */
    BOOLEAN(ParameterRule.TRUE_OR_FALSE),
    /** A whole number. */
    INTEGER(ParameterRule.WHOLE),
    /** A whole number of minutes. */
    MINUTES(ParameterRule.WHOLE),
    /** A point of time: milliseconds since 1970. */
    MILLIS(ParameterRule.EPOCH_MILLIS),
    /** A web address. */
    URL(ParameterRule.HTTP_URL),
    /** A JSON array or object. */
    JSON(ParameterRule.JSON),
    /** One word of an open set. */
    WORD(ParameterRule.WORD),
    /** Items separated by commas. */
    LIST(ParameterRule.ITEMS);

    private final ParameterRule rule;

    ParameterType(ParameterRule rule) {
        this.rule = rule;
    }

    ParameterRule rule() {
        return rule;
    }
}
