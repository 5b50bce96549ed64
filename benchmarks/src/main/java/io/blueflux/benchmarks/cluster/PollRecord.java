// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.benchmarks.truth.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who polled which server when, by the servers' own record. Immutable; times are in milliseconds. */
final class PollRecord {
    private static final String NOBODY = "nobody";

    private final Map<String, List<Poll>> byServer = new LinkedHashMap<>();

    PollRecord(Collection<String> servers, Collection<Poll> polls) {
        servers.forEach(server -> byServer.put(server, new ArrayList<>()));
        polls.forEach(poll -> byServer.computeIfAbsent(poll.server(), name -> new ArrayList<>())
                .add(poll));
        byServer.values().forEach(each -> each.sort(Comparator.comparingLong(Poll::start)));
    }

    /** Finds the longest time in the window in which no poll of a server began, nor was one kept waiting by a slow server. */
    Gap longestGap(Span window) {
        return byServer.entrySet().stream()
                .map(each -> longestGap(each.getKey(), each.getValue(), window))
                .max(Comparator.comparingLong(Gap::millis))
                .orElseThrow();
    }

    private static Gap longestGap(String server, List<Poll> polls, Span window) {
        long covered = polls.isEmpty()
                ? window.from()
                : Math.min(window.from(), polls.get(0).start());
        String before = NOBODY;
        Gap longest = new Gap(server, covered, covered, before, NOBODY);
        for (Poll poll : polls) {
            if (window.holds(poll.start()) && poll.start() - covered > longest.millis()) {
                longest = new Gap(server, covered, poll.start(), before, poll.member());
            }
            if (poll.start() < window.until()) {
                covered = Math.max(covered, poll.end());
                before = poll.member();
            }
        }
        return window.until() - covered > longest.millis()
                ? new Gap(server, covered, window.until(), before, NOBODY)
                : longest;
    }

    /** Counts polls that began too soon after one by another member. */
    long doublePolls(Span window, long tooSoon) {
        long doubles = 0;
        for (List<Poll> polls : byServer.values()) {
            for (int i = 1; i < polls.size(); i++) {
                Poll poll = polls.get(i);
                Poll before = polls.get(i - 1);
                if (window.holds(poll.start())
                        && poll.start() - before.start() < tooSoon
                        && !poll.member().equals(before.member())) {
                    doubles++;
                }
            }
        }
        return doubles;
    }

    /** Counts servers that another member polls at the window's end than at its begin. */
    long moved(Span window) {
        return byServer.values().stream()
                .filter(polls -> !pollerAt(polls, window.from()).equals(pollerAt(polls, window.until())))
                .count();
    }

    private static String pollerAt(List<Poll> polls, long at) {
        String poller = NOBODY;
        for (Poll poll : polls) {
            if (poll.start() >= at) {
                break;
            }
            poller = poll.member();
        }
        return poller;
    }

    /** Tells whether each server was polled in the window, by one member alone. */
    boolean isSettled(Span window) {
        return byServer.values().stream()
                .allMatch(polls -> pollers(polls, window).size() == 1);
    }

    private static Set<String> pollers(List<Poll> polls, Span window) {
        Set<String> pollers = new HashSet<>();
        for (Poll poll : polls) {
            if (window.holds(poll.start())) {
                pollers.add(poll.member());
            }
        }
        return pollers;
    }

    /** Returns how many servers each member polled in the window. */
    Map<String, Long> shares(Span window) {
        Map<String, Long> shares = new TreeMap<>();
        byServer.values()
                .forEach(polls -> pollers(polls, window).forEach(member -> shares.merge(member, 1L, Long::sum)));
        return shares;
    }
}
