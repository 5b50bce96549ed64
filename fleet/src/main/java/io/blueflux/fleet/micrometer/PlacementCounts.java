// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a placement does, counted. A meter is registered when there is something to count. */
final class PlacementCounts {
    private static final String NAME = "blueflux.placement";

    private final MeterRegistry registry;
    private final Map<Meter.Id, Meter> meters = new ConcurrentHashMap<>();

    PlacementCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(String outcome, Duration elapsed) {
        Timer timer = Timer.builder(NAME)
                .tag("outcome", outcome)
                .serviceLevelObjectives(PollMeters.BUCKETS)
                .register(registry);
        meters.put(timer.getId(), timer);
        timer.record(elapsed);
    }

    void looked(boolean isAnswered) {
        count("looks", Tags.of("answered", Boolean.toString(isAnswered)));
    }

    void one(String what) {
        count(what, Tags.empty());
    }

    private void count(String what, Tags tags) {
        Counter counter = Counter.builder(NAME + "." + what).tags(tags).register(registry);
        meters.put(counter.getId(), counter);
        counter.increment();
    }

    void close() {
        meters.keySet().removeIf(id -> {
            registry.remove(id);
            return true;
        });
    }
}
