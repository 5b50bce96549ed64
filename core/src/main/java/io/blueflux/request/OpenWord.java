// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.ParameterRule;
import io.blueflux.value.WireText;

/** The rule for the words of open sets. */
final class OpenWord {
    private OpenWord() {}

    static void check(String set, String word) {
        if (!ParameterRule.WORD.allows(word)) {
            throw new IllegalArgumentException(
                    set + " must be " + ParameterRule.WORD.description() + ", not: " + WireText.shown(word));
        }
    }
}
