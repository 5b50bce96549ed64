// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.Confidential;
import io.blueflux.model.Attendee;
import io.blueflux.model.Callbacks;
import io.blueflux.model.Element;
import io.blueflux.model.Meeting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes of heap a meeting takes, with what the fleet keeps beside it: an estimate, rather too high than too low. */
final class AnswerWeight {
    private static final int MEETING = 800;
    private static final int ATTENDEE = 360;
    private static final int MISSING = 240;
    private static final int TIME = 32;
    private static final int ELEMENT = 96;
    private static final int MAP = 128;
    private static final int ENTRY = 64;
    private static final int TEXT = 48;

    private AnswerWeight() {}

    static long of(Meeting meeting) {
        long sum = MEETING
                + text(meeting.meetingId())
                + text(meeting.internalMeetingId())
                + text(meeting.meetingName())
                + text(meeting.times().createDate())
                + of(meeting.access())
                + (meeting.breakout() == null
                        ? 0
                        : TEXT + text(meeting.breakout().parentMeetingId()))
                + map(meeting.metadata())
                + callbacks(meeting.callbacks())
                + elements(meeting.unknown());
        for (Attendee each : meeting.attendees()) {
            sum += of(each);
        }
        for (String room : meeting.breakoutRooms()) {
            sum += text(room);
        }
        return sum;
    }

    /** Of attendees of one key who are not listed any more and have not left. */
    static long of(AttendeeKey key, int times) {
        return MISSING + text(key.userId()) + text(key.fullName()) + (long) TIME * times;
    }

    private static long of(Meeting.Access access) {
        return text(access.voiceBridge())
                + text(access.dialNumber())
                + text(access.attendeePw())
                + text(access.moderatorPw());
    }

    private static long of(Attendee attendee) {
        String role = attendee.role() == null ? null : attendee.role().text();
        return ATTENDEE
                + text(attendee.userId())
                + text(attendee.fullName())
                + text(role)
                + text(attendee.clientType())
                + map(attendee.customdata())
                + elements(attendee.unknown());
    }

    private static long elements(List<Element> elements) {
        long sum = 0;
        for (Element each : elements) {
            sum += ELEMENT + text(each.revealText()) + map(each.attributes()) + elements(each.children());
        }
        return sum;
    }

    /** Names are shared. */
    private static long map(Map<String, String> map) {
        long sum = map.isEmpty() ? 0 : MAP;
        for (String value : map.values()) {
            sum += ENTRY + text(value);
        }
        return sum;
    }

    private static long callbacks(Callbacks callbacks) {
        long sum = 0;
        if (!callbacks.equals(Callbacks.NONE)) {
            for (Confidential url : callbacks.byName().values()) {
                sum += ENTRY + text(url);
            }
        }
        return sum;
    }

    private static long text(@Nullable Confidential text) {
        return text == null ? 0 : TEXT + text(text.reveal());
    }

    private static long text(@Nullable String text) {
        return text == null ? 0 : TEXT + 2L * text.length();
    }
}
