// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.ATTENDEE;
import static io.blueflux.xml.ElementName.ATTENDEES;
import static io.blueflux.xml.ElementName.ATTENDEE_PW;
import static io.blueflux.xml.ElementName.BREAKOUT;
import static io.blueflux.xml.ElementName.BREAKOUT_ROOMS;
import static io.blueflux.xml.ElementName.CREATE_DATE;
import static io.blueflux.xml.ElementName.CREATE_TIME;
import static io.blueflux.xml.ElementName.DIAL_NUMBER;
import static io.blueflux.xml.ElementName.DURATION;
import static io.blueflux.xml.ElementName.END_TIME;
import static io.blueflux.xml.ElementName.FREE_JOIN;
import static io.blueflux.xml.ElementName.HAS_BEEN_FORCIBLY_ENDED;
import static io.blueflux.xml.ElementName.HAS_USER_JOINED;
import static io.blueflux.xml.ElementName.INTERNAL_MEETING_ID;
import static io.blueflux.xml.ElementName.IS_BREAKOUT;
import static io.blueflux.xml.ElementName.LISTENER_COUNT;
import static io.blueflux.xml.ElementName.MAX_USERS;
import static io.blueflux.xml.ElementName.MEETING_ID;
import static io.blueflux.xml.ElementName.MEETING_NAME;
import static io.blueflux.xml.ElementName.METADATA;
import static io.blueflux.xml.ElementName.MODERATOR_COUNT;
import static io.blueflux.xml.ElementName.MODERATOR_PW;
import static io.blueflux.xml.ElementName.PARENT_MEETING_ID;
import static io.blueflux.xml.ElementName.PARTICIPANT_COUNT;
import static io.blueflux.xml.ElementName.RECORDING;
import static io.blueflux.xml.ElementName.RUNNING;
import static io.blueflux.xml.ElementName.SEQUENCE;
import static io.blueflux.xml.ElementName.START_TIME;
import static io.blueflux.xml.ElementName.VIDEO_COUNT;
import static io.blueflux.xml.ElementName.VOICE_BRIDGE;
import static io.blueflux.xml.ElementName.VOICE_PARTICIPANT_COUNT;

import io.blueflux.Confidential;
import io.blueflux.model.Attendee;
import io.blueflux.model.Element;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingFields;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.Fault;
import io.blueflux.xml.FieldsHandler;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Names;
import io.blueflux.xml.SubtreeSkip;
import io.blueflux.xml.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a meeting: an item of getMeetings, or what getMeetingInfo answers. */
class MeetingHandler extends FieldsHandler {
    private static final Names NAMES = new Names(
            MEETING_NAME,
            MEETING_ID,
            INTERNAL_MEETING_ID,
            CREATE_TIME,
            CREATE_DATE,
            VOICE_BRIDGE,
            DIAL_NUMBER,
            ATTENDEE_PW,
            MODERATOR_PW,
            RUNNING,
            DURATION,
            HAS_USER_JOINED,
            RECORDING,
            HAS_BEEN_FORCIBLY_ENDED,
            START_TIME,
            END_TIME,
            PARTICIPANT_COUNT,
            LISTENER_COUNT,
            VOICE_PARTICIPANT_COUNT,
            VIDEO_COUNT,
            MAX_USERS,
            MODERATOR_COUNT,
            ATTENDEES,
            METADATA,
            IS_BREAKOUT,
            PARENT_MEETING_ID,
            SEQUENCE,
            FREE_JOIN,
            BREAKOUT,
            BREAKOUT_ROOMS);
    private static final Meeting.Access NO_ACCESS = new Meeting.Access(null, null, null, null);

    private final MeetingFields fields;
    private final List<Attendee> attendees = new ArrayList<>();
    private final Handler attendeeList;
    private final TextMapHandler metadata = new TextMapHandler();
    private final TextListHandler breakoutRooms = new TextListHandler(BREAKOUT, this);
    private final Handler nestedBreakout = new NestedBreakout();

    private @Nullable String meetingId;
    private @Nullable String internalMeetingId;
    private @Nullable String meetingName;
    private @Nullable Instant createTime;
    private @Nullable String createDate;
    private @Nullable Instant startTime;
    private @Nullable Instant endTime;
    private @Nullable Duration duration;
    private @Nullable Boolean running;
    private @Nullable Boolean hasUserJoined;
    private @Nullable Boolean recording;
    private @Nullable Boolean hasBeenForciblyEnded;
    private @Nullable Boolean isBreakout;
    private @Nullable Integer participantCount;
    private @Nullable Integer listenerCount;
    private @Nullable Integer voiceParticipantCount;
    private @Nullable Integer videoCount;
    private @Nullable Integer moderatorCount;
    private @Nullable Integer maxUsers;
    private @Nullable String voiceBridge;
    private @Nullable String dialNumber;
    private @Nullable String attendeePw;
    private @Nullable String moderatorPw;
    private @Nullable String parentMeetingId;
    private @Nullable Integer sequence;
    private @Nullable Boolean freeJoin;

    MeetingHandler(MeetingFields fields) {
        super(NAMES);
        this.fields = fields;
        this.attendeeList = new ListHandler(
                ATTENDEE,
                () -> new AttendeeHandler(attendees::add),
                this,
                fields == MeetingFields.ALL ? null : new SubtreeSkip(ATTENDEES));
    }

