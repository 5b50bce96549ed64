// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.ServerState;
import io.blueflux.model.Meeting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds a meeting on the servers that have it by what is known, which are all servers of the fleet, draining and cordoned ones too.
 * What was known within the age of a look is taken for true; else the server is asked.
 */
final class Finding {
    private final PlacementTools tools;
    private final String meetingId;
    private boolean isLookedAt; // those of which nothing was heard were

    /**
     * What was found.
     *
     * @param meeting the meeting; null if it is nowhere as far as is known
     * @param lost the server on which it was, or may be, and that says nothing; null if there is none
     */
    record Found(@Nullable PlacedMeeting meeting, @Nullable String lost) {}

    Finding(PlacementTools tools, String meetingId) {
        this.tools = tools;
        this.meetingId = meetingId;
    }

    Mono<Found> run() {
        return Mono.defer(() -> {
            List<Place> alive = new ArrayList<>();
            String down = null;
            for (Place place : tools.sites().places(meetingId, tools.now())) {
                if (tools.sites().entry(place.server()) == null) {
                    continue;
                }
                if (tools.sites().state(place.server()) == ServerState.DOWN) {
                    down = down == null || place.isSure() ? place.server() : down;
                } else {
                    alive.add(place);
                }
            }
            return found(alive, down);
        });
    }

    private Mono<Found> found(List<Place> alive, @Nullable String down) {
        if (alive.size() == 1 && isFresh(alive.get(0))) {
            Place place = alive.get(0);
            return Mono.just(new Found(PlacedMeeting.found(place.server(), place.meeting()), null));
        }
        Set<String> asked = new LinkedHashSet<>();
        alive.forEach(place -> asked.add(place.server()));
        return asked.isEmpty()
                ? elsewhere(new Found(null, down))
                : tools.asking().ask(asked, meetingId).flatMap(replies -> elsewhere(found(alive, replies, down)));
    }

    /** What is nowhere as far as is known may be where nothing was heard of lately: all who want to know look there once. */
    private Mono<Found> elsewhere(Found found) {
        List<String> unheard = isLookedAt || found.meeting() != null
                ? List.of()
                : tools.sites().unheard(tools.now());
        if (unheard.isEmpty()) {
            return Mono.just(found);
        }
        isLookedAt = true;
        return tools.looks().at(unheard).then(run());
    }

    /** What is not known to the time of its creation, by which join URLs are bound to it, is to be asked for. */
    private boolean isFresh(Place place) {
        long age = tools.now() - place.knownAt();
        return place.isSure()
                && place.meeting().times().createTime() != null
                && age >= 0
                && age <= tools.rules().look().age().toMillis();
    }

    private Found found(List<Place> alive, List<Reply> replies, @Nullable String down) {
        Reply.of(Reply.Kind.LACKS, replies).forEach(server -> tools.ledger().gone(server, meetingId));
        Map<String, Meeting> running = Reply.meetings(replies);
        return running.isEmpty()
                ? unanswered(alive, Reply.of(Reply.Kind.SILENT, replies), down)
                : new Found(tools.doubles().one(meetingId, running), null);
    }

    /** A hiccup ends no meeting: what a server had when it last answered is there until it is down. */
    private static Found unanswered(List<Place> alive, Set<String> silent, @Nullable String down) {
        String lost = down;
        for (Place place : alive) {
            if (silent.contains(place.server())) {
                if (place.isSure()) {
                    return new Found(new PlacedMeeting(place.server(), place.meeting(), false, false, null), null);
                }
                lost = lost == null ? place.server() : lost;
            }
        }
        return new Found(null, lost);
    }
}
