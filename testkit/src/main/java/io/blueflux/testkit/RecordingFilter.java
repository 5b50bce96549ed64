// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which recordings a getRecordings call asks for. */
final class RecordingFilter {
    private RecordingFilter() {}

    /** Record IDs are matched by prefix, and meeting IDs count only without them. */
    static Predicate<SimulatedRecording> byId(CallInput input) {
        List<String> recordIds = input.list("recordID");
        List<String> meetingIds = input.list("meetingID");
        if (!recordIds.isEmpty()) {
            return recording ->
                    recordIds.stream().anyMatch(id -> recording.recordId().startsWith(id));
        }
        return recording -> meetingIds.isEmpty() || meetingIds.contains(recording.meetingId());
    }

    static Predicate<SimulatedRecording> byState(CallInput input) {
        List<String> asked = input.list("state");
        List<String> states = asked.isEmpty() ? List.of("published", "unpublished") : asked;
        return recording -> states.contains("any") || states.contains(recording.state());
    }

    /** All filters must match; a percent sign at either end of a value stands for anything. */
    static Predicate<SimulatedRecording> byMetadata(Map<String, String> wanted) {
        return recording -> wanted.entrySet().stream()
                .allMatch(filter ->
                        matches(recording.metadata().get(filter.getKey().toLowerCase(Locale.ROOT)), filter.getValue()));
    }

    private static boolean matches(@Nullable String value, String filter) {
        if (value == null) {
            return false;
        }
        boolean openStart = filter.startsWith("%");
        boolean openEnd = filter.length() > 1 && filter.endsWith("%");
        String part = filter.substring(openStart ? 1 : 0, filter.length() - (openEnd ? 1 : 0));
        if (openStart && openEnd) {
            return value.contains(part);
        }
        if (openStart) {
            return value.endsWith(part);
        }
        return openEnd ? value.startsWith(part) : value.equals(part);
    }
}
