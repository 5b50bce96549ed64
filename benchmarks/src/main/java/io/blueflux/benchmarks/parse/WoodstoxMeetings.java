// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import com.ctc.wstx.stax.WstxInputFactory;
import io.blueflux.model.Meeting;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** Woodstox, pulled through StAX. */
final class WoodstoxMeetings {
    private static final XMLInputFactory FACTORY = StaxMeetings.safe(new WstxInputFactory());

    private WoodstoxMeetings() {}

    static List<Meeting> meetings(byte[] body) throws XMLStreamException {
        return StaxMeetings.meetings(FACTORY, body);
    }
}
