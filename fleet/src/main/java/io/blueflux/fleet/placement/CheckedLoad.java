// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The load of meetings by the user's function: what it must not return counts as infinite, and is told once. Thread-safe. */
final class CheckedLoad {
    private final MeetingLoad load;
    private final AtomicBoolean told = new AtomicBoolean();

    CheckedLoad(MeetingLoad load) {
        this.load = load;
    }

    double of(CountedMeeting meeting, long now) {
        double participants = meeting.participants(now);
        try {
            double result = load.of(meeting.meeting(), participants);
            return result >= 0 ? result : refused("returned " + result, null);
        } catch (Throwable e) {
            return refused("threw", e);
        }
    }

    private double refused(String what, @Nullable Throwable error) {
        if (told.compareAndSet(false, true)) {
            UserCode.log(
                    "the load function of the placement " + what + "; such a meeting counts as infinite load", error);
        }
        return Double.POSITIVE_INFINITY;
    }
}
