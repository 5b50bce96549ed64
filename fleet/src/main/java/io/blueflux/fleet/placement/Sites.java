// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import io.blueflux.model.Meeting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The servers of a fleet as they are at the moment; polls are read when they are needed, so nothing waits for them. Thread-safe. */
final class Sites {
    /** What was heard in this time is news enough to know where no meeting is; a poll each 10 s is far below it. */
    private static final long LATELY = 60_000;

    private final BbbFleet fleet;
    private final PlacementLedger ledger;
    private final Clock clock;
    private volatile Entries entries = new Entries(List.of(), Map.of());

    /** The entries of a list of servers. */
    private record Entries(List<FleetServer> servers, Map<String, SiteEntry> byName) {}

    Sites(BbbFleet fleet, PlacementLedger ledger, Clock clock) {
        this.fleet = fleet;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Returns all servers, with what their last polls told. */
    List<Site> now() {
        long now = clock.millis();
        Map<String, SiteEntry> all = entries();
        Map<String, ServerView> views = fleet.snapshot().servers();
        List<Site> sites = new ArrayList<>(all.size());
        for (SiteEntry entry : all.values()) {
            ServerView view = views.get(entry.name());
            sites.add(Site.of(entry, view, book(entry.name(), view, now)));
        }
        return sites;
    }

    /** Returns what is known of a server, with what its last poll told. */
    SiteBook book(String server) {
        return book(server, fleet.snapshot().servers().get(server), clock.millis());
    }

    private SiteBook book(String server, @Nullable ServerView view, long now) {
        ledger.heed(server, now);
        if (view != null) {
            ledger.polled(view, now);
        }
        return ledger.book(server);
    }

    /** Returns the entry of a server; null if the fleet has none of this name. */
    @Nullable
    SiteEntry entry(String server) {
        return entries().get(server);
    }

    /** Returns how a server does; that of one that is not polled here is not known, as of a new one. */
    ServerState state(String server) {
        ServerView view = fleet.snapshot().servers().get(server);
        return view == null ? ServerState.NEW : view.state();
    }

    /** Returns where a meeting is by what is known, on servers that do not answer too. */
    List<Place> places(String meetingId, long now) {
        Map<String, ServerView> views = fleet.snapshot().servers();
        entries().keySet().forEach(server -> book(server, views.get(server), now)); // takes what polls told
        List<Place> places = new ArrayList<>(ledger.places(meetingId, now));
        for (ServerView view : views.values()) {
            if (!view.meetingsKnown()
                    && places.stream().noneMatch(place -> place.server().equals(view.name()))) {
                view.meetings().values().stream()
                        .map(FleetMeeting::meeting)
                        .filter(meeting -> meetingId.equals(meeting.meetingId()))
                        .filter(meeting -> ledger.isThere(view.name(), meeting))
                        .findFirst()
                        .ifPresent(meeting -> places.add(new Place(view.name(), meeting, true, Long.MIN_VALUE)));
            }
        }
        return places;
    }

    /**
     * Returns the names of servers of which nothing was heard lately: those that another process polls, or that were not polled yet.
     * What they have, nobody here knows. One that was looked at in vain is left alone for as long.
     */
    List<String> unheard(long now) {
        Map<String, ServerView> views = fleet.snapshot().servers();
        List<String> unheard = new ArrayList<>();
        for (String server : entries().keySet()) {
            ServerView view = views.get(server);
            boolean isAsked = view == null || view.state() == ServerState.NEW || view.meetingsKnown();
            if (isAsked && ledger.book(server).heardAt() < now - LATELY && ledger.triedAt(server) < now - LATELY) {
                unheard.add(server);
            }
        }
        return unheard;
    }

    /** Returns meetings of one meetingID on several servers, but for those that left the fleet. */
    List<MeetingTwin> twins(Map<String, Meeting> meetings) {
        List<MeetingTwin> twins = new ArrayList<>(meetings.size());
        meetings.forEach((server, meeting) -> {
            SiteEntry entry = entry(server);
            if (entry != null) {
                twins.add(new MeetingTwin(entry, meeting));
            }
        });
        return twins;
    }

    private Map<String, SiteEntry> entries() {
        List<FleetServer> servers = fleet.servers();
        Entries known = entries;
        if (known.servers() != servers) {
            known = new Entries(servers, entries(known.byName(), servers));
            entries = known;
            ledger.retain(known.byName().keySet());
        }
        return known.byName();
    }

    private static Map<String, SiteEntry> entries(Map<String, SiteEntry> before, List<FleetServer> servers) {
        Map<String, SiteEntry> all = new LinkedHashMap<>(servers.size() * 2);
        for (FleetServer server : servers) {
            SiteEntry known = before.get(server.name());
            all.put(
                    server.name(),
                    known != null && Objects.equals(known.server(), server) ? known : SiteEntry.of(server));
        }
        return all;
    }
}
