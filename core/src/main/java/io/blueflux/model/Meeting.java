// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import io.blueflux.Confidential;
import io.blueflux.value.Blot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as getMeetings lists it and getMeetingInfo describes it (BBB API, "getMeetingInfo"). A value that the server
 * left out is null.
 *
 * @param meetingId {@code meetingID}: the id that the creator chose
 * @param internalMeetingId {@code internalMeetingID}: tells apart meetings that follow each other under one meetingId
 * @param meetingName {@code meetingName}
 * @param times when it was made and runs
 * @param state what it is doing
 * @param counts how many take part; getMeetings counts those who left a moment ago, getMeetingInfo of BBB 3.0 does not
 * @param access how to get in
 * @param attendees {@code attendees}, in the server's order
 * @param metadata {@code metadata} but for the callbacks, names in lower case
 * @param callbacks the metadata by which BBB calls its creator back
 * @param breakout what makes it a breakout room; null for an ordinary meeting
 * @param breakoutRooms {@code breakoutRooms}: the ids of its rooms; empty if it has none
 * @param unknown elements without a place above
 */
public record Meeting(
        @Nullable String meetingId,
        @Nullable String internalMeetingId,
        @Nullable String meetingName,
        Times times,
        State state,
        Counts counts,
        Access access,
        List<Attendee> attendees,
        Map<String, String> metadata,
        Callbacks callbacks,
        @Nullable Breakout breakout,
        List<String> breakoutRooms,
        List<Element> unknown) {
    /** Refuses what is missing, and takes callbacks out of the metadata. */
    public Meeting {
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(attendees, "attendees");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(callbacks, "callbacks");
        Objects.requireNonNull(breakoutRooms, "breakoutRooms");
        Objects.requireNonNull(unknown, "unknown");
        if (Callbacks.areIn(metadata)) {
            callbacks = callbacks.with(metadata);
            metadata = Callbacks.without(metadata);
        }
    }

    /**
     * Makes a meeting of all its metadata; those that are callbacks become its callbacks.
     *
     * @param meetingId {@code meetingID}
     * @param internalMeetingId {@code internalMeetingID}
     * @param meetingName {@code meetingName}
     * @param times when it was made and runs
     * @param state what it is doing
     * @param counts how many take part
     * @param access how to get in
     * @param attendees {@code attendees}
     * @param metadata {@code metadata}
     * @param breakout what makes it a breakout room; null for an ordinary meeting
     * @param breakoutRooms {@code breakoutRooms}
     * @param unknown elements without a place above
     */
    public Meeting(
            @Nullable String meetingId,
            @Nullable String internalMeetingId,
            @Nullable String meetingName,
            Times times,
            State state,
            Counts counts,
            Access access,
            List<Attendee> attendees,
            Map<String, String> metadata,
            @Nullable Breakout breakout,
            List<String> breakoutRooms,
            List<Element> unknown) {
        this(
                meetingId,
                internalMeetingId,
                meetingName,
                times,
                state,
                counts,
                access,
                attendees,
                metadata,
                Callbacks.NONE,
                breakout,
                breakoutRooms,
                unknown);
    }

    /**
     * Tells whether the meeting is over: a server lists meetings for a while after their end.
     *
     * @return true if the server named the time of its end, or says that it was forcibly ended
     */
    public boolean hasEnded() {
        return times.endTime() != null || Boolean.TRUE.equals(state.hasBeenForciblyEnded());
    }

    /** Returns the parts; the queries of URLs in the metadata, which may be secrets of their receivers, are blotted. */
    @Override
    public String toString() {
        return "Meeting[meetingId=" + meetingId + ", internalMeetingId=" + internalMeetingId + ", meetingName="
                + meetingName + ", times=" + times + ", state=" + state + ", counts=" + counts + ", access=" + access
                + ", attendees=" + attendees + ", metadata=" + Blot.ofUrls(metadata) + ", callbacks=" + callbacks
                + ", breakout=" + breakout
                + ", breakoutRooms=" + breakoutRooms + ", unknown=" + unknown + "]";
    }

    /**
     * The times of a meeting, by the server's clock.
     *
     * @param createTime {@code createTime}
     * @param createDate {@code createDate}: the same for people; its zone is ambiguous, use {@code createTime}
     * @param startTime {@code startTime}; null until it starts
     * @param endTime {@code endTime}; null while it runs
     * @param duration {@code duration}: how long it may last; zero means no bound
     */
    public record Times(
            @Nullable Instant createTime,
            @Nullable String createDate,
            @Nullable Instant startTime,
            @Nullable Instant endTime,
            @Nullable Duration duration) {}

    /**
     * The flags of a meeting.
     *
     * @param running {@code running}: somebody has joined; false does not mean that the meeting does not exist
     * @param hasUserJoined {@code hasUserJoined}
     * @param recording {@code recording}: may be recorded, not: is being recorded now
     * @param hasBeenForciblyEnded {@code hasBeenForciblyEnded}
     * @param isBreakout {@code isBreakout}; BBB 1.1 and later
     */
    public record State(
            @Nullable Boolean running,
            @Nullable Boolean hasUserJoined,
            @Nullable Boolean recording,
            @Nullable Boolean hasBeenForciblyEnded,
            @Nullable Boolean isBreakout) {}

    /**
     * The numbers of a meeting. Servers print some of them with their locale's grouping, which is undone here.
     *
     * @param participantCount {@code participantCount}
     * @param listenerCount {@code listenerCount}: listening only
     * @param voiceParticipantCount {@code voiceParticipantCount}
     * @param videoCount {@code videoCount}: video streams, may exceed the participants
     * @param moderatorCount {@code moderatorCount}
     * @param maxUsers {@code maxUsers}; 0 means no bound
     */
    public record Counts(
            @Nullable Integer participantCount,
            @Nullable Integer listenerCount,
            @Nullable Integer voiceParticipantCount,
            @Nullable Integer videoCount,
            @Nullable Integer moderatorCount,
            @Nullable Integer maxUsers) {}

    /**
     * How to get into a meeting. The passwords are confidential.
     *
     * @param voiceBridge {@code voiceBridge}: digits, with leading zeros
     * @param dialNumber {@code dialNumber}
     * @param attendeePw {@code attendeePW}; absent since BBB 2.5 when the creator gave none
     * @param moderatorPw {@code moderatorPW}; likewise
     */
    public record Access(
            @Nullable String voiceBridge,
            @Nullable String dialNumber,
            @Nullable Confidential attendeePw,
            @Nullable Confidential moderatorPw) {}

    /**
     * What a breakout room has beyond other meetings, whether the server writes it flat or in a {@code breakout}
     * element.
     *
     * @param parentMeetingId {@code parentMeetingID}: the internal id of the meeting that it belongs to
     * @param sequence {@code sequence}: the number of the room
     * @param freeJoin {@code freeJoin}: users may choose the room
     */
    public record Breakout(
            @Nullable String parentMeetingId,
            @Nullable Integer sequence,
            @Nullable Boolean freeJoin) {}
}
