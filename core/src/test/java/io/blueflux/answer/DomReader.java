// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.Confidential;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Element;
import io.blueflux.model.Meeting;
import io.blueflux.model.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads answers by the JDK's DOM parser: slow, independent of the code under test, and easy to check by eye. */
final class DomReader {
    private static final Set<String> MEETING = Set.of(
            "meetingName meetingID internalMeetingID createTime createDate voiceBridge dialNumber attendeePW moderatorPW"
                    .concat(" running duration hasUserJoined recording hasBeenForciblyEnded startTime endTime")
                    .concat(" participantCount listenerCount voiceParticipantCount videoCount maxUsers moderatorCount")
                    .concat(" attendees metadata isBreakout parentMeetingID sequence freeJoin breakout breakoutRooms")
                    .split(" "));
    private static final Set<String> ATTENDEE =
            Set.of("userID fullName role isPresenter isListeningOnly hasJoinedVoice hasVideo clientType customdata"
                    .split(" "));
    private static final Set<String> RECORDING = Set.of(
            "recordID meetingID internalMeetingID name isBreakout published protected state startTime endTime participants"
                    .concat(" rawSize metadata breakout breakoutRooms size playback data")
                    .split(" "));
    private static final Set<String> FORMAT = Set.of("type url processingTime length size preview".split(" "));
    private static final Set<String> ENVELOPE = Set.of("returncode messageKey message errors".split(" "));

    private static final Set<String> WITHIN = Set.of(
            "meetings meeting attendee recordings recording format images image parentId breakoutRoom".split(" "));

    private DomReader() {}

    /** Whether an element of a list of meetings or recordings is looked at. */
    static boolean isKnown(String name) {
        return Stream.of(MEETING, ATTENDEE, RECORDING, FORMAT, WITHIN).anyMatch(names -> names.contains(name));
    }

    /** Returns the root element, or null if the document is not well-formed. */
    static org.w3c.dom.@Nullable Element root(byte[] body) {
        return root(body, true);
    }

