// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import com.ctc.wstx.stax.WstxInputFactory;
import io.blueflux.model.Recording;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Woodstox, pulled through StAX, for getRecordings. */
final class WoodstoxRecordings {
    private static final XMLInputFactory FACTORY = StaxMeetings.safe(new WstxInputFactory());

    private final XMLStreamReader reader;

    private WoodstoxRecordings(XMLStreamReader reader) {
        this.reader = reader;
    }

    static List<Recording> recordings(byte[] body) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body), "UTF-8");
        List<Recording> recordings = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("recording")) {
                recordings.add(new WoodstoxRecordings(reader).recording());
            }
        }
        reader.close();
        return recordings;
    }

    private Recording recording() throws XMLStreamException {
        RecordingBean recording = new RecordingBean();
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Recording.Format> playback = new ArrayList<>();
        List<Recording.Format> data = new ArrayList<>();
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            String name = reader.getLocalName();
            switch (name) {
                case "metadata" -> entries(metadata);
                case "playback" -> formats(playback);
                case "data" -> formats(data);
                default -> recording.set(name, reader.getElementText());
            }
        }
        return recording.recording(metadata, playback, data);
    }

    private void entries(Map<String, String> entries) throws XMLStreamException {
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            entries.put(reader.getLocalName(), reader.getElementText());
        }
    }

    private void formats(List<Recording.Format> formats) throws XMLStreamException {
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            formats.add(format());
        }
    }

    private Recording.Format format() throws XMLStreamException {
        Map<String, String> values = new LinkedHashMap<>();
        List<Recording.Image> images = new ArrayList<>();
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            String name = reader.getLocalName();
            if (name.equals("preview")) {
                preview(images);
            } else {
                values.put(name, reader.getElementText());
            }
        }
        return new Recording.Format(
                values.get("type"),
                values.get("url"),
                Duration.ofMillis(Long.parseLong(values.getOrDefault("processingTime", "0"))),
                Duration.ofMinutes(Long.parseLong(values.getOrDefault("length", "0"))),
                Long.parseLong(values.getOrDefault("size", "0")),
                images,
                List.of());
    }

    private void preview(List<Recording.Image> images) throws XMLStreamException {
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
                int width = Integer.parseInt(reader.getAttributeValue(null, "width"));
                int height = Integer.parseInt(reader.getAttributeValue(null, "height"));
                String alt = reader.getAttributeValue(null, "alt");
                images.add(new Recording.Image(reader.getElementText(), alt, width, height));
            }
        }
    }
}
