// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.LocatedMeeting;
import io.blueflux.fleet.MeetingSearch;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import io.blueflux.model.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Looks everywhere for a meeting that is nowhere by what the placement knows. The fleet begins with its last polls: what they show of
 * such a meeting is older than what the placement knows, as when it was ended a moment ago. Then all servers are asked.
 */
final class Searching {
    private final PlacementTools tools;
    private final String meetingId;

    Searching(PlacementTools tools, String meetingId) {
        this.tools = tools;
        this.meetingId = meetingId;
    }

    Mono<MeetingSearch> run() {
        return Mono.defer(() -> tools.fleet().findMeeting(meetingId))
                .flatMap(search -> isBelieved(search.found()) ? Mono.just(search) : askAll());
    }

    /** What is not there by its own words, or is just as the last poll had it, is asked for. */
    private boolean isBelieved(@Nullable LocatedMeeting found) {
        if (found == null) {
            return true;
        }
        ServerView view = tools.fleet().snapshot().servers().get(found.server());
        boolean isPolled = view != null
                && view.meetings().values().stream()
                        .anyMatch(each -> each.meeting().equals(found.meeting()));
        return !isPolled && tools.ledger().isThere(found.server(), found.meeting());
    }

    private Mono<MeetingSearch> askAll() {
        List<String> asked = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        for (FleetServer server : tools.fleet().servers()) {
            boolean isDown = tools.sites().state(server.name()) == ServerState.DOWN;
            (isDown ? unanswered : asked).add(server.name());
        }
        return tools.asking().ask(asked, meetingId).map(replies -> {
            Map<String, Meeting> running = Reply.meetings(replies);
            unanswered.addAll(Reply.of(Reply.Kind.SILENT, replies));
            return running.isEmpty() ? new MeetingSearch(null, unanswered) : located(running);
        });
    }

    private MeetingSearch located(Map<String, Meeting> running) {
        PlacedMeeting one = tools.doubles().one(meetingId, running);
        return new MeetingSearch(new LocatedMeeting(one.server(), true, one.meeting()), List.of());
    }
}
