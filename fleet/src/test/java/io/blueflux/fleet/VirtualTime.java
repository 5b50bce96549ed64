// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Time that a test moves, for waits and for the time of day. */
final class VirtualTime extends Clock {
    private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
    private final long start = nanos();

    VirtualTimeScheduler scheduler() {
        return scheduler;
    }

    void advance(Duration time) {
        scheduler.advanceTimeBy(time);
    }

    void advanceMillis(long millis) {
        advance(Duration.ofMillis(millis));
    }

    long nanos() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    Duration elapsed() {
        return Duration.ofNanos(nanos() - start);
    }

    BbbFleetBuilder fleet(PollPlan plan, ClientSource clients) {
        return BbbFleet.builder(plan).timer(scheduler).clock(this).clientSource(clients);
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(elapsed());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
