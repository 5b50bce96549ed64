// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.ParameterRule;
import io.blueflux.value.WireText;

/** A part of a value that is made of several. */
final class Part {
    private Part() {}

    /** Refuses a part that breaks a rule, without printing it. */
    static void check(ParameterRule rule, String part, String text) {
        WireText.check(part, text);
        if (!rule.allows(text)) {
            throw new IllegalArgumentException(part + " must be " + rule.description());
        }
    }
}
