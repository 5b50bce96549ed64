// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.ATTENDEE_PW;
import static io.blueflux.xml.ElementName.CREATE_DATE;
import static io.blueflux.xml.ElementName.CREATE_TIME;
import static io.blueflux.xml.ElementName.DIAL_NUMBER;
import static io.blueflux.xml.ElementName.DURATION;
import static io.blueflux.xml.ElementName.HAS_BEEN_FORCIBLY_ENDED;
import static io.blueflux.xml.ElementName.HAS_USER_JOINED;
import static io.blueflux.xml.ElementName.INTERNAL_MEETING_ID;
import static io.blueflux.xml.ElementName.MEETING_ID;
import static io.blueflux.xml.ElementName.MODERATOR_PW;
import static io.blueflux.xml.ElementName.PARENT_MEETING_ID;
import static io.blueflux.xml.ElementName.VOICE_BRIDGE;

import io.blueflux.Confidential;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.Status;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.Fault;
import io.blueflux.xml.FieldsHandler;
import io.blueflux.xml.Names;
import io.blueflux.xml.Text;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the answer of create. */
final class CreateHandler extends FieldsHandler {
    private static final Names NAMES = new Names(
            MEETING_ID,
            INTERNAL_MEETING_ID,
            PARENT_MEETING_ID,
            ATTENDEE_PW,
            MODERATOR_PW,
            CREATE_TIME,
            VOICE_BRIDGE,
            DIAL_NUMBER,
            CREATE_DATE,
            HAS_USER_JOINED,
            DURATION,
            HAS_BEEN_FORCIBLY_ENDED);

    private @Nullable String meetingId;
    private @Nullable String internalMeetingId;
    private @Nullable String parentMeetingId;
    private @Nullable String attendeePw;
    private @Nullable String moderatorPw;
    private @Nullable Instant createTime;
    private @Nullable String voiceBridge;
    private @Nullable String dialNumber;
    private @Nullable String createDate;
    private @Nullable Boolean hasUserJoined;
    private @Nullable Duration duration;
    private @Nullable Boolean hasBeenForciblyEnded;

    CreateHandler() {
        super(NAMES);
    }

    /** There is one root element, so nothing stands before it. */
    @Override
    protected void reset() {}

    @Override
    protected void leaf(ElementName field, Text text) {
        switch (field) {
            case MEETING_ID -> meetingId = text.textOrNull();
            case INTERNAL_MEETING_ID -> internalMeetingId = text.textOrNull();
            case PARENT_MEETING_ID -> parentMeetingId = text.textOrNull();
            case ATTENDEE_PW -> attendeePw = text.textOrNull();
            case MODERATOR_PW -> moderatorPw = text.textOrNull();
            case CREATE_TIME -> createTime = text.instant();
            case VOICE_BRIDGE -> voiceBridge = text.textOrNull();
            case DIAL_NUMBER -> dialNumber = text.textOrNull();
            case CREATE_DATE -> createDate = text.textOrNull();
            case HAS_USER_JOINED -> hasUserJoined = text.bool();
            case DURATION -> duration = text.minutes();
            case HAS_BEEN_FORCIBLY_ENDED -> hasBeenForciblyEnded = text.bool();
            default -> throw new IllegalStateException("no field of create's answer: " + field);
        }
    }

    CreatedMeeting created(Status status) {
        if (meetingId == null && internalMeetingId == null) {
            throw new Fault("a <response> without a <" + MEETING_ID.wireName() + ">", 0);
        }
        return new CreatedMeeting(
                status,
                meetingId,
                internalMeetingId,
                parentMeetingId,
                createTime,
                createDate,
                duration,
                hasUserJoined,
                hasBeenForciblyEnded,
                new Meeting.Access(
                        voiceBridge,
                        dialNumber,
                        Confidential.ofNullable(attendeePw),
                        Confidential.ofNullable(moderatorPw)),
                unknownElements());
    }
}
