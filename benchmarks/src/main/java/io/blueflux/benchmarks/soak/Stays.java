// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.benchmarks.truth.FalseEvent;
import io.blueflux.benchmarks.truth.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All stays, by name. Thread-safe: who changes a stay holds this. */
final class Stays {
    private final Map<String, Stay> byName = new HashMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<String> strangers = new ArrayList<>();
    private long heard;

    /** Begins a stay. */
    synchronized Stay come(int server, long now, long wellFrom) {
        Stay stay = new Stay(server, numbers.merge(server, 1, Integer::sum), now, wellFrom);
        byName.put(stay.name(), stay);
        return stay;
    }

    /** Takes what the fleet told. */
    synchronized void hear(Told change) {
        heard++;
        Stay stay = byName.get(change.key().split("/", 2)[0]);
        if (stay == null) {
            strangers.add("told of what never came: " + change.key());
        } else {
            stay.hear(change);
        }
    }

    synchronized void ail(Stay stay, long now) {
        stay.ail(now);
    }

    synchronized void recover(Stay stay, long from) {
        stay.recover(from);
    }

    synchronized void go(Stay stay, long now) {
        stay.go(now);
    }

    synchronized boolean isToldGone(Stay stay) {
        return stay.isToldGone();
    }

    synchronized int count() {
        return byName.size();
    }

    synchronized long heard() {
        return heard;
    }

    /** Finds what was false in any stay. */
    synchronized List<String> check(Function<Stay, List<FalseEvent>> check) {
        List<String> found = new ArrayList<>(strangers);
        byName.values().forEach(stay -> check.apply(stay).forEach(event -> found.add(event.text())));
        return found;
    }
}
