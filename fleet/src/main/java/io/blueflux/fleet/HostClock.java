// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** The host's clock. While it throws, the system's tells the time: lanes and streams do not end because a clock is broken. */
final class HostClock extends Clock {
    private final Clock clock;
    private final AtomicBoolean broken = new AtomicBoolean();

    HostClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        try {
            Instant now = Objects.requireNonNull(clock.instant(), "the clock told no time");
            broken.set(false);
            return now;
        } catch (Throwable e) {
            if (broken.compareAndSet(false, true)) {
                HostCode.log("the clock of the fleet threw; the system's is used until it works again", e);
            }
            return Instant.now();
        }
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new HostClock(clock.withZone(zone));
    }
}
