// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.ServerLook;
import io.blueflux.model.Meeting;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decides by fresh looks: the candidates are looked at, and those that take the place of who did not answer, once; more only as long as
 * none has answered. One decision of one meeting; not thread-safe.
 */
final class Looking {
    private static final int ROUNDS = 2;

    private final PlacementTools tools;
    private final NewMeeting wanted;
    private final Map<String, PlacementObstacle> without;
    private final Set<String> looked = new HashSet<>();
    private int rounds;

    /**
     * What was seen.
     *
     * @param decision who gets the meeting by the looks
     * @param found where it is already, by the server's name
     */
    record Sight(Decision decision, Map<String, Meeting> found) {}

    /** Begins; servers that do not answer are added to those to do without. */
    Looking(PlacementTools tools, NewMeeting wanted, Map<String, PlacementObstacle> without) {
        this.tools = tools;
        this.wanted = wanted;
        this.without = without;
    }

    Mono<Sight> run() {
        return Mono.defer(() -> {
            Decision decision =
                    tools.rule().decide(wanted, tools.sites().now(), without, tools.now());
            List<String> unseen = decision.candidates().stream()
                    .map(each -> each.site().name())
                    .filter(name -> !looked.contains(name))
                    .toList();
            if (unseen.isEmpty() || (rounds >= ROUNDS && unseen.size() < decision.candidates().size())) {
                return Mono.just(new Sight(decision.among(looked), Map.of()));
            }
            rounds++;
            return look(unseen).flatMap(found -> found.isEmpty() ? run() : Mono.just(new Sight(decision, found)));
        });
    }

    private Mono<Map<String, Meeting>> look(List<String> servers) {
        return Flux.fromIterable(servers)
                .flatMap(this::look, Asking.CONCURRENCY, 1)
                .collectList()
                .map(this::take);
    }

    private Mono<Seen> look(String server) {
        return Mono.defer(() -> tools.fleet().look(server, tools.rules().look().age()))
                .timeout(tools.rules().look().timeout(), tools.timer())
                .map(look -> new Seen(server, look))
                .onErrorResume(error -> Mono.just(new Seen(server, null)));
    }

    /** Returns where the meeting is. */
    private Map<String, Meeting> take(List<Seen> all) {
        Map<String, Meeting> found = new LinkedHashMap<>();
        for (Seen seen : all) {
            ServerLook look = seen.look();
            looked.add(seen.server());
            if (look == null) {
                without.put(seen.server(), PlacementObstacle.NO_ANSWER);
            } else {
                tools.ledger().looked(look);
                look.meetings().stream()
                        .filter(meeting -> wanted.meetingId().equals(meeting.meetingId()))
                        .filter(meeting -> tools.ledger().isThere(seen.server(), meeting))
                        .forEach(meeting -> found.put(seen.server(), meeting));
            }
            tools.hearing().tell(listener -> listener.onLooked(seen.server(), look != null));
        }
        return found;
    }

    private record Seen(String server, @Nullable ServerLook look) {}
}