    @Override
    protected final void reset() {
        attendees.clear();
        metadata.take();
        breakoutRooms.take();
        meetingId = null;
        internalMeetingId = null;
        meetingName = null;
        createTime = null;
        createDate = null;
        startTime = null;
        endTime = null;
        duration = null;
        running = null;
        hasUserJoined = null;
        recording = null;
        hasBeenForciblyEnded = null;
        isBreakout = null;
        participantCount = null;
        listenerCount = null;
        voiceParticipantCount = null;
        videoCount = null;
        moderatorCount = null;
        maxUsers = null;
        voiceBridge = null;
        dialNumber = null;
        attendeePw = null;
        moderatorPw = null;
        parentMeetingId = null;
        sequence = null;
        freeJoin = null;
    }

    @Override
    protected final @Nullable Handler container(ElementName field) {
        return switch (field) {
            case ATTENDEES -> attendeeList;
            case METADATA -> metadata;
            case BREAKOUT -> nestedBreakout;
            case BREAKOUT_ROOMS -> breakoutRooms;
            default -> null;
        };
    }

    @Override
    protected final void leaf(ElementName field, Text text) {
        switch (field) {
            case MEETING_ID -> meetingId = text.textOrNull();
            case INTERNAL_MEETING_ID -> internalMeetingId = text.textOrNull();
            case MEETING_NAME -> meetingName = text.textOrNull();
            case CREATE_TIME -> createTime = text.instant();
            case CREATE_DATE -> createDate = text.textOrNull();
            case START_TIME -> startTime = text.instant();
            case END_TIME -> endTime = text.instant();
            case DURATION -> duration = text.minutes();
            case RUNNING -> running = text.bool();
            case HAS_USER_JOINED -> hasUserJoined = text.bool();
            case RECORDING -> recording = text.bool();
            case HAS_BEEN_FORCIBLY_ENDED -> hasBeenForciblyEnded = text.bool();
            case IS_BREAKOUT -> isBreakout = text.bool();
            case PARTICIPANT_COUNT -> participantCount = text.integer();
            case LISTENER_COUNT -> listenerCount = text.integer();
            case VOICE_PARTICIPANT_COUNT -> voiceParticipantCount = text.integer();
            case VIDEO_COUNT -> videoCount = text.integer();
            case MODERATOR_COUNT -> moderatorCount = text.integer();
            case MAX_USERS -> maxUsers = text.integer();
            case VOICE_BRIDGE -> voiceBridge = text.textOrNull();
            case DIAL_NUMBER -> dialNumber = text.sharedOrNull();
            case ATTENDEE_PW -> attendeePw = text.sharedOrNull();
            case MODERATOR_PW -> moderatorPw = text.sharedOrNull();
            case PARENT_MEETING_ID -> parentMeetingId = text.textOrNull();
            case SEQUENCE -> sequence = text.integer();
            case FREE_JOIN -> freeJoin = text.bool();
            default -> throw new IllegalStateException("no field of a meeting: " + field);
        }
    }

    /** Returns the meeting of an answer that is about one, and says which. */
    final Meeting identified() {
        if (meetingId == null && internalMeetingId == null) {
            throw new Fault("a <response> without a <" + MEETING_ID.wireName() + ">", 0);
        }
        return meeting();
    }

    final Meeting meeting() {
        boolean all = fields == MeetingFields.ALL;
        return new Meeting(
                meetingId,
                internalMeetingId,
                meetingName,
                new Meeting.Times(createTime, createDate, startTime, endTime, duration),
                new Meeting.State(running, hasUserJoined, recording, hasBeenForciblyEnded, isBreakout),
                new Meeting.Counts(
                        participantCount, listenerCount, voiceParticipantCount, videoCount, moderatorCount, maxUsers),
                all
                        ? new Meeting.Access(
                                voiceBridge,
                                dialNumber,
                                Confidential.ofNullable(attendeePw),
                                Confidential.ofNullable(moderatorPw))
                        : NO_ACCESS,
                all ? List.copyOf(attendees) : List.of(),
                fields == MeetingFields.COUNTERS ? Map.of() : metadata.take(),
                breakout(),
                all ? breakoutRooms.take() : List.of(),
                all ? unknownElements() : List.of());
    }

    private Meeting.@Nullable Breakout breakout() {
        return parentMeetingId == null && sequence == null && freeJoin == null
                ? null
                : new Meeting.Breakout(parentMeetingId, sequence, freeJoin);
    }

    /** The documented form of a breakout room's facts; servers write them flat. */
    private final class NestedBreakout extends Handler {
        private static final Names NESTED = new Names(PARENT_MEETING_ID, SEQUENCE, FREE_JOIN);
        private int current;

        @Override
        @Nullable
        public Handler child(String name) {
            current = NESTED.indexOf(name, 0);
            return current < 0 ? null : this;
        }

        @Override
        public void leaf(Text text) {
            MeetingHandler.this.leaf(NESTED.at(current), text);
        }

        @Override
        public void unknown(Element element) {
            MeetingHandler.this.unknown(element);
        }
    }
}
