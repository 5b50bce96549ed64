// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.SimulatedPaging.Form;
import io.blueflux.testkit.SimulatedRecording.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts pages out of the recordings found, as a server's paging has it. */
final class RecordingPages {
    private static final int MOST_OF_A_PAGE = 100;

    /** A recording and one of its formats, if it has any. */
    private record Entry(
            SimulatedRecording recording, @Nullable Format format) {}

    /**
     * @param recordings what the page shows
     * @param total how many there are on all pages, in the server's own count
     */
    record Page(List<SimulatedRecording> recordings, int offset, int limit, int total) {}

    private RecordingPages() {}

    static boolean wanted(CallInput input, SimulatedPaging paging) {
        return paging.form() != Form.NONE && input.text("limit").matches("-?\\d+");
    }

    /** Returns null for an offset behind the end. */
    static @Nullable Page page(CallInput input, SimulatedPaging paging, List<SimulatedRecording> found) {
        int limit = Math.min(MOST_OF_A_PAGE, Math.max(1, input.number("limit", MOST_OF_A_PAGE)));
        int offset = Math.max(0, input.number("offset", 0));
        List<Entry> entries = paging.mergesFormats() ? byFormat(found) : byRecording(found);
        if (offset > 0 && offset >= entries.size()) {
            return null;
        }
        List<Entry> cut = entries.subList(offset, Math.min(entries.size(), offset + limit));
        List<SimulatedRecording> shown = paging.mergesFormats() ? merged(cut) : recordings(cut);
        return new Page(shown, offset, limit, entries.size());
    }

    static String footer(Page page, Form form) {
        if (form == Form.TOTAL_ELEMENTS) {
            return "<totalElements>" + page.total() + "</totalElements>";
        }
        return "<pagination><pageable><offset>" + page.offset() + "</offset><limit>" + page.limit()
                + "</limit><paged>true</paged><unpaged>false</unpaged></pageable><totalElements>" + page.total()
                + "</totalElements><empty>" + page.recordings().isEmpty() + "</empty></pagination>";
    }

    private static List<Entry> byRecording(List<SimulatedRecording> found) {
        return found.stream().map(recording -> new Entry(recording, null)).toList();
    }

    private static List<SimulatedRecording> recordings(List<Entry> entries) {
        return entries.stream().map(Entry::recording).toList();
    }

    private static List<Entry> byFormat(List<SimulatedRecording> found) {
        List<Entry> entries = new ArrayList<>();
        for (SimulatedRecording recording : found) {
            if (recording.formats().isEmpty()) {
                entries.add(new Entry(recording, null));
            }
            recording.formats().forEach(format -> entries.add(new Entry(recording, format)));
        }
        return entries;
    }

    /** Makes recordings again of the formats on a page: one that lies across two pages is on both, with its share. */
    private static List<SimulatedRecording> merged(List<Entry> entries) {
        Map<SimulatedRecording, List<Format>> formats = new LinkedHashMap<>();
        for (Entry entry : entries) {
            List<Format> of = formats.computeIfAbsent(entry.recording(), recording -> new ArrayList<>());
            if (entry.format() != null) {
                of.add(entry.format());
            }
        }
        return formats.entrySet().stream()
                .map(entry ->
                        entry.getKey().toBuilder().onlyFormats(entry.getValue()).build())
                .toList();
    }
}
