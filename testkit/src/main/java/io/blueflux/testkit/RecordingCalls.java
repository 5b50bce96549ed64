// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calls about recordings. */
final class RecordingCalls {
    private static final int MOST_OF_A_PAGE = 100;
    private static final String HEAD = "<response>\n          <returncode>SUCCESS</returncode>\n          <recordings>";
    private static final String NONE = "\n          <messageKey>noRecordings</messageKey>"
            + "\n          <message>There are no recordings for the meeting(s).</message>";

    private final RecordingStore recordings;

    RecordingCalls(RecordingStore recordings) {
        this.recordings = recordings;
    }

    Answer getRecordings(CallInput input) {
        Map<String, String> wanted = input.startingWith("meta_");
        if (wanted.containsValue("")) {
            return Pages.container(500);
        }
        List<SimulatedRecording> found = recordings.list().stream()
                .filter(byId(input))
                .filter(byState(input))
                .filter(recording -> wanted.entrySet().stream()
                        .allMatch(filter -> matches(
                                recording.metadata().get(filter.getKey().toLowerCase(Locale.ROOT)), filter.getValue())))
                .toList();
        return input.text("limit").matches("-?\\d+") ? page(input, found) : all(found);
    }

    Answer publishRecordings(CallInput input) {
        List<String> recordIds = recordIds(input);
        String publish = input.text("publish");
        if (publish.isEmpty()) {
            throw new Refused("missingParamPublish", "You must specify a publish value true or false.");
        }
        String state = publish.equalsIgnoreCase("true") ? "published" : "unpublished";
        return changed(
                recordings.change(recordIds, recording -> recording.state(state).rewritten()), "published", publish);
    }

    Answer deleteRecordings(CallInput input) {
        return changed(recordings.change(recordIds(input), recording -> recording.state("deleted")), "deleted", "true");
    }

    Answer updateRecordings(CallInput input) {
        Map<String, String> metadata = input.startingWith("meta_");
        boolean any = recordings.change(recordIds(input), recording -> {
            metadata.forEach((name, value) -> {
                String stored = name.toLowerCase(Locale.ROOT);
                if (value.isEmpty()) {
                    recording.withoutMetadata(stored);
                } else {
                    recording.metadata(stored, value);
                }
            });
            return recording.rewritten();
        });
        return changed(any, "updated", "true");
    }

    /** Record IDs are matched by prefix, and meeting IDs count only without them. */
    private static Predicate<SimulatedRecording> byId(CallInput input) {
        List<String> recordIds = input.list("recordID");
        List<String> meetingIds = input.list("meetingID");
        if (!recordIds.isEmpty()) {
            return recording ->
                    recordIds.stream().anyMatch(id -> recording.recordId().startsWith(id));
        }
        return recording -> meetingIds.isEmpty() || meetingIds.contains(recording.meetingId());
    }

    private static Predicate<SimulatedRecording> byState(CallInput input) {
        List<String> asked = input.list("state");
        List<String> states = asked.isEmpty() ? List.of("published", "unpublished") : asked;
        return recording -> states.contains("any") || states.contains(recording.state());
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

    private static Answer all(List<SimulatedRecording> found) {
        return listed(found, "</recordings>" + (found.isEmpty() ? NONE : "") + "\n        </response>");
    }

    private static Answer page(CallInput input, List<SimulatedRecording> found) {
        int limit = Math.min(MOST_OF_A_PAGE, Math.max(1, input.number("limit", MOST_OF_A_PAGE)));
        int offset = Math.max(0, input.number("offset", 0));
        if (offset > 0 && offset >= found.size()) {
            throw new Refused("unexpectedError", "The page lies behind the last recording");
        }
        List<SimulatedRecording> page = found.subList(offset, Math.min(found.size(), offset + limit));
        return listed(
                page,
                "</recordings>" + (page.isEmpty() ? NONE : "") + "\n        <totalElements>" + found.size()
                        + "</totalElements></response>");
    }

    private static Answer listed(List<SimulatedRecording> page, String tail) {
        return Envelopes.list(HEAD, page, RecordingXml::item, tail).without("Cache-Control");
    }

    private static List<String> recordIds(CallInput input) {
        List<String> recordIds = input.list("recordID");
        if (recordIds.isEmpty()) {
            throw new Refused("missingParamRecordID", "You must specify a recordID.");
        }
        return recordIds;
    }

    private static Answer changed(boolean any, String element, String value) {
        if (!any) {
            throw new Refused("notFound", "We could not find recordings");
        }
        String text = "<response><returncode>SUCCESS</returncode><" + element + ">" + XmlText.escaped(value) + "</"
                + element + "></response>";
        return Answer.xml(text).without("Cache-Control");
    }
}
