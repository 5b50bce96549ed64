// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which requests meet which faults; the newest rule that fits is the one that counts. */
final class FaultRules {
    static final int ALWAYS = -1;

    private final List<Rule> newestFirst = new CopyOnWriteArrayList<>();

    private record Rule(Predicate<RecordedRequest> fits, AtomicInteger left, List<Fault> faults) {
        boolean takes(RecordedRequest request) {
            return fits.test(request) && left.getAndUpdate(n -> n > 0 ? n - 1 : n) != 0;
        }
    }

    void add(Predicate<RecordedRequest> fits, int times, List<Fault> faults) {
        newestFirst.add(0, new Rule(fits, new AtomicInteger(times), List.copyOf(faults)));
    }

    /** Refuses a name that no call has. */
    void add(String call, int times, List<Fault> faults) {
        boolean all = call.equals(Traffic.ALL);
        if (!all && !ServerCall.names().contains(call)) {
            throw new IllegalArgumentException("no such call: " + call);
        }
        add(request -> all || call.equals(request.call()), times, faults);
    }

    List<Fault> take(RecordedRequest request) {
        for (Rule rule : newestFirst) {
            if (rule.takes(request)) {
                return rule.faults();
            }
        }
        return List.of();
    }

    void clear() {
        newestFirst.clear();
    }
}
