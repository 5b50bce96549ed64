// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process knows of the meetings of one server: the newest answer, and what it placed there itself since. Immutable.
 *
 * @param answer the answer that was begun last; null before the first
 * @param reservations what this process placed, as long as the answer may lack it
 * @param unseen those of them that the answer does not list
 * @param penalty how creates went
 */
record SiteBook(
        @Nullable SiteAnswer answer, List<Reservation> reservations, List<Reservation> unseen, CreatePenalty penalty) {

    /** Nothing is known. */
    static final SiteBook EMPTY = new SiteBook(null, List.of(), List.of(), CreatePenalty.NONE);

    /** Returns the load of the server, each meeting counted once. */
    double load(CheckedLoad loads, long now) {
        double sum = 0;
        if (answer != null) {
            List<CountedMeeting> meetings = answer.meetings();
            for (int i = 0; i < meetings.size(); i++) {
                sum += loads.of(meetings.get(i), now);
            }
        }
        return sum + reserved(loads, now);
    }

    /** Returns which part of the load no answer shows. */
    double reserved(CheckedLoad loads, long now) {
        double sum = 0;
        for (int i = 0; i < unseen.size(); i++) {
            sum += loads.of(unseen.get(i).meeting(), now);
        }
        return sum;
    }

    /** Returns how many meetings there are, without breakout rooms. */
    int meetings() {
        int sum = unseen.size();
        if (answer != null) {
            for (CountedMeeting each : answer.meetings()) {
                sum += each.isBreakout() ? 0 : 1;
            }
        }
        return sum;
    }

    /** Returns how many participants there are or are expected, without breakout rooms, whose users are listed in both. */
    double participants(long now) {
        double sum = 0;
        if (answer != null) {
            for (CountedMeeting each : answer.meetings()) {
                sum += each.isBreakout() ? 0 : each.participants(now);
            }
        }
        for (Reservation each : unseen) {
            sum += each.meeting().participants(now);
        }
        return sum;
    }

    /** Tells whether something here was known later than now. */
    boolean isAhead(long now) {
        if (answer != null && answer.startedAt() > now) {
            return true;
        }
        for (int i = 0; i < reservations.size(); i++) {
            if (reservations.get(i).isAhead(now)) {
                return true;
            }
        }
        return false;
    }

    /** Returns this with what was known later than now as known now: else nothing would be news until the clock is there again. */
    SiteBook setBack(long now) {
        List<Reservation> all = reservations.stream()
                .map(each -> each.isAhead(now) ? each.created(each.meeting(), now) : each)
                .toList();
        SiteAnswer newest = answer == null || answer.startedAt() <= now ? answer : answer.begunAt(now);
        return with(newest, all, penalty);
    }

    /** Returns when the newest answer was begun; a time that was never if there is none. */
    long heardAt() {
        return answer == null ? Long.MIN_VALUE : answer.startedAt();
    }

    boolean has(long number) {
        return reservations.stream().anyMatch(each -> each.number() == number);
    }

    /** Takes an answer; one that was begun before the newest is no news. */
    SiteBook answered(PlacementRules rules, SiteAnswer next) {
        if (answer != null && next.startedAt() < answer.startedAt()) {
            return this;
        }
        return with(next.after(rules, answer, reservations), reservations, penalty);
    }

    SiteBook with(Reservation added, CreatePenalty after) {
        List<Reservation> all = new ArrayList<>(reservations);
        all.add(added);
        return with(answer, all, after);
    }

    /** Puts a reservation in the place of that of the same number. */
    SiteBook with(Reservation changed) {
        return without(changed.number()).with(changed, penalty);
    }

    SiteBook without(long number) {
        List<Reservation> all = new ArrayList<>(reservations);
        all.removeIf(each -> each.number() == number);
        return with(answer, all, penalty);
    }

    /** Forgets a meeting: that it was placed, and that it was listed; but not that a create is on its way. */
    SiteBook without(String meetingId) {
        List<Reservation> all = new ArrayList<>(reservations);
        all.removeIf(each ->
                !each.isInFlight() && meetingId.equals(each.meeting().meeting().meetingId()));
        return with(answer == null ? null : answer.without(meetingId), all, penalty);
    }

    SiteBook with(CreatePenalty changed) {
        return new SiteBook(answer, reservations, unseen, changed);
    }

    private static SiteBook with(@Nullable SiteAnswer answer, List<Reservation> reservations, CreatePenalty penalty) {
        List<Reservation> kept = new ArrayList<>(reservations.size());
        List<Reservation> unseen = new ArrayList<>(reservations.size());
        for (Reservation each : reservations) {
            if (answer == null || !each.isSettledBy(answer)) {
                kept.add(each);
                if (answer == null || answer.same(each.meeting()) == null) {
                    unseen.add(each);
                }
            }
        }
        return new SiteBook(answer, List.copyOf(kept), List.copyOf(unseen), penalty);
    }
}
