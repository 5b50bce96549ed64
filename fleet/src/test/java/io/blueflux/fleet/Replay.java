// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Rebuilds a fleet's state from its events alone, and refuses an event that does not fit what came before it. */
final class Replay {

    /** A meeting as events tell it. */
    static final class Room {
        boolean started;
        boolean recording;
        final Map<AttendeeKey, Integer> attendees = new HashMap<>();
    }

    /** A server as events tell it. */
    static final class Site {
        ServerState state = ServerState.NEW;
        boolean draining;
        boolean cordoned;
        boolean known;
        long poll;
        final Map<String, Room> rooms = new TreeMap<>();
    }

    final Map<String, Site> sites = new LinkedHashMap<>();
    int events;

    void accept(FleetEvent event) {
        events++;
        String name = event.source().server();
        if (event instanceof FleetEvent.ServerAdded) {
            assertThat(sites.put(name, new Site())).as("%s added twice", name).isNull();
        }
        assertThat(sites).as("event of a server that was not added: %s", event).containsKey(name);
        Site site = requireNonNull(sites.get(name));
        assertThat(event.source().poll()).as("order of %s", name).isGreaterThanOrEqualTo(site.poll);
        site.poll = event.source().poll();
        if (!(event instanceof FleetEvent.ServerAdded)) {
            apply(site, event);
        }
    }

    private void apply(Site site, FleetEvent event) {
        if (event instanceof FleetEvent.ServerRemoved removed) {
            sites.remove(removed.source().server());
        } else if (event instanceof FleetEvent.ServerStateChanged changed) {
            assertThat(changed.from())
                    .isEqualTo(site.state)
                    .isNotEqualTo(changed.health().state());
            site.state = changed.health().state();
        } else if (event instanceof FleetEvent.DrainingChanged changed) {
            assertThat(changed.draining()).isNotEqualTo(site.draining);
            site.draining = changed.draining();
        } else if (event instanceof FleetEvent.CordonChanged changed) {
            assertThat(changed.cordoned()).isNotEqualTo(site.cordoned);
            site.cordoned = changed.cordoned();
        } else if (event instanceof FleetEvent.MeetingsKnown) {
            assertThat(site.known).isFalse();
            site.known = true;
        } else if (event instanceof FleetEvent.MeetingsUnknown) {
            assertThat(site.known).isTrue();
            site.known = false;
        } else {
            applyToMeeting(site, event);
        }
    }

    private void applyToMeeting(Site site, FleetEvent event) {
        assertThat(site.known).as("a change without an answer: %s", event).isTrue();
        if (event instanceof FleetEvent.MeetingCreated created) {
            assertThat(site.rooms.put(created.meeting().id(), new Room()))
                    .as("created twice")
                    .isNull();
        } else if (event instanceof FleetEvent.MeetingEnded ended) {
            Room room = room(site, ended.meeting());
            site.rooms.remove(ended.meeting().id());
            assertThat(room.attendees).as("still in an ended meeting").isEmpty();
        } else if (event instanceof FleetEvent.MeetingStarted started) {
            Room room = room(site, started.meeting());
            assertThat(room.started).as("started twice").isFalse();
            room.started = true;
        } else if (event instanceof FleetEvent.RecordingChanged changed) {
            Room room = room(site, changed.meeting());
            assertThat(changed.recording()).as("no change").isNotEqualTo(room.recording);
            room.recording = changed.recording();
        } else if (event instanceof FleetEvent.AttendeeJoined joined) {
            room(site, joined.meeting()).attendees.merge(joined.attendee(), 1, Integer::sum);
        } else if (event instanceof FleetEvent.AttendeeLeft left) {
            Map<AttendeeKey, Integer> attendees = room(site, left.meeting()).attendees;
            assertThat(attendees).as("left, but was not there").containsKey(left.attendee());
            attendees.computeIfPresent(left.attendee(), (key, count) -> count == 1 ? null : count - 1);
        }
    }

    private static Room room(Site site, FleetMeeting meeting) {
        Room room = site.rooms.get(meeting.id());
        assertThat(room).as("a meeting that is not there: %s", meeting.id()).isNotNull();
        return requireNonNull(room);
    }

    /** Returns the state as text, to compare two replays. */
    String text() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(sites).forEach((name, site) -> {
            text.append(name)
                    .append(' ')
                    .append(site.state)
                    .append(' ')
                    .append(site.draining)
                    .append(' ')
                    .append(site.cordoned)
                    .append(' ');
            text.append(site.known).append('\n');
            site.rooms.forEach((id, room) -> text.append(text(id, room)));
        });
        return text.toString();
    }

    static String text(String id, Room room) {
        Map<String, Integer> sorted = new TreeMap<>();
        room.attendees.forEach((key, count) -> sorted.put(key.userId() + "/" + key.role(), count));
        return "  " + id + " started=" + room.started + " recording=" + room.recording + " " + sorted + "\n";
    }
}
