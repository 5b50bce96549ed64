// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.model.Attendee;
import io.blueflux.model.Meeting;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The JDK's DOM of the whole answer, walked child by child. */
final class DomWalk {
    private DomWalk() {}

    static List<Meeting> meetings(byte[] body) throws Exception {
        List<Meeting> meetings = new ArrayList<>();
        forEach(document(body).getDocumentElement(), child -> {
            if (child.getTagName().equals("meetings")) {
                forEach(child, meeting -> meetings.add(meeting(meeting)));
            }
        });
        return meetings;
    }

    private static Document document(byte[] body) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setCoalescing(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
    }

    private static Meeting meeting(Element element) {
        MeetingBean meeting = new MeetingBean();
        List<Attendee> attendees = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        forEach(element, child -> {
            switch (child.getTagName()) {
                case "attendees" -> forEach(child, attendee -> attendees.add(attendee(attendee)));
                case "metadata" -> forEach(child, entry -> metadata.put(entry.getTagName(), entry.getTextContent()));
                default -> meeting.set(child.getTagName(), child.getTextContent());
            }
        });
        return meeting.meeting(attendees, metadata);
    }

    private static Attendee attendee(Element element) {
        AttendeeBean attendee = new AttendeeBean();
        Map<String, String> customdata = new LinkedHashMap<>();
        forEach(element, child -> {
            if (child.getTagName().equals("customdata")) {
                forEach(child, entry -> customdata.put(entry.getTagName(), entry.getTextContent()));
            } else {
                attendee.set(child.getTagName(), child.getTextContent());
            }
        });
        return attendee.attendee(customdata);
    }

    private static void forEach(Element parent, Consumer<Element> action) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                action.accept(element);
            }
        }
    }
}
