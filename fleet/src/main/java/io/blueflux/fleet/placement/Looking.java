// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Decides by fresh looks: the candidates are looked at, and those that take the place of who did not answer, once; more only as long as
 * none has answered. Servers that were passed over are asked for the meeting meanwhile. One decision of one meeting; not thread-safe.
 */
final class Looking {
    private static final int ROUNDS = 2;

    private final PlacementTools tools;
    private final NewMeeting wanted;
    private final Map<String, PlacementObstacle> without;
    private final Set<String> looked = new HashSet<>();
    private final Set<String> passedOver = new LinkedHashSet<>();
    private int rounds;

    /**
     * What was seen.
     *
     * @param decision who gets the meeting by the looks
     * @param passedOver who may not get it and might have it, without those that are silent
     * @param found where it is already, by the server's name
     */
    record Sight(Decision decision, Set<String> passedOver, Map<String, Meeting> found) {}

    /** Begins; servers that do not answer are added to those to do without. */
    Looking(PlacementTools tools, NewMeeting wanted, Map<String, PlacementObstacle> without) {
        this.tools = tools;
        this.wanted = wanted;
        this.without = without;
    }

    Mono<Sight> run() {
        return Mono.defer(() -> {
            List<Site> sites = tools.sites().now();
            Decision decision = tools.rule().decide(wanted, sites, without, tools.now());
            if (rounds == 0) {
                passedOver.addAll(tools.rule().passedOver(wanted, sites, decision));
            }
            List<String> unseen = decision.candidates().stream()
                    .map(each -> each.site().name())
                    .filter(name -> !looked.contains(name))
                    .toList();
            boolean isEnough = unseen.isEmpty()
                    || (rounds >= ROUNDS
                            && unseen.size() < decision.candidates().size());
            if (isEnough && (rounds > 0 || passedOver.isEmpty())) {
                return Mono.just(new Sight(decision.among(looked), passedOver, Map.of()));
            }
            List<String> asked = rounds++ == 0 ? List.copyOf(passedOver) : List.of();
            return Mono.zip(tools.looks().at(unseen), tools.asking().ask(asked, wanted.meetingId()))
                    .map(both -> found(unseen, both.getT1(), both.getT2()))
                    .flatMap(found -> found.isEmpty() ? run() : Mono.just(new Sight(decision, passedOver, found)));
        });
    }

    /** Returns where the meeting is. */
    private Map<String, Meeting> found(List<String> servers, Set<String> silent, List<Reply> replies) {
        Map<String, Meeting> found = new LinkedHashMap<>();
        looked.addAll(servers);
        for (String server : servers) {
            if (silent.contains(server)) {
                without.put(server, PlacementObstacle.NO_ANSWER);
            } else {
                tools.ledger().listed(server, wanted.meetingId()).forEach(meeting -> found.put(server, meeting));
            }
        }
        found.putAll(Reply.meetings(replies));
        passedOver.removeAll(Reply.of(Reply.Kind.SILENT, replies)); // are not waited for again
        return found;
    }
}
