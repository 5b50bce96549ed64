// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies as a server would write them. */
final class Answers {
    private Answers() {}

    static String meetings(int count) {
        return IntStream.range(0, count).mapToObj(Answers::listed).collect(Collectors.joining("\n", """
                <response>
                <returncode>SUCCESS</returncode>
                <meetings>
                """, """

                </meetings>
                </response>"""));
    }

    static String noMeetings() {
        return """
                <response>
                <returncode>SUCCESS</returncode>
                <meetings/>
                <messageKey>noMeetings</messageKey>
                <message>no meetings were found on this server</message>
                </response>""";
    }

    static String info(String meetingId) {
        return "<response>\n<returncode>SUCCESS</returncode>\n" + fields(meetingId) + "</response>";
    }

    static String failed(String messageKey, String message) {
        return "<response>\n<returncode>FAILED</returncode>\n<messageKey>" + messageKey + "</messageKey>\n<message>"
                + message + "</message>\n</response>";
    }

    static String id(int number) {
        return "room-" + number;
    }

    private static String listed(int number) {
        return "<meeting>\n" + fields(id(number)) + "</meeting>";
    }

    private static String fields(String meetingId) {
        return """
                <meetingName>Room %1$s &amp; more</meetingName>
                <meetingID>%1$s</meetingID>
                <internalMeetingID>internal-%1$s</internalMeetingID>
                <createTime>1767254400000</createTime>
                <voiceBridge>71234</voiceBridge>
                <attendeePW>secret-ap</attendeePW>
                <moderatorPW>secret-mp</moderatorPW>
                <running>true</running>
                <participantCount>1</participantCount>
                <attendees>
                <attendee>
                <userID>u-1</userID>
                <fullName>Änne</fullName>
                <role>MODERATOR</role>
                </attendee>
                </attendees>
                <metadata>
                </metadata>
                <isBreakout>false</isBreakout>
                """.formatted(meetingId);
    }
}
