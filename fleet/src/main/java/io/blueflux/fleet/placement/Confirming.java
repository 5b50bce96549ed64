// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.model.Meeting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Asks, after a create, whether another process has just created the same meeting on another server that came into question. If so
 * both processes find the same winner; the loser is ended by whoever created it, and only while nobody is in it. That somebody could
 * not be asked is no error.
 */
final class Confirming {
    private final PlacementTools tools;
    private final PlacedMeeting placed;
    private final String meetingId;
    private final List<String> others;

    Confirming(PlacementTools tools, String meetingId, PlacedMeeting placed, Collection<String> candidates) {
        this.tools = tools;
        this.meetingId = meetingId;
        this.placed = placed;
        this.others = new ArrayList<>(candidates);
        this.others.remove(placed.server());
    }

    Mono<PlacedMeeting> run() {
        return Mono.defer(() -> tools.asking().ask(others, meetingId)).flatMap(this::compared);
    }

    private Mono<PlacedMeeting> compared(List<Reply> replies) {
        Map<String, Meeting> running = new LinkedHashMap<>();
        running.put(placed.server(), placed.meeting());
        running.putAll(Reply.meetings(replies));
        String winner = tools.doubles().winner(meetingId, running);
        Meeting won = running.getOrDefault(winner, placed.meeting());
        if (winner.equals(placed.server())) {
            tools.doubles().tell(meetingId, running, null);
            return Mono.just(placed);
        }
        return endedIfEmpty().map(isEnded -> {
            tools.doubles().tell(meetingId, running, isEnded ? placed.server() : null);
            return PlacedMeeting.found(winner, won).superseding(placed.supersedes());
        });
    }

    /** Returns whether the loser, which was created here, was ended. */
    private Mono<Boolean> endedIfEmpty() {
        return tools.asking()
                .ask(placed.server(), meetingId)
                .flatMap(reply ->
                        reply.meeting() == null || MeetingTwin.isJoined(reply.meeting()) ? Mono.just(false) : end());
    }

    private Mono<Boolean> end() {
        return tools.asking()
                .end(placed.server(), meetingId)
                .map(ended -> {
                    tools.ledger().gone(placed.server(), meetingId);
                    return true;
                })
                .onErrorReturn(false);
    }
}
