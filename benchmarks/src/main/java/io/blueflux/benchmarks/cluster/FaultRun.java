// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.benchmarks.truth.FalseEvent;
import io.blueflux.benchmarks.truth.Pauses;
import io.blueflux.benchmarks.truth.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets one fault after the other befall a cluster, each repaired before the next, and prints what became of it. */
final class FaultRun {
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int NAMED = 10;
    private static final int WARM_INTERVALS = 10;
    private static final int PLACED = 100;

    private final Servers servers;
    private final Members members;
    private final Duration interval;
    private final Duration time;
    private final List<String> failed = new ArrayList<>();
    private long begin = System.currentTimeMillis();

    FaultRun(Servers servers, Members members, Duration interval, Duration time) {
        this.servers = servers;
        this.members = members;
        this.interval = interval;
        this.time = time;
    }

    /** Runs it, and returns the bounds that failed. */
    List<String> run() throws IOException, InterruptedException {
        warmUp();
        for (Fault fault : Fault.values()) {
            watch(fault);
        }
        return failed;
    }

    /** What was before all were there is nobody's gap. */
    private void warmUp() throws IOException, InterruptedException {
        settled("the members find each other");
        Pauses.of(interval.multipliedBy(WARM_INTERVALS)); // and the last servers move
        settled("the members poll evenly");
        Places places = members.place("calm", PLACED);
        Pauses.of(SETTLE); // for it the members look at servers, which is no poll
        begin = System.currentTimeMillis();
        Pauses.of(time.dividedBy(3));
        Span window = new Span(begin, System.currentTimeMillis());
        Pauses.of(SETTLE);
        Outcome outcome = outcome(window);
        System.out.printf("fault=none shares=%s %s %s%n", members.shares(), outcome.line(), places.line());
        if (places.doubled() > 0) {
            failed.add("fault=none double_creates=" + places.doubled() + ", more than 0");
        }
        check("none", outcome, Fault.planned(interval));
        begin = window.until();
    }

    private void watch(Fault fault) throws IOException, InterruptedException {
        System.err.println("benchmarks: cluster " + fault.word());
        long over = System.currentTimeMillis() + time.toMillis();
        befall(fault);
        settled("the members come together again after " + fault.word());
        members.now().forEach(Member::live);
        Pauses.until(over);
        Span window = new Span(begin, System.currentTimeMillis());
        Pauses.of(SETTLE);
        Outcome outcome = outcome(window);
        List<Measure> measures = members.measure();
        System.out.printf(
                "fault=%s %s heap_mb=%d threads=%d%n",
                fault.word(),
                outcome.line(),
                measures.stream().mapToLong(Measure::heapBytes).max().orElse(0) >> 20,
                measures.stream().mapToInt(Measure::threads).max().orElse(0));
        check(fault.word(), outcome, fault.bound(interval));
        begin = window.until();
    }

    private void befall(Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case KILL -> {
                members.in(0).kill();
                Pauses.of(time.dividedBy(3));
                members.start(0);
            }
            case TERM -> {
                members.in(1).terminate();
                Pauses.of(time.dividedBy(3));
                members.start(1);
            }
            case FREEZE -> {
                members.in(2).freeze();
                Pauses.of(time.dividedBy(3));
                members.in(2).thaw();
            }
            case ROLLING -> {
                for (int place = 0; place < Members.COUNT; place++) {
                    members.in(place).terminate();
                    members.start(place);
                    settled("a member comes back");
                }
            }
            case PARTITION -> {
                members.in(0).cut();
                Pauses.of(time.dividedBy(4));
                System.out.println(
                        "fault=partition " + members.place("apart", PLACED).line());
                Pauses.of(time.dividedBy(4));
                members.in(0).heal();
            }
        }
    }

    private void settled(String what) throws IOException {
        Pauses.until(members::isSettled, System.currentTimeMillis() + time.toMillis(), () -> what + members.seen());
    }

    private Outcome outcome(Span window) {
        PollRecord polls = servers.polls();
        List<FalseEvent> falseEvents = members.check(PATIENCE_MILLIS, window);
        falseEvents.stream().limit(NAMED).forEach(event -> System.err.println("benchmarks: " + event.text()));
        Gap gap = polls.longestGap(window);
        System.err.println("benchmarks: " + gap.text(window.from()));
        return new Outcome(
                gap.millis(),
                polls.doublePolls(window, Math.max(500, interval.toMillis() / 2)),
                falseEvents.size(),
                polls.moved(window));
    }

    private void check(String fault, Outcome outcome, long longestGap) {
        if (outcome.longestGap() > longestGap) {
            failed.add("fault=" + fault + " longest_gap_ms=" + outcome.longestGap() + ", more than " + longestGap);
        }
        if (outcome.falseEvents() > 0) {
            failed.add("fault=" + fault + " false_events=" + outcome.falseEvents() + ", more than 0");
        }
    }

    /** What a window showed. */
    private record Outcome(long longestGap, long doublePolls, int falseEvents, long moved) {
        String line() {
            return "longest_gap_ms=" + longestGap + " double_polls=" + doublePolls + " false_events=" + falseEvents
                    + " moved=" + moved;
        }
    }
}
