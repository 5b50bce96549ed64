// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.model.Attendee;
import io.blueflux.model.Meeting;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A blocking pull parser, asked element by element. */
final class StaxMeetings {
    private final XMLStreamReader reader;

    private StaxMeetings(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Makes a factory refuse DTDs. */
    static XMLInputFactory safe(XMLInputFactory factory) {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    static List<Meeting> meetings(XMLInputFactory factory, byte[] body) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body), "UTF-8");
        List<Meeting> meetings = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("meeting")) {
                meetings.add(new StaxMeetings(reader).meeting());
            }
        }
        reader.close();
        return meetings;
    }

    private Meeting meeting() throws XMLStreamException {
        MeetingBean meeting = new MeetingBean();
        List<Attendee> attendees = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            String name = reader.getLocalName();
            switch (name) {
                case "attendees" -> attendees(attendees);
                case "metadata" -> entries(metadata);
                default -> meeting.set(name, reader.getElementText());
            }
        }
        return meeting.meeting(attendees, metadata);
    }

    private void attendees(List<Attendee> attendees) throws XMLStreamException {
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            attendees.add(attendee());
        }
    }

    private Attendee attendee() throws XMLStreamException {
        AttendeeBean attendee = new AttendeeBean();
        Map<String, String> customdata = new LinkedHashMap<>();
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            String name = reader.getLocalName();
            if (name.equals("customdata")) {
                entries(customdata);
            } else {
                attendee.set(name, reader.getElementText());
            }
        }
        return attendee.attendee(customdata);
    }

    private void entries(Map<String, String> entries) throws XMLStreamException {
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            entries.put(reader.getLocalName(), reader.getElementText());
        }
    }
}
