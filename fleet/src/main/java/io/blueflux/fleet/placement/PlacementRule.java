// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.ServerState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a server for a new meeting. The same for the same servers, whoever asks: it knows no clock and no network. Thread-safe.
 *
 * <p>Decisions are repeated as more is known: the candidates of the first are looked at; the second, with their answers,
 * chooses, or names others in place of those that did not answer or turned out to be full.
 */
final class PlacementRule {
    private final PlacementRules rules;
    private final CheckedLoad loads;

    PlacementRule(PlacementRules rules) {
        this.rules = rules;
        this.loads = new CheckedLoad(rules.load());
    }

    /**
     * Chooses.
     *
     * @param sites all servers
     * @param without servers that have just been tried in vain, and why
     * @param now milliseconds by the local clock
     */
    Decision decide(NewMeeting wanted, List<Site> sites, Map<String, PlacementObstacle> without, long now) {
        Stage stage = null;
        for (Set<String> group : wanted.hints().tried()) {
            for (int resort = 0; resort < 2; resort++) {
                stage = new Stage(wanted, group, resort == 1, without, now);
                List<Site> first = first(stage, sites);
                if (!first.isEmpty()) {
                    return best(stage, first);
                }
            }
        }
        if (stage == null) {
            throw new IllegalStateException("hints without a group");
        }
        return new Decision(stage, List.of(), null);
    }

    /** Tells of every server why it gets a meeting, or why not. */
    PlacementChoice explain(NewMeeting wanted, List<Site> sites, Map<String, PlacementObstacle> without, long now) {
        Decision decision = decide(wanted, sites, without, now);
        Set<String> candidates = new HashSet<>();
        decision.candidates().forEach(each -> candidates.add(each.site().name()));
        double added = loads.of(wanted.meeting(), now);
        List<PlacementChoice.Server> servers = new ArrayList<>(sites.size());
        for (Site site : inOrder(wanted.order(), sites)) {
            PlacementObstacle obstacle = candidates.contains(site.name()) ? null : obstacle(decision, site);
            servers.add(described(site, obstacle, added, now));
        }
        String server = decision.best() == null ? null : decision.best().site().name();
        return new PlacementChoice(wanted.meetingId(), wanted.meeting().expectation(), server, servers);
    }

    /**
     * Returns the servers, in the order of the meeting and no more than candidates, that come before the last candidate and may not
     * take the meeting, but for those that are down or have just been tried. They may have it: another process may have placed it
     * there when they still could take it, or may do so at this moment.
     */
    List<String> passedOver(NewMeeting wanted, List<Site> sites, Decision decision) {
        List<Candidate> candidates = decision.candidates();
        double last = candidates.size() < rules.candidates()
                ? Double.POSITIVE_INFINITY
                : wanted.order()
                        .key(candidates.get(candidates.size() - 1).site().entry());
        FirstInOrder first = new FirstInOrder(Math.min(rules.candidates(), sites.size()));
        for (Site site : sites) {
            if (mayHave(decision.stage(), site)) {
                double key = wanted.order().key(site.entry());
                if (key < last && first.takes(key) && decision.stage().obstacle(site) != null) {
                    first.add(key, site);
                }
            }
        }
        return first.list().stream().map(Site::name).toList();
    }

    /** Whether the question is worth a call; costs nothing where all servers may take the meeting. */
    private static boolean mayHave(Stage stage, Site site) {
        boolean isPassedOver = stage.quickObstacle(site) != null || site.entry().isBounded();
        return isPassedOver
                && site.state() != ServerState.DOWN
                && !stage.without().containsKey(site.name())
                && stage.wanted().hints().tried().stream()
                        .anyMatch(group -> stage.wanted()
                                .hints()
                                .admits(group, site.entry().tags()));
    }

    /** Returns the load of a server, what is reserved on it included. */
    double load(SiteBook book, long now) {
        return book.load(loads, now);
    }

    /** Returns which part of the load is of meetings that no answer has shown. */
    double reserved(SiteBook book, long now) {
        return book.reserved(loads, now);
    }

    private List<Site> first(Stage stage, List<Site> sites) {
        MeetingOrder order = stage.wanted().order();
        FirstInOrder first = new FirstInOrder(Math.min(rules.candidates(), sites.size()));
        for (Site site : sites) {
            if (stage.quickObstacle(site) == null) {
                double key = order.key(site.entry());
                if (first.takes(key) && stage.fullness(site) == null) {
                    first.add(key, site);
                }
            }
        }
        return first.list();
    }

    private Decision best(Stage stage, List<Site> sites) {
        double added = loads.of(stage.wanted().meeting(), stage.now());
        List<Candidate> candidates = new ArrayList<>(sites.size());
        for (Site site : sites) {
            double load = load(site.book(), stage.now());
            candidates.add(
                    new Candidate(site, load, (load + added) / site.entry().weight()));
        }
        return Decision.of(stage, candidates);
    }

    private static List<Site> inOrder(MeetingOrder order, List<Site> sites) {
        record Ranked(double key, Site site) {}
        return sites.stream()
                .map(site -> new Ranked(order.key(site.entry()), site))
                .sorted(Comparator.comparingDouble(Ranked::key))
                .map(Ranked::site)
                .toList();
    }

    /** Where no group has a server, what keeps one from the group that it is of says more than that it is of no other. */
    private static PlacementObstacle obstacle(Decision decision, Site site) {
        Stage stage = decision.stage();
        PlacementHints hints = stage.wanted().hints();
        if (decision.best() == null) {
            for (Set<String> group : hints.tried()) {
                if (hints.admits(group, site.entry().tags())) {
                    stage = new Stage(stage.wanted(), group, true, stage.without(), stage.now());
                }
            }
        }
        PlacementObstacle obstacle = stage.obstacle(site);
        return obstacle == null ? PlacementObstacle.LATER_IN_ORDER : obstacle;
    }

    private PlacementChoice.Server described(Site site, @Nullable PlacementObstacle obstacle, double added, long now) {
        SiteBook book = site.book();
        double load = load(book, now);
        return new PlacementChoice.Server(
                site.name(),
                site.entry().weight(),
                book.meetings(),
                book.participants(now),
                load,
                reserved(book, now),
                (load + added) / site.entry().weight(),
                obstacle);
    }
}
