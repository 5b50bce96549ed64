// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.SimulatedRecording.Format;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** getRecordings from Scalelite's own database: fewer fields, the newest first, no pages, filters that add up. */
final class ScaleliteRecordings {
    private final RecordingStore recordings;

    ScaleliteRecordings(RecordingStore recordings) {
        this.recordings = recordings;
    }

    Answer getRecordings(CallInput input) {
        Map<String, String> wanted = input.startingWith("meta_");
        List<SimulatedRecording> found = recordings.list().stream()
                .filter(RecordingFilter.byId(input))
                .filter(RecordingFilter.byState(input))
                .filter(recording -> wanted.isEmpty() || matchesAny(recording, wanted))
                .sorted(Comparator.comparingLong(SimulatedRecording::startTime).reversed())
                .toList();
        String none = "<messageKey>noRecordings</messageKey>\n"
                + "<message>There are not recordings for the meetings</message>\n";
        return Envelopes.list(
                "<response>\n<returncode>SUCCESS</returncode>\n<recordings>\n",
                found,
                ScaleliteRecordings::item,
                "</recordings>\n" + (found.isEmpty() ? none : "") + "</response>");
    }

    private static boolean matchesAny(SimulatedRecording recording, Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .anyMatch(filter -> filter.getValue()
                        .equals(recording.metadata().get(filter.getKey().toLowerCase(Locale.ROOT))));
    }

    private static String item(SimulatedRecording recording) {
        XmlLines xml = new XmlLines()
                .open("recording")
                .element("recordID", recording.recordId())
                .element("meetingID", recording.meetingId())
                .element("internalMeetingID", recording.recordId())
                .element("name", recording.name())
                .element("published", recording.state().equals("published"))
                .element("protected", recording.guarded())
                .element("state", recording.state())
                .element("startTime", recording.startTime())
                .element("endTime", recording.endTime())
                .element("participants", recording.participants())
                .open("metadata");
        recording.metadata().forEach((name, value) -> writeMetadata(xml, name, value));
        xml.close("metadata").open("playback");
        recording.formats().forEach(format -> writeFormat(xml, format));
        return xml.close("playback").close("recording").toString();
    }

    private static void writeMetadata(XmlLines xml, String name, String value) {
        if (value.isEmpty()) {
            xml.open(name).emptyCdata().close(name);
        } else {
            xml.element(name, value);
        }
    }

    private static void writeFormat(XmlLines xml, Format format) {
        xml.open("format")
                .element("type", format.type())
                .element("url", format.url())
                .element("length", format.length())
                .close("format");
    }
}
