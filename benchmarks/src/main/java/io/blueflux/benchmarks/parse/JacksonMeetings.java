// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import io.blueflux.model.Attendee;
import io.blueflux.model.Meeting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jackson-xml over Woodstox, its usual parser: the whole answer to beans, then to the model. */
final class JacksonMeetings {
    private static final ObjectReader READER = new XmlMapper(
                    new XmlFactory(new WstxInputFactory(), new WstxOutputFactory()))
            .readerFor(Response.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private JacksonMeetings() {}

    static List<Meeting> meetings(byte[] body) throws IOException {
        Response response = READER.readValue(body);
        return response.meetings.stream().map(JacksonMeeting::meeting).toList();
    }

    /** An answer. */
    public static class Response {
        @JacksonXmlElementWrapper(localName = "meetings")
        @JacksonXmlProperty(localName = "meeting")
        public List<JacksonMeeting> meetings = new ArrayList<>();
    }

    /** A meeting. */
    public static class JacksonMeeting extends MeetingBean {
        @JacksonXmlElementWrapper(localName = "attendees")
        @JacksonXmlProperty(localName = "attendee")
        public List<JacksonAttendee> attendees = new ArrayList<>();

        public Map<String, String> metadata = new LinkedHashMap<>();

        Meeting meeting() {
            List<Attendee> models =
                    attendees.stream().map(JacksonAttendee::attendee).toList();
            return meeting(models, metadata);
        }
    }

    /** An attendee. */
    public static class JacksonAttendee extends AttendeeBean {
        public Map<String, String> customdata = new LinkedHashMap<>();

        Attendee attendee() {
            return attendee(customdata);
        }
    }
}
