// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.error.Failure;
import io.blueflux.fleet.LocatedMeeting;
import io.blueflux.fleet.MeetingSearch;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import io.blueflux.model.Meeting;
import io.blueflux.parameter.Parameter;
import io.blueflux.request.CreateRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the parts together. */
final class DefaultMeetingPlacement implements MeetingPlacement, PlacementMemory {
    private static final int ENDS_AT_ONCE = 4;

    private final PlacementTools tools;
    private final PlacementHints hints;
    private final Flights flights;

    DefaultMeetingPlacement(PlacementTools tools, PlacementHints hints) {
        this.tools = tools;
        this.hints = hints;
        this.flights = new Flights(tools.rules().deadline(), tools.timer());
    }

    @Override
    public Mono<PlacedMeeting> findOrCreate(CreateRequest request) {
        return findOrCreate(request, hints);
    }

    @Override
    public Mono<PlacedMeeting> findOrCreate(CreateRequest request, PlacementHints known) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(known, "hints");
        String meetingId = request.parameters().get(Parameter.MEETING_ID.wireName());
        if (meetingId == null || meetingId.isBlank()) {
            throw new IllegalArgumentException("meetingID must not be blank");
        }
        PlacementHints all = known.or(request);
        return Mono.defer(() -> {
            long start = tools.start();
            return flights.join(meetingId, passengers -> {
                        NewMeeting wanted =
                                NewMeeting.of(tools.rules(), meetingId, all, maxParticipants(request), tools.now());
                        return new Flight(tools, wanted.request(request), wanted, passengers);
                    })
                    .doOnNext(placed -> tools.hearing().tell(listener -> listener.onPlaced(placed, tools.since(start))))
                    .doOnError(error ->
                            tools.hearing().tell(listener -> listener.onFailed(meetingId, error, tools.since(start))));
        });
    }

    /** What create's own checks let pass, as those of a lenient request, may be anything. */
    private static int maxParticipants(CreateRequest request) {
        return SizeHint.number(request.parameters().get(Parameter.MAX_PARTICIPANTS.wireName()));
    }

    @Override
    public Mono<PlacementChoice> choose(String meetingId, PlacementHints known) {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(known, "hints");
        return Mono.defer(() -> {
            NewMeeting wanted = NewMeeting.of(tools.rules(), meetingId, known, 0, tools.now());
            Map<String, PlacementObstacle> without = new LinkedHashMap<>();
            return new Looking(tools, wanted, without)
                    .run()
                    .map(sight -> tools.rule().explain(wanted, tools.sites().now(), without, tools.now()));
        });
    }

    @Override
    public Mono<MeetingSearch> find(String meetingId) {
        Objects.requireNonNull(meetingId, "meetingId");
        return new Finding(tools, meetingId).run().flatMap(found -> {
            PlacedMeeting meeting = found.meeting();
            return meeting == null
                    ? new Searching(tools, meetingId).run()
                    : Mono.just(new MeetingSearch(
                            new LocatedMeeting(meeting.server(), meeting.known(), meeting.meeting()), List.of()));
        });
    }

    @Override
    public @Nullable String server(String meetingId) {
        List<String> servers = tools.sites().places(meetingId, tools.now()).stream()
                .filter(Place::isSure)
                .map(Place::server)
                .filter(server -> tools.sites().entry(server) != null)
                .filter(server -> tools.sites().state(server) != ServerState.DOWN)
                .distinct()
                .toList();
        return servers.size() == 1 ? servers.get(0) : null;
    }

    @Override
    public void gone(String server, String meetingId) {
        tools.ledger().gone(server, meetingId);
    }

    @Override
    public void remember(String meetingId, String server) {
        Objects.requireNonNull(meetingId, "meetingId");
        require(server);
        NewMeeting meeting = NewMeeting.of(tools.rules(), meetingId, hints, 0, tools.now());
        tools.ledger().remember(server, meeting.meeting(), tools.now());
    }

    @Override
    public Flux<AbandonedMeeting> abandon(String server) {
        require(server);
        return Flux.defer(() -> {
            List<Meeting> meetings = meetings(server);
            tools.ledger().abandoned(server, meetings);
            return Flux.fromIterable(meetings)
                    .mapNotNull(Meeting::meetingId)
                    .flatMap(meetingId -> end(server, meetingId), ENDS_AT_ONCE, 1);
        });
    }

    private List<Meeting> meetings(String server) {
        List<Meeting> meetings = new ArrayList<>();
        SiteBook book = tools.sites().book(server);
        if (book.answer() != null) {
            book.answer().meetings().forEach(each -> meetings.add(each.meeting()));
        }
        book.unseen().forEach(each -> meetings.add(each.meeting().meeting()));
        ServerView view = tools.fleet().snapshot().servers().get(server);
        if (view != null && !view.meetingsKnown()) {
            view.meetings().values().forEach(each -> meetings.add(each.meeting()));
        }
        return meetings;
    }

    private Mono<AbandonedMeeting> end(String server, String meetingId) {
        return tools.asking()
                .end(server, meetingId)
                .map(ended -> new AbandonedMeeting(server, meetingId, null))
                .onErrorResume(error -> Mono.just(
                        new AbandonedMeeting(server, meetingId, Asking.isAbsence(error) ? null : Failure.of(error))));
    }

    private void require(String server) {
        Objects.requireNonNull(server, "server");
        if (tools.sites().entry(server) == null) {
            throw new IllegalArgumentException("there is no server named " + server);
        }
    }

    @Override
    public Flux<MeetingDoubled> doubled() {
        return tools.doubles().stream();
    }

    @Override
    public double load(String server) {
        return tools.rule().load(book(server), tools.now());
    }

    @Override
    public double reserved(String server) {
        return tools.rule().reserved(book(server), tools.now());
    }

    private SiteBook book(@Nullable String server) {
        return tools.sites().book(Objects.requireNonNull(server, "server"));
    }

    /** Returns how many flights are under way. */
    int flights() {
        return flights.running();
    }
}
