// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blueflux.fleet.AttendeeKey;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.ServerView;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Meeting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting and who is in it.
 *
 * @param id the internal meeting id, or the meeting id where there is no other
 * @param known whether its server answers now
 * @param since when a poll first had it; null if none did
 * @param more how many attendees are left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingPage(
        String server,
        @Nullable String id,
        @Nullable String meetingId,
        @Nullable String name,
        boolean known,
        @Nullable Long since,
        @Nullable Long createdAt,
        @Nullable Long startedAt,
        boolean recording,
        boolean breakout,
        @Nullable String parentId,
        long people,
        long moderators,
        long voice,
        long video,
        long listeners,
        @Nullable Long maxPeople,
        List<Person> attendees,
        int more) {
    private static final int MOST = 500;
    private static final Comparator<Person> MODERATORS_FIRST = Comparator.<Person, Boolean>comparing(
                    person -> !AttendeeRole.MODERATOR.text().equals(person.role()))
            .thenComparing(Person::name, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER));

    /**
     * An attendee.
     *
     * @param since when a poll first showed them; null if it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            @Nullable String userId,
            @Nullable String name,
            @Nullable String role,
            @Nullable Long since,
            @Nullable Boolean presenter,
            @Nullable Boolean listening,
            @Nullable Boolean voice,
            @Nullable Boolean video) {

        static Person of(Attendee attendee, @Nullable Long since) {
            AttendeeRole role = attendee.role();
            return new Person(
                    Cut.text(attendee.userId()),
                    Cut.text(attendee.fullName()),
                    role == null ? null : Cut.text(role.text()),
                    since,
                    set(attendee.isPresenter()),
                    set(attendee.isListeningOnly()),
                    set(attendee.hasJoinedVoice()),
                    set(attendee.hasVideo()));
        }

        private static @Nullable Boolean set(@Nullable Boolean flag) {
            return Row.orNull(MeetingLine.flag(flag));
        }
    }

    /**
     * Puts together what is known.
     *
     * @param known as polls have it; null if none had it
     * @param meeting what the page shows of it
     */
    static MeetingPage of(ServerView server, @Nullable FleetMeeting known, Meeting meeting, Presence presence) {
        Meeting.Counts counts = meeting.counts();
        Meeting.Breakout breakout = meeting.breakout();
        long most = MeetingLine.number(counts.maxUsers());
        List<Person> people = meeting.attendees().stream()
                .map(each ->
                        Person.of(each, known == null ? null : presence.since(server.name(), known.id(), key(each))))
                .sorted(MODERATORS_FIRST)
                .limit(MOST)
                .toList();
        return new MeetingPage(
                server.name(),
                Cut.text(known != null ? known.id() : meeting.internalMeetingId()),
                Cut.text(meeting.meetingId()),
                Cut.text(meeting.meetingName()),
                known == null || server.meetingsKnown(),
                known == null ? null : known.firstSeen().toEpochMilli(),
                millis(meeting.times().createTime()),
                millis(meeting.times().startTime()),
                MeetingLine.flag(meeting.state().recording()),
                MeetingLine.flag(meeting.state().isBreakout()),
                breakout == null ? null : Cut.text(breakout.parentMeetingId()),
                MeetingLine.number(counts.participantCount()),
                MeetingLine.number(counts.moderatorCount()),
                MeetingLine.number(counts.voiceParticipantCount()),
                MeetingLine.number(counts.videoCount()),
                MeetingLine.number(counts.listenerCount()),
                most == 0 ? null : most,
                people,
                meeting.attendees().size() - people.size());
    }

    private static AttendeeKey key(Attendee attendee) {
        return new AttendeeKey(attendee.userId(), attendee.fullName(), attendee.role());
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null || moment.toEpochMilli() <= 0 ? null : moment.toEpochMilli();
    }
}
