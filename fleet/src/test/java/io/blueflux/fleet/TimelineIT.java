// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.blueflux.support.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import reactor.core.publisher.Mono;

/** A genuine server's polls, one a second, replayed through a socket, against the log of what was done to the server. */
@EnabledIfEnvironmentVariable(named = "BLUEFLUX_RECORDINGS", matches = ".+")
class TimelineIT {
    /** Nobody's grace ends, however slow the machine is. */
    private static final PollPlan PLAN = PollPlan.of(PollSchedule.every(Duration.ofMillis(20), Duration.ofMillis(10)))
            .withVersionEvery(0)
            .withDeadline(Duration.ofMinutes(1))
            .withAttendeeGrace(Duration.ofHours(1));

    private final Path folder = Path.of(System.getenv("BLUEFLUX_RECORDINGS"), "timeline-2.5.14");

    @Test
    void everyMeetingThatWasCreatedAndEndedGivesItsEventsOnceInOrderAndNoneElse() throws IOException {
        List<FleetEvent> events = replay();
        assertThat(told(events)).isEqualTo(logged());
        Replay replay = new Replay();
        events.forEach(replay::accept);
        assertThat(requireNonNull(replay.sites.get("genuine")).rooms).hasSize(3);
        assertThat(events)
                .filteredOn(event -> event instanceof FleetEvent.MeetingStarted)
                .hasSize(4);
    }

    /** No attendee's grace ends, so all who were listed are there. */
    @Test
    void attendeesOfALastingMeetingAreThoseEverListed() throws IOException {
        Replay replay = new Replay();
        replay().forEach(replay::accept);
        Replay.Room lasting = requireNonNull(replay.sites.get("genuine")).rooms.values().stream()
                .max((a, b) -> Integer.compare(a.attendees.size(), b.attendees.size()))
                .orElseThrow();
        assertThat(lasting.attendees.values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(30);
    }

    private List<FleetEvent> replay() throws IOException {
        Queue<String> bodies = new ConcurrentLinkedQueue<>(bodies());
        int polls = bodies.size();
        assertThat(polls).isEqualTo(79);
        try (TestServer server = new TestServer((request, response) -> {
            String body = bodies.poll();
            return body == null ? Mono.never() : response.sendString(Mono.just(body));
        })) {
            BbbFleet fleet = BbbFleet.builder(PLAN).build();
            fleet.add(server.address().withName("genuine"));
            List<FleetEvent> events = new ArrayList<>();
            Mono<ServerReport> last = fleet.reports()
                    .filter(report -> report.server().poll().number() == polls)
                    .next();
            fleet.events().subscribe(events::add);
            last.doOnSubscribe(subscription -> fleet.start()).block();
            fleet.disposeLater().block();
            return events;
        }
    }

    /** What the events say of meetings' lives: kind, external and internal id. */
    private static List<String> told(List<FleetEvent> events) {
        List<String> told = new ArrayList<>();
        for (FleetEvent event : events) {
            if (event instanceof FleetEvent.MeetingCreated created) {
                told.add("created " + created.meeting().meeting().meetingId() + " "
                        + created.meeting().id());
            } else if (event instanceof FleetEvent.MeetingEnded ended) {
                told.add("ended " + ended.meeting().meeting().meetingId() + " "
                        + ended.meeting().id());
            }
        }
        return told;
    }

    private List<String> logged() throws IOException {
        List<String> logged = new ArrayList<>();
        try (JsonParser parser =
                new JsonFactory().createParser(folder.resolve("truth.json").toFile())) {
            for (Map<String, String> entry : objects(parser)) {
                String kind = Map.of("created", "created", "end-sent", "ended").get(entry.getOrDefault("event", ""));
                if (kind != null) {
                    logged.add(kind + " " + entry.get("meetingID") + " " + entry.get("internalMeetingID"));
                }
            }
        }
        assertThat(logged).hasSize(7);
        return logged;
    }

    private List<String> bodies() throws IOException {
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(folder.resolve("polls.jsonl.gz")));
                JsonParser parser = new JsonFactory().createParser(bytes)) {
            return objects(parser).stream().map(poll -> poll.get("body")).toList();
        }
    }

    /** Reads all innermost objects, their values as text. */
    private static List<Map<String, String>> objects(JsonParser parser) throws IOException {
        List<Map<String, String>> objects = new ArrayList<>();
        Map<String, String> current = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                current = new LinkedHashMap<>();
            } else if (token == JsonToken.END_OBJECT) {
                objects.add(current);
                current = new LinkedHashMap<>();
            } else if (token.isScalarValue()) {
                current.put(parser.currentName() == null ? "" : parser.currentName(), parser.getText());
            }
        }
        return objects;
    }
}
