// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerView;
import io.blueflux.model.Meeting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one subscriber is told of doubled meetings: each once, until it is on other servers. Not thread-safe. */
final class DoubledFeed {
    private static final int MET = 1_000;

    private final Doubles doubles;
    private final Map<String, Map<String, Meeting>> polled = new HashMap<>(); // by server, then by meetingID
    private final Map<String, Map<String, Meeting>> seen = new HashMap<>(); // by meetingID, then by server
    private final Map<String, MeetingDoubled> told = new HashMap<>(); // of those that polls still show
    private final Map<String, MeetingDoubled> met = new Newest<>(MET); // that polls do not show yet

    DoubledFeed(Doubles doubles) {
        this.doubles = doubles;
    }

    /** Takes a finished poll, or what a findOrCreate ran into. */
    List<MeetingDoubled> hear(Object news) {
        if (news instanceof ServerReport report) {
            return polled(report.server());
        }
        MeetingDoubled doubled = (MeetingDoubled) news;
        if (doubled.ended() == null && !isElsewhere(doubled, told.get(doubled.meetingId()))) {
            return List.of();
        }
        if (doubled.ended() == null) {
            met.put(doubled.meetingId(), doubled);
        }
        return List.of(doubled);
    }

    private List<MeetingDoubled> polled(ServerView view) {
        Map<String, Meeting> before = polled.getOrDefault(view.name(), Map.of());
        Map<String, Meeting> now = view.meetingsKnown() ? running(view) : Map.of();
        before.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> gone(id, view.name()));
        polled.put(view.name(), now);
        met.values().removeIf(each -> each.servers().contains(view.name()) && !now.containsKey(each.meetingId()));
        forgetOthers();
        List<MeetingDoubled> news = new ArrayList<>();
        now.forEach((id, meeting) -> {
            Map<String, Meeting> places = seen.computeIfAbsent(id, key -> new LinkedHashMap<>(2));
            places.put(view.name(), meeting);
            if (places.size() > 1) {
                MeetingDoubled doubled = doubles.doubled(id, places);
                if (doubled.servers().size() > 1
                        && isElsewhere(doubled, told.put(id, doubled))
                        && isElsewhere(doubled, met.remove(id))) {
                    news.add(doubled);
                }
            }
        });
        return news;
    }

    private void forgetOthers() {
        if (polled.size() > doubles.servers()) {
            List<String> left =
                    polled.keySet().stream().filter(name -> !doubles.has(name)).toList();
            left.forEach(name -> polled.getOrDefault(name, Map.of()).keySet().forEach(id -> gone(id, name)));
            left.forEach(polled::remove);
        }
    }

    private static boolean isElsewhere(MeetingDoubled doubled, @Nullable MeetingDoubled before) {
        return before == null || !Set.copyOf(before.servers()).equals(Set.copyOf(doubled.servers()));
    }

    private void gone(String meetingId, String server) {
        Map<String, Meeting> places = seen.getOrDefault(meetingId, Map.of());
        places.remove(server);
        if (places.size() < 2) {
            told.remove(meetingId);
        }
        if (places.isEmpty()) {
            seen.remove(meetingId);
        }
    }

    /** Breakout rooms have ids that BBB makes. */
    private static Map<String, Meeting> running(ServerView view) {
        Map<String, Meeting> running = new HashMap<>();
        for (FleetMeeting each : view.meetings().values()) {
            String id = each.meeting().meetingId();
            if (id != null && !CountedMeeting.isBreakout(each.meeting())) {
                running.put(id, each.meeting());
            }
        }
        return running;
    }
}
