// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.AttendeeKey;
import io.blueflux.fleet.FleetEvent;
import io.blueflux.fleet.FleetEvent.Source;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.fleet.ServerHealth;
import io.blueflux.fleet.ServerState;
import io.blueflux.model.AttendeeRole;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_000);

    private final News news = new News();

    @Test
    void whatWasThereBeforeAnybodyLookedIsNoNews() {
        news.add(new FleetEvent.ServerAdded(source(0)));
        news.add(new FleetEvent.MeetingsKnown(source(3)));
        news.add(new FleetEvent.MeetingCreated(source(3), meeting()));
        news.add(new FleetEvent.AttendeeJoined(source(3), meeting(), ann()));
        assertThat(news.take(1)).isEqualTo(new News.Told(1, List.of(), 0));
    }

    @Test
    void whatComesLaterIs() {
        news.add(new FleetEvent.MeetingsKnown(source(1)));
        news.take(1);
        news.add(new FleetEvent.ServerAdded(source(0)));
        news.add(new FleetEvent.MeetingsUnknown(source(2)));
        news.add(new FleetEvent.MeetingsKnown(source(3)));
        news.add(new FleetEvent.MeetingCreated(source(3), meeting()));
        news.add(new FleetEvent.AttendeeJoined(source(3), meeting(), ann()));
        assertThat(news.take(2).events())
                .extracting(FeedEvent::type)
                .containsExactly("server-added", "meeting-created", "attendee-joined");
    }

    @Test
    void aServerThatNeverAnsweredIsTold() {
        news.add(new FleetEvent.ServerStateChanged(
                source(1), ServerState.NEW, new ServerHealth(ServerState.UNSTABLE, NOW, "refused", 1, 1, 0)));
        news.add(new FleetEvent.ServerStateChanged(
                source(1), ServerState.NEW, new ServerHealth(ServerState.UP, NOW, null, 0, 0, 0)));
        assertThat(news.take(1).events())
                .singleElement()
                .isEqualTo(new FeedEvent(
                        1_000, "server-state-changed", "s1", "new", "unstable", "refused", null, null, null));
    }

    @Test
    void ofVeryManyTheNewestAreToldAndServersFirst() {
        news.add(new FleetEvent.MeetingsKnown(source(1)));
        news.take(1);
        for (int i = 0; i < 500; i++) {
            news.add(new FleetEvent.AttendeeJoined(source(2), meeting(), ann()));
            news.add(new FleetEvent.MeetingCreated(source(2), meeting()));
        }
        news.add(new FleetEvent.ServerRemoved(source(2)));
        News.Told told = news.take(2);
        assertThat(told.events()).hasSize(40).last().extracting(FeedEvent::type).isEqualTo("server-removed");
        assertThat(told.events()).extracting(FeedEvent::type).doesNotContain("attendee-joined");
        assertThat(told.skipped()).isEqualTo(1_001 - 40);
    }

    private static Source source(long poll) {
        return new Source("s1", poll, NOW, null);
    }

    private static AttendeeKey ann() {
        return new AttendeeKey("u1", "Ann", AttendeeRole.VIEWER);
    }

    private static FleetMeeting meeting() {
        return PolledMeetings.of("algebra", "algebra-1", "Algebra", NOW);
    }
}
