// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.HashMap;
import java.util.Map;

/** What the meetings take that others told: it counts as what was polled here does, and is never refused. Not thread-safe. */
final class ClusterMemory {
    private final AnswerMemory memory;
    private final Map<String, Kept> kept = new HashMap<>();

    /** What is kept of one server. */
    private record Kept(AnswerMemory.Holder holder, Map<String, FleetMeeting> meetings) {}

    ClusterMemory(AnswerMemory memory) {
        this.memory = memory;
    }

    /** Counts the meetings of a server instead of those before. */
    void keep(String name, Map<String, FleetMeeting> meetings) {
        Kept before = kept.get(name);
        if (before == null || before.meetings() != meetings) {
            AnswerMemory.Holder holder = before == null ? memory.holder() : before.holder();
            holder.use().end(meetings.values());
            kept.put(name, new Kept(holder, meetings));
        }
    }

    void forget(String name) {
        Kept gone = kept.remove(name);
        if (gone != null) {
            gone.holder().close();
        }
    }

    void clear() {
        kept.values().forEach(each -> each.holder().close());
        kept.clear();
    }
}
