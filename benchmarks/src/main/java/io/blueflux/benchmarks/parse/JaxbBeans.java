// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.model.Attendee;
import io.blueflux.model.Meeting;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The beans of getMeetings for JAXB. */
final class JaxbBeans {
    private JaxbBeans() {}

    private static Map<String, String> map(@Nullable Entries entries) {
        Map<String, String> map = new LinkedHashMap<>();
        if (entries != null) {
            entries.elements.forEach(entry -> map.put(entry.getTagName(), entry.getTextContent()));
        }
        return map;
    }

    /** An answer. */
    @XmlRootElement(name = "response")
    public static class Response {
        public String returncode = "";

        @XmlElementWrapper(name = "meetings")
        @XmlElement(name = "meeting")
        public List<JaxbMeeting> meetings = new ArrayList<>();
    }

    /** A meeting. */
    @XmlRootElement(name = "meeting")
    public static class JaxbMeeting extends MeetingBean {
        @XmlElementWrapper(name = "attendees")
        @XmlElement(name = "attendee")
        public List<JaxbAttendee> attendees = new ArrayList<>();

        public @Nullable Entries metadata;

        Meeting meeting() {
            List<Attendee> models =
                    attendees.stream().map(JaxbAttendee::attendee).toList();
            return meeting(models, map(metadata));
        }
    }

    /** An attendee. */
    public static class JaxbAttendee extends AttendeeBean {
        public @Nullable Entries customdata;

        Attendee attendee() {
            return attendee(map(customdata));
        }
    }

    /** Elements of any name. */
    public static class Entries {
        @XmlAnyElement
        public List<Element> elements = new ArrayList<>();
    }
}
