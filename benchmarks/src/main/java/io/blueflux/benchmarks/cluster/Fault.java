// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import java.time.Duration;
import java.util.Locale;

/** What befalls a member, and how long a server may go unpolled by that. */
enum Fault {
    KILL(3_000),
    TERM(0),
    FREEZE(5_000),
    ROLLING(0),
    PARTITION(5_000);

    private static final double PLANNED = 1.5;

    private final long millis;

    Fault(long millis) {
        this.millis = millis;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the longest gap in milliseconds: that of planned moves follows the interval. */
    long bound(Duration interval) {
        return millis == 0 ? planned(interval) : millis;
    }

    /** Returns that bound where all goes by plan. */
    static long planned(Duration interval) {
        return (long) (interval.toMillis() * PLANNED);
    }
}
