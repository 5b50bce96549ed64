// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.model.Meeting;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** The JDK's own parser, pulled through StAX. */
final class JdkStaxMeetings {
    private static final XMLInputFactory FACTORY = StaxMeetings.safe(XMLInputFactory.newDefaultFactory());

    private JdkStaxMeetings() {}

    static List<Meeting> meetings(byte[] body) throws XMLStreamException {
        return StaxMeetings.meetings(FACTORY, body);
    }
}
