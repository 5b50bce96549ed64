// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The calls about recordings. */
final class RecordingCalls {
    private static final String HEAD = "<response>\n          <returncode>SUCCESS</returncode>\n          <recordings>";
    private static final String NONE = "\n          <messageKey>noRecordings</messageKey>"
            + "\n          <message>There are no recordings for the meeting(s).</message>";

    private final RecordingStore recordings;
    private final Supplier<SimulatedPaging> paging;

    RecordingCalls(RecordingStore recordings, Supplier<SimulatedPaging> paging) {
        this.recordings = recordings;
        this.paging = paging;
    }

    Answer getRecordings(CallInput input) {
        Map<String, String> wanted = input.startingWith("meta_");
        if (wanted.containsValue("")) {
            throw new Crash("an empty filter");
        }
        List<SimulatedRecording> found = recordings.list().stream()
                .filter(RecordingFilter.byId(input))
                .filter(RecordingFilter.byState(input))
                .filter(RecordingFilter.byMetadata(wanted))
                .toList();
        SimulatedPaging itsPaging = paging.get();
        return RecordingPages.wanted(input, itsPaging) ? page(input, itsPaging, found) : all(found);
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

    /**
     * @param modest whether unknown recordings are no failure
     */
    Answer updateRecordings(CallInput input, boolean modest) {
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
        return changed(any || modest, "updated", Boolean.toString(any));
    }

    private static Answer all(List<SimulatedRecording> found) {
        return listed(found, "</recordings>" + (found.isEmpty() ? NONE : "") + "\n        </response>");
    }

    private static Answer page(CallInput input, SimulatedPaging paging, List<SimulatedRecording> found) {
        RecordingPages.Page page = RecordingPages.page(input, paging, found);
        if (page == null) {
            return behindEnd(paging);
        }
        return listed(
                page.recordings(),
                "</recordings>" + (page.recordings().isEmpty() ? NONE : "") + "\n        "
                        + RecordingPages.footer(page, paging.form()) + "</response>");
    }

    private static Answer behindEnd(SimulatedPaging paging) {
        return switch (paging.behindEnd()) {
            case ERROR_PAGE -> throw new Crash("the page lies behind the last recording");
            case NULL_BODY -> Answer.xml("null").without("Cache-Control");
            case UNEXPECTED_ERROR -> throw new Refused("unexpectedError", "The page lies behind the last recording");
        };
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
