// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.Confidential;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Meeting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/**
 * The usual client: a factory and a DOM for each answer, then {@code getElementsByTagName} a field, with the check whether it is
 * there.
 */
public final class DomByTag {
    private DomByTag() {}

    /**
     * Reads an answer to getMeetings.
     *
     * @param body the answer
     * @return the meetings
     * @throws ParserConfigurationException if the JDK's parser knows no refusal of DTDs
     * @throws SAXException if it is no XML
     * @throws IOException never
     */
    public static List<Meeting> meetings(byte[] body) throws ParserConfigurationException, SAXException, IOException {
        List<Meeting> meetings = new ArrayList<>();
        NodeList found = document(body).getElementsByTagName("meeting");
        for (int i = 0; i < found.getLength(); i++) {
            meetings.add(meeting((Element) found.item(i)));
        }
        return meetings;
    }

    /**
     * Reads an answer to getMeetingInfo.
     *
     * @param body the answer
     * @return the meeting
     * @throws ParserConfigurationException if the JDK's parser knows no refusal of DTDs
     * @throws SAXException if it is no XML
     * @throws IOException never
     */
    public static Meeting info(byte[] body) throws ParserConfigurationException, SAXException, IOException {
        return meeting(document(body).getDocumentElement());
    }

    /** Counts what {@link BareTokens} counts. */
    static TokenCount count(byte[] body) throws ParserConfigurationException, SAXException, IOException {
        NodeList all = document(body).getElementsByTagName("*");
        long characters = 0;
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i).getFirstChild() instanceof Text text) {
                characters += text.getLength();
            }
        }
        return new TokenCount(all.getLength(), characters);
    }

    private static Document document(byte[] body) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setCoalescing(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
    }

    private static Meeting meeting(Element meeting) {
        return new Meeting(
                text(meeting, "meetingID"),
                text(meeting, "internalMeetingID"),
                text(meeting, "meetingName"),
                new Meeting.Times(
                        time(meeting, "createTime"),
                        text(meeting, "createDate"),
                        time(meeting, "startTime"),
                        time(meeting, "endTime"),
                        Duration.ofMinutes(number(meeting, "duration"))),
                new Meeting.State(
                        flag(meeting, "running"),
                        flag(meeting, "hasUserJoined"),
                        flag(meeting, "recording"),
                        flag(meeting, "hasBeenForciblyEnded"),
                        flag(meeting, "isBreakout")),
                new Meeting.Counts(
                        number(meeting, "participantCount"),
                        number(meeting, "listenerCount"),
                        number(meeting, "voiceParticipantCount"),
                        number(meeting, "videoCount"),
                        number(meeting, "moderatorCount"),
                        number(meeting, "maxUsers")),
                new Meeting.Access(
                        text(meeting, "voiceBridge"),
                        text(meeting, "dialNumber"),
                        Confidential.ofNullable(text(meeting, "attendeePW")),
                        Confidential.ofNullable(text(meeting, "moderatorPW"))),
                attendees(meeting),
                map(meeting, "metadata"),
                null,
                List.of(),
                List.of());
    }

    private static List<Attendee> attendees(Element meeting) {
        List<Attendee> attendees = new ArrayList<>();
        NodeList found = meeting.getElementsByTagName("attendee");
        for (int i = 0; i < found.getLength(); i++) {
            Element attendee = (Element) found.item(i);
            attendees.add(new Attendee(
                    text(attendee, "userID"),
                    text(attendee, "fullName"),
                    AttendeeRole.of(text(attendee, "role")),
                    flag(attendee, "isPresenter"),
                    flag(attendee, "isListeningOnly"),
                    flag(attendee, "hasJoinedVoice"),
                    flag(attendee, "hasVideo"),
                    text(attendee, "clientType"),
                    map(attendee, "customdata"),
                    List.of()));
        }
        return attendees;
    }

    private static Map<String, String> map(Element parent, String name) {
        Map<String, String> map = new LinkedHashMap<>();
        Node container = parent.getElementsByTagName(name).item(0);
        if (container != null) {
            for (Node child = container.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element) {
                    map.put(element.getTagName(), element.getTextContent());
                }
            }
        }
        return map;
    }

    /** As everybody writes it, since any element may be missing. */
    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() > 0 ? found.item(0).getTextContent() : "";
    }

    private static boolean flag(Element parent, String name) {
        return Boolean.parseBoolean(text(parent, name));
    }

    private static int number(Element parent, String name) {
        return Integer.parseInt(text(parent, name));
    }

    private static @Nullable Instant time(Element parent, String name) {
        long millis = Long.parseLong(text(parent, name));
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
