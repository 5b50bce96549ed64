// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.io.Serial;

/** A plain mistake of the caller on which the real server breaks down: becomes its error page. */
final class Crash extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    Crash(String why) {
        super(why, null, false, false);
    }
}