    /** Returns the root element, or null; prefixes may stand for nothing if they are not looked at. */
    static org.w3c.dom.@Nullable Element root(byte[] body, boolean withNamespaces) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(withNamespaces);
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(body)).getDocumentElement();
        } catch (SAXException | IOException e) { // bytes that are no characters are the latter
            return null;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Meeting> meetings(org.w3c.dom.Element root) {
        return items(root, "meetings", "meeting", item -> meeting(item, Set.of()));
    }

    static Meeting meetingInfo(org.w3c.dom.Element root) {
        return meeting(root, ENVELOPE);
    }

    static List<Recording> recordings(org.w3c.dom.Element root) {
        return items(root, "recordings", "recording", DomReader::recording);
    }

    static @Nullable String text(org.w3c.dom.Element parent, String name) {
        org.w3c.dom.Element child = child(parent, name);
        String text = child == null ? "" : ownText(child);
        return text.isEmpty() ? null : text;
    }

    private static Meeting meeting(org.w3c.dom.Element e, Set<String> alsoKnown) {
        String parent = text(breakoutWith(e, "parentMeetingID"), "parentMeetingID");
        Integer sequence = integer(breakoutWith(e, "sequence"), "sequence");
        Boolean freeJoin = bool(breakoutWith(e, "freeJoin"), "freeJoin");
        List<Element> unknown = new ArrayList<>();
        for (org.w3c.dom.Element child : children(e)) {
            if (!MEETING.contains(child.getLocalName()) && !alsoKnown.contains(child.getLocalName())) {
                unknown.add(element(child));
            }
        }
        Long minutes = number(e, "duration");
        return new Meeting(
                text(e, "meetingID"),
                text(e, "internalMeetingID"),
                text(e, "meetingName"),
                new Meeting.Times(
                        instant(e, "createTime"),
                        text(e, "createDate"),
                        instant(e, "startTime"),
                        instant(e, "endTime"),
                        minutes == null ? null : Duration.ofMinutes(minutes)),
                new Meeting.State(
                        bool(e, "running"),
                        bool(e, "hasUserJoined"),
                        bool(e, "recording"),
                        bool(e, "hasBeenForciblyEnded"),
                        bool(e, "isBreakout")),
                new Meeting.Counts(
                        integer(e, "participantCount"),
                        integer(e, "listenerCount"),
                        integer(e, "voiceParticipantCount"),
                        integer(e, "videoCount"),
                        integer(e, "moderatorCount"),
                        integer(e, "maxUsers")),
                new Meeting.Access(
                        text(e, "voiceBridge"),
                        text(e, "dialNumber"),
                        Confidential.ofNullable(text(e, "attendeePW")),
                        Confidential.ofNullable(text(e, "moderatorPW"))),
                items(e, "attendees", "attendee", DomReader::attendee),
                map(e, "metadata"),
                parent == null && sequence == null && freeJoin == null
                        ? null
                        : new Meeting.Breakout(parent, sequence, freeJoin),
                items(e, "breakoutRooms", "breakout", DomReader::ownText),
                unknown);
    }

    /** What is told of a breakout room stands in an element of its own, or beside all else. */
    private static org.w3c.dom.Element breakoutWith(org.w3c.dom.Element meeting, String fact) {
        org.w3c.dom.Element own = child(meeting, "breakout");
        return own == null || child(own, fact) == null ? meeting : own;
    }

    private static Attendee attendee(org.w3c.dom.Element e) {
        String role = text(e, "role");
        return new Attendee(
                text(e, "userID"),
                text(e, "fullName"),
                role == null ? null : new AttendeeRole(role),
                bool(e, "isPresenter"),
                bool(e, "isListeningOnly"),
                bool(e, "hasJoinedVoice"),
                bool(e, "hasVideo"),
                text(e, "clientType"),
                map(e, "customdata"),
                unknown(e, ATTENDEE));
    }

    private static Recording recording(org.w3c.dom.Element e) {
        Map<String, String> metadata = map(e, "metadata");
        org.w3c.dom.Element breakout = child(e, "breakout");
        Boolean isBreakout = bool(e, "isBreakout");
        return new Recording(
                text(e, "recordID"),
                metadata.getOrDefault("meetingId", "").isEmpty() ? text(e, "meetingID") : metadata.get("meetingId"),
                text(e, "internalMeetingID"),
                metadata.getOrDefault("meetingName", "").isEmpty() ? text(e, "name") : metadata.get("meetingName"),
                new Recording.State(text(e, "state"), bool(e, "published"), isBreakout, bool(e, "protected")),
                new Recording.Times(instant(e, "startTime"), instant(e, "endTime")),
                integer(e, "participants"),
                new Recording.Sizes(number(e, "rawSize"), number(e, "size")),
                metadata,
                breakout == null || !Boolean.TRUE.equals(isBreakout)
                        ? null
                        : new Recording.Breakout(
                                text(breakout, "parentId"), integer(breakout, "sequence"), bool(breakout, "freeJoin")),
                items(e, "breakoutRooms", "breakoutRoom", DomReader::ownText),
                items(e, "playback", "format", DomReader::format),
                items(e, "data", "format", DomReader::format),
                unknown(e, RECORDING));
    }

    private static Recording.Format format(org.w3c.dom.Element e) {
        Long processing = number(e, "processingTime");
        Long length = number(e, "length");
        org.w3c.dom.Element preview = child(e, "preview");
        return new Recording.Format(
                text(e, "type"),
                text(e, "url"),
                processing == null ? null : Duration.ofMillis(processing),
                length == null ? null : Duration.ofMinutes(length),
                number(e, "size"),
                preview == null ? List.of() : items(preview, "images", "image", DomReader::image),
                unknown(e, FORMAT));
    }

    private static Recording.Image image(org.w3c.dom.Element e) {
        String alt = e.getAttribute("alt").trim();
        return new Recording.Image(
                ownText(e),
                alt.isEmpty() ? null : alt,
                e.hasAttribute("width") ? Integer.valueOf(e.getAttribute("width")) : null,
                e.hasAttribute("height") ? Integer.valueOf(e.getAttribute("height")) : null);
    }

    private static List<Element> unknown(org.w3c.dom.Element e, Set<String> known) {
        return children(e).stream()
                .filter(child -> !known.contains(child.getLocalName()))
                .map(DomReader::element)
                .toList();
    }

    /** Reads all that is in an element, whatever it is. */
    static Element element(org.w3c.dom.Element e) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < e.getAttributes().getLength(); i++) {
            Node attribute = e.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.put(attribute.getLocalName(), attribute.getNodeValue());
            }
        }
        return new Element(
                e.getLocalName(),
                attributes,
                ownText(e),
                children(e).stream().map(DomReader::element).toList());
    }

    private static <T> List<T> items(
            org.w3c.dom.Element parent, String container, String item, Function<org.w3c.dom.Element, T> reader) {
        org.w3c.dom.Element list = child(parent, container);
        if (list == null) {
            return List.of();
        }
        return children(list).stream()
                .filter(child -> item.equals(child.getLocalName()))
                .map(reader)
                .toList();
    }

    private static Map<String, String> map(org.w3c.dom.Element parent, String name) {
        Map<String, String> map = new LinkedHashMap<>();
        org.w3c.dom.Element container = child(parent, name);
        if (container != null) {
            children(container).forEach(child -> map.put(child.getLocalName(), ownText(child)));
        }
        return map;
    }

    private static org.w3c.dom.@Nullable Element child(org.w3c.dom.Element parent, String name) {
        for (org.w3c.dom.Element child : children(parent)) {
            if (name.equals(child.getLocalName())) {
                return child;
            }
        }
        return null;
    }

    static List<org.w3c.dom.Element> children(org.w3c.dom.Element parent) {
        List<org.w3c.dom.Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof org.w3c.dom.Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static String ownText(org.w3c.dom.Element e) {
        StringBuilder text = new StringBuilder();
        for (Node node = e.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString().trim();
    }

    private static @Nullable Boolean bool(org.w3c.dom.Element parent, String name) {
        return child(parent, name) == null ? null : (Boolean) "true".equals(text(parent, name));
    }

    private static @Nullable Long number(org.w3c.dom.Element parent, String name) {
        String digits = Objects.requireNonNullElse(text(parent, name), "").replaceAll("[^0-9-]", "");
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }

    private static @Nullable Integer integer(org.w3c.dom.Element parent, String name) {
        Long number = number(parent, name);
        return number == null ? null : Math.toIntExact(number);
    }

    private static @Nullable Instant instant(org.w3c.dom.Element parent, String name) {
        Long millis = number(parent, name);
        return millis == null || millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
