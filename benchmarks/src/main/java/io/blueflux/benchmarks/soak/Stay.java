// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.benchmarks.truth.Fact;
import io.blueflux.benchmarks.truth.FalseEvent;
import io.blueflux.benchmarks.truth.Span;
import io.blueflux.benchmarks.truth.Told;
import io.blueflux.benchmarks.truth.TruthCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server in the fleet, from its coming to its going, and what was told of it. A server that comes again does so under another name. */
final class Stay {
    private final int server;
    private final String name;
    private final List<Told> told = new ArrayList<>();
    private final List<Span> well = new ArrayList<>();
    private final long from;
    private long wellFrom;
    private long goneAt = Fact.OPEN;
    private boolean isWell = true;

    /**
     * Begins.
     *
     * @param server its index
     * @param number how often it has come
     * @param from when it comes
     * @param wellFrom from when on it is to be known
     */
    Stay(int server, int number, long from, long wellFrom) {
        this.server = server;
        this.name = name(server) + "." + number;
        this.from = from;
        this.wellFrom = wellFrom;
    }

    static String name(int server) {
        return "s" + server;
    }

    int server() {
        return server;
    }

    String name() {
        return name;
    }

    /** Takes what the fleet told, by the name of the stay. */
    void hear(Told change) {
        told.add(new Told(change.sign(), name(server) + change.key().substring(name.length()), change.at()));
    }

    /** Tells whether the fleet told that the server itself has gone. */
    boolean isToldGone() {
        return told.stream()
                .anyMatch(change -> change.sign() == Told.GONE && change.key().equals(name(server)));
    }

    /** Nothing is expected from now on. */
    void ail(long now) {
        if (isWell) {
            well.add(new Span(wellFrom, now));
            isWell = false;
        }
    }

    /** All is expected from a time on. */
    void recover(long from) {
        if (goneAt == Fact.OPEN) {
            wellFrom = from;
            isWell = true;
        }
    }

    /** It leaves the fleet. */
    void go(long now) {
        ail(now);
        goneAt = now;
    }

    /** Finds what was told of it and was not so, and what was so for long and was not told. */
    List<FalseEvent> check(Map<String, Fact> facts, long patience, long now) {
        List<Span> spans = new ArrayList<>(well);
        if (isWell) {
            spans.add(new Span(wellFrom, now));
        }
        Map<String, Fact> its = new HashMap<>(facts);
        its.put(name(server), new Fact(name(server), from, goneAt)); // in the fleet
        return TruthCheck.of(its, patience, name, spans, told);
    }
}
