// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what one member told against what was so. */
public final class TruthCheck {
    private final Map<String, Fact> facts;
    private final long patience;
    private final String member;
    private final List<Span> lived;
    private final Set<String> there = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final List<FalseEvent> found = new ArrayList<>();

    private TruthCheck(Map<String, Fact> facts, long patience, String member, List<Span> lived) {
        this.facts = facts;
        this.patience = patience;
        this.member = member;
        this.lived = lived;
    }

    /**
     * Finds what is false.
     *
     * @param facts what was so, by key
     * @param patience for how many milliseconds something has to be so, or to be over, before a member must have told it
     * @param member the member's name
     * @param lived when it ran and was not cut off, up to now
     * @param told what it told, in its order
     */
    public static List<FalseEvent> of(
            Map<String, Fact> facts, long patience, String member, List<Span> lived, List<Told> told) {
        TruthCheck check = new TruthCheck(facts, patience, member, lived);
        told.forEach(check::hear);
        facts.values().forEach(check::miss);
        return check.found;
    }

    private void hear(Told told) {
        switch (told.sign()) {
            case Told.THERE -> heardThere(told);
            case Told.GONE -> heardGone(told);
            default -> worse(told);
        }
    }

    private void heardThere(Told told) {
        Fact fact = facts.get(told.key());
        if (fact == null || told.at() < fact.from()) {
            found(told.at(), "told what never was", told.key());
        } else if (fact.until() != Fact.OPEN && told.at() > fact.until() + patience && lives(told.at())) {
            found(told.at(), "told what had long gone", told.key());
        }
        if (!there.add(told.key())) {
            found(told.at(), "told twice that there is", told.key());
        }
    }

    private void heardGone(Told told) {
        Fact fact = facts.get(told.key());
        if (fact != null && told.at() < fact.until()) {
            found(told.at(), "told the end of what goes on", told.key());
        }
        if (!there.contains(told.key())) {
            found(told.at(), "told the end of what it had not told", told.key());
        }
        if (!gone.add(told.key())) {
            found(told.at(), "told twice the end of", told.key());
        }
    }

    /** All servers are well; only who was frozen or cut off may find that they do not answer it. */
    private void worse(Told told) {
        if (lives(told.at())) {
            found(told.at(), "told of trouble at", told.key());
        }
    }

    private void miss(Fact fact) {
        if (!there.contains(fact.key())) {
            lived.stream()
                    .filter(span -> span.overlap(fact.from(), fact.until()) >= patience)
                    .findFirst()
                    .ifPresent(span -> found(due(fact.from(), span), "never told", fact.key()));
        } else if (!gone.contains(fact.key()) && fact.until() != Fact.OPEN) {
            lived.stream()
                    .filter(span -> span.overlap(fact.until(), Fact.OPEN) >= patience)
                    .findFirst()
                    .ifPresent(span -> found(due(fact.until(), span), "never told the end of", fact.key()));
        }
    }

    private long due(long since, Span span) {
        return Math.max(since, span.from()) + patience;
    }

    private boolean lives(long at) {
        return lived.stream().anyMatch(span -> span.holds(at));
    }

    private void found(long at, String what, String key) {
        found.add(new FalseEvent(at, member + " " + what + " " + key));
    }
}
