// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.Locale;

/** Constants as words of the output. */
final class Words {
    private Words() {}

    /** Returns {@code read-timeout} for {@code READ_TIMEOUT}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
