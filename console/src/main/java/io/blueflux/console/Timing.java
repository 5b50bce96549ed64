// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.fleet.ServerReport;
import org.jspecify.annotations.Nullable;

/**
 * How a server's last polls went, in milliseconds.
 *
 * @param latency of the last one that was answered; null before
 * @param lag of the last one
 */
record Timing(@Nullable Long latency, long lag) {

    static Timing after(@Nullable Timing before, ServerReport report) {
        Long latency = report.isAnswered()
                ? Long.valueOf(report.latency().toMillis())
                : before == null ? null : before.latency();
        return new Timing(latency, report.lag().toMillis());
    }
}
