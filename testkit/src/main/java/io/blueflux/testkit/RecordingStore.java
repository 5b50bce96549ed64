// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The recordings of one server, in the order they were added. A change replaces the whole map. */
final class RecordingStore {
    private final Happenings happenings;
    private volatile Map<String, SimulatedRecording> byId = Map.of();

    RecordingStore(Happenings happenings) {
        this.happenings = happenings;
    }

    synchronized void add(Collection<SimulatedRecording> recordings) {
        Map<String, SimulatedRecording> more = new LinkedHashMap<>(byId);
        recordings.forEach(recording -> more.put(recording.recordId(), recording));
        byId = more;
        recordings.forEach(happenings::recordingAdded);
    }

    /** Finds a recording that is not deleted, by its whole ID. */
    @Nullable
    SimulatedRecording find(String recordId) {
        SimulatedRecording recording = byId.get(recordId);
        return recording == null || recording.state().equals("deleted") ? null : recording;
    }

    List<SimulatedRecording> list() {
        return List.copyOf(byId.values());
    }

    /** Changes those of the recordings that exist and are not deleted; tells whether there was any. */
    synchronized boolean change(List<String> recordIds, UnaryOperator<SimulatedRecording.Builder> change) {
        Map<String, SimulatedRecording> changed = new LinkedHashMap<>(byId);
        List<SimulatedRecording> moved = new ArrayList<>();
        boolean any = false;
        for (String id : recordIds) {
            SimulatedRecording before = changed.get(id);
            if (before != null && !before.state().equals("deleted")) {
                SimulatedRecording after = change.apply(before.toBuilder()).build();
                changed.put(id, after);
                any = true;
                if (!after.state().equals(before.state())) {
                    moved.add(after);
                }
            }
        }
        byId = changed;
        moved.forEach(happenings::recordingChanged);
        return any;
    }
}
