// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.SimulatedRecording.Data;
import io.blueflux.testkit.SimulatedRecording.Format;
import io.blueflux.testkit.SimulatedRecording.Image;

/** Prints a recording in one long line, with the peculiarities of the code that lists recordings. */
final class RecordingXml {
    private final StringBuilder text = new StringBuilder(2048);
    private final SimulatedRecording recording;

    private RecordingXml(SimulatedRecording recording) {
        this.recording = recording;
    }

    static String item(SimulatedRecording recording) {
        RecordingXml xml = new RecordingXml(recording);
        xml.write();
        return xml.text.toString();
    }

    private void write() {
        text.append("<recording>");
        element("recordID", recording.recordId());
        element("meetingID", escapedAgain(recording.meetingId()));
        element("internalMeetingID", recording.recordId());
        element("name", escapedAgain(recording.name()));
        element("isBreakout", !recording.parentId().isEmpty());
        element("published", recording.state().equals("published"));
        element("state", recording.state());
        element("startTime", recording.startTime());
        element("endTime", recording.endTime());
        element("participants", recording.participants());
        element("rawSize", recording.rawSize());
        writeMetadata();
        writeBreakouts();
        element("size", recording.formats().stream().mapToLong(Format::size).sum());
        text.append("<playback>");
        recording.formats().forEach(this::writeFormat);
        text.append("</playback><data>");
        recording.data().forEach(this::writeData);
        text.append("</data></recording>");
    }

    private void writeMetadata() {
        text.append("<metadata>");
        recording.metadata().forEach((name, value) -> {
            if (value.isEmpty()) {
                text.append('<').append(name).append("/>");
            } else {
                element(name, value);
            }
        });
        text.append("</metadata>");
    }

    private void writeBreakouts() {
        if (!recording.parentId().isEmpty()) {
            text.append("<breakout>");
            element("parentId", recording.parentId());
            element("sequence", recording.sequence());
            element("freeJoin", recording.freeJoin());
            text.append("</breakout>");
        }
        if (!recording.breakoutRooms().isEmpty()) {
            text.append("<breakoutRooms>");
            recording.breakoutRooms().forEach(room -> element("breakoutRoom", room));
            text.append("</breakoutRooms>");
        }
    }

    private void writeFormat(Format format) {
        text.append("<format>");
        element("type", format.type());
        element("url", reprinted(format.url(), "      "));
        element("processingTime", format.processingTime());
        element("length", format.length());
        element("size", format.size());
        if (!format.images().isEmpty()) {
            text.append("<preview><images>");
            format.images().forEach(this::writeImage);
            text.append("</images></preview>");
        }
        text.append("</format>");
    }

    private void writeImage(Image image) {
        text.append("<image alt=\"")
                .append(XmlText.escapedForRecording(image.alt()))
                .append("\" height=\"")
                .append(image.height())
                .append("\" width=\"")
                .append(image.width())
                .append("\">")
                .append(XmlText.escapedForRecording(reprinted(image.url(), "            ")))
                .append("</image>");
    }

    private void writeData(Data data) {
        text.append("<format>");
        element("type", data.type());
        element("url", data.url());
        text.append("</format>");
    }

    /** The name is copied from an attribute in its serialised form; each rewrite adds a level. */
    private String escapedAgain(String value) {
        String escaped = value;
        for (int i = 0; i <= recording.rewrites(); i++) {
            escaped = XmlText.escapedForRecording(escaped);
        }
        return escaped;
    }

    /** A rewritten file is printed anew in narrow columns, which puts line breaks around addresses. */
    private String reprinted(String value, String indentation) {
        return recording.rewrites() == 0 ? value : "\n" + indentation + value + "\n    ";
    }

    private void element(String name, Object value) {
        text.append('<')
                .append(name)
                .append('>')
                .append(XmlText.escapedForRecording(value.toString()))
                .append("</")
                .append(name)
                .append('>');
    }
}
