// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static io.blueflux.xml.ElementName.ALT;
import static io.blueflux.xml.ElementName.API_URL;
import static io.blueflux.xml.ElementName.API_VERSION;
import static io.blueflux.xml.ElementName.ATTENDEES;
import static io.blueflux.xml.ElementName.ATTENDEE_PW;
import static io.blueflux.xml.ElementName.BBB_VERSION;
import static io.blueflux.xml.ElementName.BREAKOUT_ROOMS;
import static io.blueflux.xml.ElementName.BUILD;
import static io.blueflux.xml.ElementName.CLIENT_TYPE;
import static io.blueflux.xml.ElementName.CREATE_DATE;
import static io.blueflux.xml.ElementName.CREATE_TIME;
import static io.blueflux.xml.ElementName.CUSTOMDATA;
import static io.blueflux.xml.ElementName.DATA;
import static io.blueflux.xml.ElementName.DELETED;
import static io.blueflux.xml.ElementName.DIAL_NUMBER;
import static io.blueflux.xml.ElementName.DURATION;
import static io.blueflux.xml.ElementName.END_TIME;
import static io.blueflux.xml.ElementName.FREE_JOIN;
import static io.blueflux.xml.ElementName.FULL_NAME;
import static io.blueflux.xml.ElementName.GRAPHQL_API_URL;
import static io.blueflux.xml.ElementName.GRAPHQL_WEBSOCKET_URL;
import static io.blueflux.xml.ElementName.HAS_BEEN_FORCIBLY_ENDED;
import static io.blueflux.xml.ElementName.HAS_JOINED_VOICE;
import static io.blueflux.xml.ElementName.HAS_USER_JOINED;
import static io.blueflux.xml.ElementName.HAS_VIDEO;
import static io.blueflux.xml.ElementName.HEIGHT;
import static io.blueflux.xml.ElementName.HTML5_PLUGIN_SDK_VERSION;
import static io.blueflux.xml.ElementName.IMAGES;
import static io.blueflux.xml.ElementName.INFO;
import static io.blueflux.xml.ElementName.INTERNAL_MEETING_ID;
import static io.blueflux.xml.ElementName.IS_BREAKOUT;
import static io.blueflux.xml.ElementName.IS_LISTENING_ONLY;
import static io.blueflux.xml.ElementName.IS_PRESENTER;
import static io.blueflux.xml.ElementName.LENGTH;
import static io.blueflux.xml.ElementName.LISTENER_COUNT;
import static io.blueflux.xml.ElementName.MAX_USERS;
import static io.blueflux.xml.ElementName.MEETING_ID;
import static io.blueflux.xml.ElementName.MEETING_NAME;
import static io.blueflux.xml.ElementName.MESSAGE;
import static io.blueflux.xml.ElementName.MESSAGE_KEY;
import static io.blueflux.xml.ElementName.METADATA;
import static io.blueflux.xml.ElementName.MODERATOR_COUNT;
import static io.blueflux.xml.ElementName.MODERATOR_PW;
import static io.blueflux.xml.ElementName.NAME;
import static io.blueflux.xml.ElementName.PARENT_ID;
import static io.blueflux.xml.ElementName.PARENT_MEETING_ID;
import static io.blueflux.xml.ElementName.PARTICIPANTS;
import static io.blueflux.xml.ElementName.PARTICIPANT_COUNT;
import static io.blueflux.xml.ElementName.PLAYBACK;
import static io.blueflux.xml.ElementName.PROCESSING_TIME;
import static io.blueflux.xml.ElementName.PROTECTED;
import static io.blueflux.xml.ElementName.PUBLISHED;
import static io.blueflux.xml.ElementName.RAW_SIZE;
import static io.blueflux.xml.ElementName.RECORDING;
import static io.blueflux.xml.ElementName.RECORD_ID;
import static io.blueflux.xml.ElementName.RETURNCODE;
import static io.blueflux.xml.ElementName.ROLE;
import static io.blueflux.xml.ElementName.RUNNING;
import static io.blueflux.xml.ElementName.SEQUENCE;
import static io.blueflux.xml.ElementName.SIZE;
import static io.blueflux.xml.ElementName.START_TIME;
import static io.blueflux.xml.ElementName.STATE;
import static io.blueflux.xml.ElementName.TYPE;
import static io.blueflux.xml.ElementName.URL;
import static io.blueflux.xml.ElementName.USER_ID;
import static io.blueflux.xml.ElementName.VERSION;
import static io.blueflux.xml.ElementName.VIDEO_COUNT;
import static io.blueflux.xml.ElementName.VOICE_BRIDGE;
import static io.blueflux.xml.ElementName.VOICE_PARTICIPANT_COUNT;
import static io.blueflux.xml.ElementName.WIDTH;

