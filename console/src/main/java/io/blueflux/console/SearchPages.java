// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.LocatedMeeting;
import io.blueflux.fleet.MeetingSearch;
import io.blueflux.fleet.ServerView;
import io.blueflux.model.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds a meeting anywhere: in what is known, by a part of its name or id; if there is none, every server is asked for the id. */
@RestController
class SearchPages {
    private static final int MOST_FOUND = 50;
    private static final int LONGEST = 300;

    /** Each may ask all servers. */
    private static final int MOST_SEARCHES = 4;

    private final BbbFleet fleet;
    private final AtomicInteger searches = new AtomicInteger();

    SearchPages(BbbFleet fleet) {
        this.fleet = fleet;
    }

    /**
     * What was found.
     *
     * @param more how many are left out
     * @param asked whether the servers were asked
     * @param unanswered who did not answer, and so may have it too
     */
    record SearchPage(List<Found> found, int more, boolean asked, List<String> unanswered) {}

    /**
     * A meeting, and where it is.
     *
     * @param known whether its server answers now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            String server,
            @Nullable String id,
            @Nullable String meetingId,
            @Nullable String name,
            long people,
            boolean known,
            boolean breakout) {

        static Found of(ServerView server, FleetMeeting meeting) {
            return of(server.name(), meeting.id(), meeting.meeting(), server.meetingsKnown());
        }

        static Found of(LocatedMeeting located) {
            Meeting meeting = located.meeting();
            return of(located.server(), meeting.meetingId(), meeting, located.known());
        }

        private static Found of(String server, @Nullable String id, Meeting meeting, boolean known) {
            return new Found(
                    server,
                    Cut.text(id),
                    Cut.text(meeting.meetingId()),
                    Cut.text(meeting.meetingName()),
                    MeetingLine.number(meeting.counts().participantCount()),
                    known,
                    MeetingLine.flag(meeting.state().isBreakout()));
        }
    }

    @GetMapping("/api/meetings")
    Mono<SearchPage> find(@RequestParam String q) {
        String text = q.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "q must be a meeting's name or id, with 1 to " + LONGEST + " characters.");
        }
        return Mono.defer(() -> {
            if (searches.incrementAndGet() > MOST_SEARCHES) {
                searches.decrementAndGet();
                return Mono.error(new ResponseStatusException(
                        HttpStatus.TOO_MANY_REQUESTS, "There are " + MOST_SEARCHES + " searches already."));
            }
            return Mono.fromSupplier(() -> Known.in(fleet.snapshot(), text))
                    .subscribeOn(Schedulers.parallel()) // of very many meetings it takes a while
                    .flatMap(known -> known.found().isEmpty() ? asked(text, known) : Mono.just(known.page()))
                    .doFinally(end -> searches.decrementAndGet());
        });
    }

    private Mono<SearchPage> asked(String text, Known known) {
        if (!MeetingLine.isId(text)) {
            return Mono.just(known.page());
        }
        try {
            return fleet.findMeeting(text).map(known::with);
        } catch (IllegalArgumentException e) { // no meeting can have this id
            return Mono.just(known.page());
        }
    }

    /** What the last polls have. */
    private record Known(List<Found> found, int more, List<String> unanswered) {

        static Known in(FleetSnapshot snapshot, String text) {
            List<Found> found = new ArrayList<>();
            int more = 0;
            for (ServerView server : snapshot.servers().values()) {
                for (FleetMeeting meeting : server.meetings().values()) {
                    if (matches(meeting, text)) {
                        found.add(
                                meeting.hasId(text) ? 0 : found.size(),
                                Found.of(server, meeting)); // the very one first
                    }
                    if (found.size() > MOST_FOUND) {
                        found.remove(MOST_FOUND);
                        more++;
                    }
                }
            }
            List<String> unanswered = snapshot.servers().values().stream()
                    .filter(server -> !server.meetingsKnown())
                    .map(ServerView::name)
                    .toList();
            return new Known(found, more, unanswered);
        }

        SearchPage page() {
            return new SearchPage(found, more, false, unanswered);
        }

        SearchPage with(MeetingSearch search) {
            LocatedMeeting located = search.found();
            return new SearchPage(
                    located == null ? List.of() : List.of(Found.of(located)), 0, true, search.unanswered());
        }

        private static boolean matches(FleetMeeting meeting, String text) {
            return contains(meeting.meeting().meetingName(), text)
                    || contains(meeting.meeting().meetingId(), text)
                    || contains(meeting.id(), text);
        }

        private static boolean contains(@Nullable String whole, String part) {
            for (int i = 0; whole != null && i <= whole.length() - part.length(); i++) {
                if (whole.regionMatches(true, i, part, 0, part.length())) {
                    return true;
                }
            }
            return false;
        }
    }
}
