// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.ServerLook;
import io.blueflux.fleet.ServerView;
import io.blueflux.model.Meeting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows and remembers of each server: its newest answer, what was placed there since, and how creates
 * went. A reservation is dropped only by an answer that was begun after create was answered: an earlier one cannot know of it.
 *
 * <p>Thread-safe. What is known of a server changes in one step, so no meeting is in neither or in both of answer and
 * reservations; nobody else's code is called within. Times are milliseconds by the local clock.
 */
final class PlacementLedger {
    /** The most reservations on one server; the oldest gives way. */
    static final int MOST = 1_000;

    /** By how many milliseconds a clock has to be set back to be noticed: two threads may read it in either order. */
    private static final long SET_BACK = 1_000;

    private final PlacementRules rules;
    private final ConcurrentHashMap<String, SiteBook> books = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Set<String>> abandoned = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Long> tried = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    PlacementLedger(PlacementRules rules) {
        this.rules = rules;
    }

    SiteBook book(String server) {
        return books.getOrDefault(server, SiteBook.EMPTY);
    }

    /** Takes what a server answered. */
    void answered(String server, SiteAnswer answer) {
        change(server, book -> book.answered(rules, answer));
    }

    /**
     * Reserves for a create that is about to be sent.
     *
     * @return the reservation; null if creates failed on the server a moment ago, or the one that is to try it is on its way
     */
    @Nullable
    Reservation reserve(String server, CountedMeeting meeting, long now) {
        Reservation reservation =
                new Reservation(numbers.incrementAndGet(), server, meeting, false, Reservation.IN_FLIGHT);
        SiteBook book = change(
                server,
                before -> before.penalty().isOn(now)
                        ? before
                        : bounded(before).with(reservation, before.penalty().tried(now)));
        return book.has(reservation.number()) ? reservation : null;
    }

    /** Create was answered: the meeting is there, and answers that are begun from now on know of it. */
    void created(Reservation reservation, CountedMeeting meeting, long now) {
        change(
                reservation.server(),
                book -> book.with(reservation.created(meeting, now)).with(CreatePenalty.NONE));
    }

    /** Nobody knows whether the meeting was created, or will be; answers that are begun after that time know. */
    void doubted(Reservation reservation, long until) {
        change(reservation.server(), book -> book.with(reservation.doubted(until)));
    }

    /** The meeting is surely not there. */
    void released(Reservation reservation) {
        change(reservation.server(), book -> book.without(reservation.number()));
    }

    /** Create failed, and not for what it asked for. */
    void failed(String server, long begunAt, long now) {
        change(server, book -> book.with(book.penalty().failed(begunAt, now)));
    }

    /** A meeting came to a server by other means, a moment ago. */
    Reservation remember(String server, CountedMeeting meeting, long now) {
        Reservation reservation = new Reservation(numbers.incrementAndGet(), server, meeting, true, now);
        change(server, book -> bounded(book).with(reservation, book.penalty()));
        return reservation;
    }

    /** Takes what the last poll of a server told, if that is news; one from before the clock was set back is none. */
    void polled(ServerView view, long now) {
        SiteAnswer known = book(view.name()).answer();
        long startedAt = view.poll().startedAt().toEpochMilli();
        boolean isNews =
                view.meetingsKnown() && startedAt <= now + SET_BACK && (known == null || known.startedAt() < startedAt);
        if (isNews) {
            answered(view.name(), SiteAnswer.of(rules, view));
        }
    }

    /** A server was looked at, in vain or not. */
    void tried(String server, long now) {
        tried.put(server, now);
    }

    /** Returns when a server was last looked at; a time that was never if it was not. */
    long triedAt(String server) {
        return tried.getOrDefault(server, Long.MIN_VALUE);
    }

    /** Takes what a look at a server told, if that is news. */
    void looked(ServerLook look) {
        SiteAnswer known = book(look.server()).answer();
        if (known == null || known.startedAt() != look.startedAt().toEpochMilli()) {
            answered(look.server(), SiteAnswer.of(rules, look));
        }
    }

    /** Sees to it that what was learnt before the local clock was set back is not taken for the newest until it is there again. */
    void heed(String server, long now) {
        if (book(server).isAhead(now + SET_BACK)) {
            change(server, book -> book.setBack(now));
        }
    }

    /** Returns where a meeting is, and where this process placed it, or may have. */
    List<Place> places(String meetingId, long now) {
        List<Place> places = new ArrayList<>();
        books.forEach((server, book) -> {
            SiteAnswer answer = book.answer();
            if (answer != null) {
                listed(server, answer, meetingId)
                        .forEach(meeting -> places.add(new Place(server, meeting, true, answer.startedAt())));
            }
            for (Reservation each : book.unseen()) {
                boolean isOver = !each.isSure() && each.answersFrom() <= now; // a doubt that has lasted long enough
                if (!isOver && meetingId.equals(each.meeting().meeting().meetingId())) {
                    places.add(new Place(server, each.meeting().meeting(), each.isSure(), each.answersFrom()));
                }
            }
        });
        return places;
    }

    /** Returns the meetings of a meetingID by the newest answer of a server, without what it said since that it has not. */
    List<Meeting> listed(String server, String meetingId) {
        SiteAnswer answer = book(server).answer();
        return answer == null ? List.of() : listed(server, answer, meetingId);
    }

    private List<Meeting> listed(String server, SiteAnswer answer, String meetingId) {
        List<Meeting> listed = answer.find(meetingId);
        listed.removeIf(meeting -> !isThere(server, meeting));
        return listed;
    }

    /** Tells whether a meeting that a server describes goes on there: servers describe it for a while after its end. */
    boolean isThere(String server, Meeting meeting) {
        return !meeting.hasEnded() && !abandoned.getOrDefault(server, Set.of()).contains(CountedMeeting.id(meeting));
    }

    /** From now on these meetings are not there, whatever their server says. */
    void abandoned(String server, Collection<Meeting> meetings) {
        Set<String> ids = new HashSet<>();
        meetings.forEach(meeting -> {
            String id = CountedMeeting.id(meeting);
            if (id != null) {
                ids.add(id);
            }
            if (meeting.meetingId() != null) {
                gone(server, meeting.meetingId());
            }
        });
        abandoned.put(server, Set.copyOf(ids));
    }

    /** A server said that it has not, or not any more, a meeting that was placed on it. */
    void gone(String server, String meetingId) {
        change(server, book -> book.without(meetingId));
    }

    /** Forgets all servers but these. */
    void retain(Collection<String> servers) {
        books.keySet().retainAll(servers);
        abandoned.keySet().retainAll(servers);
        tried.keySet().retainAll(servers);
    }

    private SiteBook change(String server, UnaryOperator<SiteBook> step) {
        return books.compute(server, (name, book) -> step.apply(book == null ? SiteBook.EMPTY : book));
    }

    private static SiteBook bounded(SiteBook book) {
        return book.reservations().size() < MOST
                ? book
                : book.without(book.reservations().get(0).number());
    }
}