import io.blueflux.fleet.placement.PlacedMeeting;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.Attendee;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Recording;
import io.blueflux.model.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers as JSON: flat, under the API's own names and in its units, in its usual order. */
final class Answers {
    private Answers() {}

    static JsonObject version(ApiVersion answer) {
        return status(answer.status())
                .put(VERSION, answer.version())
                .put(API_VERSION, answer.apiVersion())
                .put(BBB_VERSION, answer.bbbVersion())
                .put(GRAPHQL_WEBSOCKET_URL, answer.urls().graphqlWebsocketUrl())
                .put(GRAPHQL_API_URL, answer.urls().graphqlApiUrl())
                .put(API_URL, answer.urls().apiUrl())
                .put(HTML5_PLUGIN_SDK_VERSION, answer.html5PluginSdkVersion())
                .put(BUILD, answer.balancer().build())
                .put(INFO, answer.balancer().info())
                .put(answer.unknown());
    }

    static JsonObject created(CreatedMeeting answer) {
        return status(answer.status())
                .put(MEETING_ID, answer.meetingId())
                .put(INTERNAL_MEETING_ID, answer.internalMeetingId())
                .put(PARENT_MEETING_ID, answer.parentMeetingId())
                .put(ATTENDEE_PW, answer.access().attendeePw())
                .put(MODERATOR_PW, answer.access().moderatorPw())
                .put(CREATE_TIME, answer.createTime())
                .put(VOICE_BRIDGE, answer.access().voiceBridge())
                .put(DIAL_NUMBER, answer.access().dialNumber())
                .put(CREATE_DATE, answer.createDate())
                .put(HAS_USER_JOINED, answer.hasUserJoined())
                .put(DURATION, minutes(answer.duration()))
                .put(HAS_BEEN_FORCIBLY_ENDED, answer.hasBeenForciblyEnded())
                .put(answer.unknown());
    }

    /** What a fleet says of a create: where the meeting is, and what is known of it. */
    static JsonObject placed(PlacedMeeting placed) {
        JsonObject json = new JsonObject()
                .put(FleetAnswer.SERVER, placed.server())
                .put("created", placed.created())
                .put("supersedes", placed.supersedes());
        return describe(placed.meeting(), json);
    }

    static JsonObject running(MeetingRunning answer) {
        return status(answer.status()).put(RUNNING, answer.running()).put(answer.unknown());
    }

    static JsonObject ended(EndedMeeting answer) {
        return status(answer.status()).put(answer.unknown());
    }

    static JsonObject deleted(DeletedRecordings answer) {
        return status(answer.status()).put(DELETED, answer.deleted()).put(answer.unknown());
    }

    /** There is a meeting only where the server said SUCCESS. */
    static JsonObject meetingInfo(Meeting info) {
        return describe(info, new JsonObject().put(RETURNCODE, "SUCCESS"));
    }

    static JsonObject meeting(Meeting listed) {
        return describe(listed, new JsonObject());
    }

    static JsonObject recording(Recording recording) {
        JsonObject json = new JsonObject()
                .put(RECORD_ID, recording.recordId())
                .put(MEETING_ID, recording.meetingId())
                .put(INTERNAL_MEETING_ID, recording.internalMeetingId())
                .put(NAME, recording.name())
                .put(IS_BREAKOUT, recording.status().isBreakout())
                .put(PUBLISHED, recording.status().published())
                .put(PROTECTED, recording.status().isProtected())
                .put(STATE, recording.status().state())
                .put(START_TIME, recording.times().startTime())
                .put(END_TIME, recording.times().endTime())
                .put(PARTICIPANTS, recording.participants())
                .put(RAW_SIZE, recording.sizes().rawSize())
                .put(METADATA, recording.metadata(), recording.callbacks());
        Recording.Breakout breakout = recording.breakout();
        if (breakout != null) {
            json.put(PARENT_ID, breakout.parentId())
                    .put(SEQUENCE, breakout.sequence())
                    .put(FREE_JOIN, breakout.freeJoin());
        }
        return json.put(BREAKOUT_ROOMS, recording.breakoutRooms())
                .put(SIZE, recording.sizes().size())
                .put(PLAYBACK, recording.playback(), Answers::format)
                .put(DATA, recording.data(), Answers::format)
                .put(recording.unknown());
    }

