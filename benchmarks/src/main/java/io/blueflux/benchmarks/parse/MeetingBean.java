// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.Confidential;
import io.blueflux.model.Attendee;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A meeting as a mapper fills it: a field an element, of the element's name. */
public class MeetingBean {
    public String meetingName = "";
    public String meetingID = "";
    public String internalMeetingID = "";
    public long createTime;
    public String createDate = "";
    public String voiceBridge = "";
    public String dialNumber = "";
    public String attendeePW = "";
    public String moderatorPW = "";
    public boolean running;
    public int duration;
    public boolean hasUserJoined;
    public boolean recording;
    public boolean hasBeenForciblyEnded;
    public long startTime;
    public long endTime;
    public int participantCount;
    public int listenerCount;
    public int voiceParticipantCount;
    public int videoCount;
    public int maxUsers;
    public int moderatorCount;
    public boolean isBreakout;

    /** Sets the field of an element; for those who walk the elements themselves. */
    void set(String name, String text) {
        switch (name) {
            case "meetingName" -> meetingName = text;
            case "meetingID" -> meetingID = text;
            case "internalMeetingID" -> internalMeetingID = text;
            case "createTime" -> createTime = Long.parseLong(text);
            case "createDate" -> createDate = text;
            case "voiceBridge" -> voiceBridge = text;
            case "dialNumber" -> dialNumber = text;
            case "attendeePW" -> attendeePW = text;
            case "moderatorPW" -> moderatorPW = text;
            case "running" -> running = Boolean.parseBoolean(text);
            case "duration" -> duration = Integer.parseInt(text);
            case "hasUserJoined" -> hasUserJoined = Boolean.parseBoolean(text);
            case "recording" -> recording = Boolean.parseBoolean(text);
            case "hasBeenForciblyEnded" -> hasBeenForciblyEnded = Boolean.parseBoolean(text);
            case "startTime" -> startTime = Long.parseLong(text);
            case "endTime" -> endTime = Long.parseLong(text);
            case "participantCount" -> participantCount = Integer.parseInt(text);
            case "listenerCount" -> listenerCount = Integer.parseInt(text);
            case "voiceParticipantCount" -> voiceParticipantCount = Integer.parseInt(text);
            case "videoCount" -> videoCount = Integer.parseInt(text);
            case "maxUsers" -> maxUsers = Integer.parseInt(text);
            case "moderatorCount" -> moderatorCount = Integer.parseInt(text);
            case "isBreakout" -> isBreakout = Boolean.parseBoolean(text);
            default -> {}
        }
    }

    /** Makes the public model of it. */
    Meeting meeting(List<Attendee> attendees, Map<String, String> metadata) {
        return new Meeting(
                meetingID,
                internalMeetingID,
                meetingName,
                new Meeting.Times(
                        time(createTime), createDate, time(startTime), time(endTime), Duration.ofMinutes(duration)),
                new Meeting.State(running, hasUserJoined, recording, hasBeenForciblyEnded, isBreakout),
                new Meeting.Counts(
                        participantCount, listenerCount, voiceParticipantCount, videoCount, moderatorCount, maxUsers),
                new Meeting.Access(
                        voiceBridge,
                        dialNumber,
                        Confidential.ofNullable(attendeePW),
                        Confidential.ofNullable(moderatorPW)),
                attendees,
                metadata,
                null,
                List.of(),
                List.of());
    }

    private static @Nullable Instant time(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }
}
