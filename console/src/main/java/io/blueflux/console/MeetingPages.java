// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.PollDepth;
import io.blueflux.fleet.ServerView;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** A server's meetings, and one of them. Names and ids are parameters of the query, as they may have any character. */
@RestController
class MeetingPages {
    private static final int MOST = 200;

    private final BbbFleet fleet;
    private final Board board;

    MeetingPages(BbbFleet fleet, Board board) {
        this.fleet = fleet;
        this.board = board;
    }

    /**
     * A server and its meetings, most people first.
     *
     * @param more how many meetings are left out
     */
    record ServerPage(@Nullable Row server, List<MeetingLine> meetingList, int more) {}

    @GetMapping("/api/server")
    ServerPage server(@RequestParam String name) {
        ServerView view = view(name);
        List<MeetingLine> meetings = view.meetings().values().stream()
                .map(MeetingLine::of)
                .sorted(Comparator.comparingLong(MeetingLine::people).reversed().thenComparing(MeetingLine::id))
                .limit(MOST)
                .toList();
        Picture.Line line = board.picture().lines().get(name);
        Row row = line == null ? Row.of(view, null, null) : line.row();
        return new ServerPage(row, meetings, view.meetings().size() - meetings.size());
    }

    /** What polls did not keep is asked for. */
    @GetMapping("/api/meeting")
    Mono<MeetingPage> meeting(@RequestParam String server, @RequestParam String id) {
        ServerView view = view(server);
        FleetMeeting known = found(view, id);
        if (known != null && isWhole(known)) {
            return Mono.just(MeetingPage.of(view, known, known.meeting(), board.presence()));
        }
        String meetingId = known == null ? id : meetingId(known);
        if (!MeetingLine.isId(meetingId)) {
            throw noMeeting(null);
        }
        try {
            return fleet.client(server)
                    .getMeetingInfo(meetingId)
                    .map(asked -> MeetingPage.of(view, known, asked, board.presence()));
        } catch (IllegalArgumentException e) {
            throw noMeeting(e);
        }
    }

    private static ResponseStatusException noMeeting(@Nullable Throwable cause) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such meeting.", cause);
    }

    private ServerView view(String name) {
        ServerView view = fleet.snapshot().servers().get(name);
        if (view == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such server in the fleet.");
        }
        return view;
    }

    private static @Nullable FleetMeeting found(ServerView view, String id) {
        FleetMeeting byId = view.meetings().get(id);
        return byId != null
                ? byId
                : view.meetings().values().stream()
                        .filter(meeting -> meeting.hasId(id))
                        .findFirst()
                        .orElse(null);
    }

    /** At {@link PollDepth#COUNTERS} people are counted, not listed. */
    private static boolean isWhole(FleetMeeting meeting) {
        return !meeting.meeting().attendees().isEmpty()
                || MeetingLine.number(meeting.meeting().counts().participantCount()) == 0;
    }

    private static String meetingId(FleetMeeting meeting) {
        String id = meeting.meeting().meetingId();
        return id == null ? meeting.id() : id;
    }
}