    static JsonObject status(Status status) {
        return new JsonObject()
                .put(RETURNCODE, status.returncode())
                .put(MESSAGE_KEY, status.messageKey())
                .put(MESSAGE, status.message());
    }

    private static JsonObject describe(Meeting meeting, JsonObject json) {
        json.put(MEETING_NAME, meeting.meetingName())
                .put(MEETING_ID, meeting.meetingId())
                .put(INTERNAL_MEETING_ID, meeting.internalMeetingId())
                .put(CREATE_TIME, meeting.times().createTime())
                .put(CREATE_DATE, meeting.times().createDate())
                .put(VOICE_BRIDGE, meeting.access().voiceBridge())
                .put(DIAL_NUMBER, meeting.access().dialNumber())
                .put(ATTENDEE_PW, meeting.access().attendeePw())
                .put(MODERATOR_PW, meeting.access().moderatorPw())
                .put(RUNNING, meeting.state().running())
                .put(DURATION, minutes(meeting.times().duration()))
                .put(HAS_USER_JOINED, meeting.state().hasUserJoined())
                .put(RECORDING, meeting.state().recording())
                .put(HAS_BEEN_FORCIBLY_ENDED, meeting.state().hasBeenForciblyEnded())
                .put(START_TIME, meeting.times().startTime())
                .put(END_TIME, meeting.times().endTime());
        counts(meeting.counts(), json)
                .put(ATTENDEES, meeting.attendees(), Answers::attendee)
                .put(METADATA, meeting.metadata(), meeting.callbacks())
                .put(IS_BREAKOUT, meeting.state().isBreakout());
        Meeting.Breakout breakout = meeting.breakout();
        if (breakout != null) {
            json.put(PARENT_MEETING_ID, breakout.parentMeetingId())
                    .put(SEQUENCE, breakout.sequence())
                    .put(FREE_JOIN, breakout.freeJoin());
        }
        return json.put(BREAKOUT_ROOMS, meeting.breakoutRooms()).put(meeting.unknown());
    }

    private static JsonObject counts(Meeting.Counts counts, JsonObject json) {
        return json.put(PARTICIPANT_COUNT, counts.participantCount())
                .put(LISTENER_COUNT, counts.listenerCount())
                .put(VOICE_PARTICIPANT_COUNT, counts.voiceParticipantCount())
                .put(VIDEO_COUNT, counts.videoCount())
                .put(MAX_USERS, counts.maxUsers())
                .put(MODERATOR_COUNT, counts.moderatorCount());
    }

    private static JsonObject attendee(Attendee attendee) {
        return new JsonObject()
                .put(USER_ID, attendee.userId())
                .put(FULL_NAME, attendee.fullName())
                .put(ROLE, attendee.role() == null ? null : attendee.role().text())
                .put(IS_PRESENTER, attendee.isPresenter())
                .put(IS_LISTENING_ONLY, attendee.isListeningOnly())
                .put(HAS_JOINED_VOICE, attendee.hasJoinedVoice())
                .put(HAS_VIDEO, attendee.hasVideo())
                .put(CLIENT_TYPE, attendee.clientType())
                .put(CUSTOMDATA, attendee.customdata())
                .put(attendee.unknown());
    }

    private static JsonObject format(Recording.Format format) {
        Duration processingTime = format.processingTime();
        return new JsonObject()
                .put(TYPE, format.type())
                .put(URL, format.revealUrl())
                .put(PROCESSING_TIME, processingTime == null ? null : processingTime.toMillis())
                .put(LENGTH, minutes(format.length()))
                .put(SIZE, format.size())
                .put(IMAGES, format.images(), Answers::image)
                .put(format.unknown());
    }

    private static JsonObject image(Recording.Image image) {
        return new JsonObject()
                .put(URL, image.revealUrl())
                .put(ALT, image.alt())
                .put(WIDTH, image.width())
                .put(HEIGHT, image.height());
    }

    private static @Nullable Long minutes(@Nullable Duration duration) {
        return duration == null ? null : (Long) duration.toMinutes();
    }
}
