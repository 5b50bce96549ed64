// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The recordings of one server, in the order they were added. A change replaces the whole map. */
final class RecordingStore {
    private volatile Map<String, SimulatedRecording> byId = Map.of();

    synchronized void add(Collection<SimulatedRecording> recordings) {
        Map<String, SimulatedRecording> more = new LinkedHashMap<>(byId);
        recordings.forEach(recording -> more.put(recording.recordId(), recording));
        byId = more;
    }

    List<SimulatedRecording> list() {
        return List.copyOf(byId.values());
    }

    /** Changes those of the recordings that exist and are not deleted; tells whether there was any. */
    synchronized boolean change(List<String> recordIds, UnaryOperator<SimulatedRecording.Builder> change) {
        Map<String, SimulatedRecording> changed = new LinkedHashMap<>(byId);
        boolean any = false;
        for (String id : recordIds) {
            SimulatedRecording before = changed.get(id);
            if (before != null && !before.state().equals("deleted")) {
                changed.put(id, change.apply(before.toBuilder()).build());
                any = true;
            }
        }
        byId = changed;
        return any;
    }
}
