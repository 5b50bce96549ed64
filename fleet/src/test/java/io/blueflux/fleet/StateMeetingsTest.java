// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateMeetingsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final StateMeetings meetings = new StateMeetings();
    private final Map<String, ServerView> views = new HashMap<>();

    @Test
    void aMeetingIsFoundByEachOfItsIds() {
        set("a", view("a", "i1/m1", "i2/m2"));

        assertThat(server("i1")).isEqualTo("a");
        assertThat(server("m2")).isEqualTo("a");
        assertThat(server("m3")).isNull();
    }

    @Test
    void aMeetingWithoutAMeetingIdIsFoundByTheOther() {
        set("a", view("a", "i1"));

        assertThat(server("i1")).isEqualTo("a");
    }

    @Test
    void whatIsGoneIsNotFound() {
        set("a", view("a", "i1/m1", "i2/m2"));
        set("a", view("a", "i2/m2"));

        assertThat(server("i1")).isNull();
        assertThat(server("m1")).isNull();
        assertThat(server("m2")).isEqualTo("a");

        set("a", null);

        assertThat(server("m2")).isNull();
    }

    @Test
    void aMeetingThatTakesTheIdOfAnotherIsFound() {
        set("a", view("a", "i1/m"));
        set("a", view("a", "i2/m"));

        assertThat(server("m")).isEqualTo("a");
        assertThat(server("i1")).isNull();
    }

    @Test
    void whatAServerThatDoesNotAnswerHadIsNotFound() {
        set("a", view("a", "i1/m1"));
        set("a", view("a", false, List.of("i1/m1")));

        assertThat(server("m1")).isNull();

        set("a", view("a", "i1/m1"));

        assertThat(server("m1")).isEqualTo("a");
    }

    /** As after a poll in which something else of it changed. */
    @Test
    void aMeetingThatChangedIsFoundAsItIs() {
        set("a", view("a", "i1/m1"));
        set("a", view("a", "i1/m1"));

        assertThat(requireNonNull(meetings.of("m1")).meeting())
                .isSameAs(
                        requireNonNull(requireNonNull(views.get("a")).meetings().get("i1"))
                                .meeting());
    }

    @Test
    void ofAMeetingOnTwoServersNothingIsSaid() {
        set("a", view("a", "i1/m"));
        set("b", view("b", "i2/m"));

        assertThat(server("m")).isNull();
        assertThat(server("i1")).isEqualTo("a");

        set("a", view("a", "i1/m")); // as after a poll in which something else of it changed

        assertThat(server("m")).isNull();

        set("b", view("b"));
        set("a", view("a", "i1/m"));

        assertThat(server("m")).isEqualTo("a");

        set("a", view("a"));
        set("b", view("b", "i3/m"));

        assertThat(server("m")).isEqualTo("b");
    }

    /** It may say nothing, and never what is not so. */
    @Test
    void whatItSaysIsSo() {
        Random random = new Random(1);
        int said = 0;
        for (int step = 0; step < 20_000; step++) {
            String server = "s" + random.nextInt(5);
            List<String> ids = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                ids.add("i" + random.nextInt(40) + "/m" + random.nextInt(20));
            }
            set(server, random.nextInt(10) == 0 ? null : kept(view(server, random.nextInt(10) > 0, ids), random));
            String id = (random.nextBoolean() ? "i" : "m") + random.nextInt(40);
            LocatedMeeting found = meetings.of(id);
            if (found != null) {
                said++;
                ServerView view = requireNonNull(views.get(found.server()));
                assertThat(view.meetingsKnown() && found.known()).isTrue();
                assertThat(view.meetings().values())
                        .filteredOn(meeting -> meeting.hasId(id))
                        .extracting(FleetMeeting::meeting)
                        .anySatisfy(meeting -> assertThat(meeting).isSameAs(found.meeting()));
            }
        }
        assertThat(said).isGreaterThan(1_000);
    }

    /** Some meetings are the very ones of before, as those that did not change are. */
    private ServerView kept(ServerView now, Random random) {
        ServerView before = views.get(now.name());
        Map<String, FleetMeeting> old = before == null ? Map.of() : before.meetings();
        Map<String, FleetMeeting> all = new LinkedHashMap<>(now.meetings());
        all.replaceAll((id, meeting) -> {
            FleetMeeting had = old.getOrDefault(id, meeting);
            return had.equals(meeting) && random.nextBoolean() ? had : meeting;
        });
        boolean areAll = random.nextInt(5) == 0; // as where a server is marked, or does not answer
        return new ServerView(
                now.name(),
                now.health(),
                false,
                false,
                now.meetingsKnown(),
                now.poll(),
                areAll ? old : all,
                now.counts(),
                null);
    }

    private @Nullable String server(String id) {
        LocatedMeeting place = meetings.of(id);
        return place == null ? null : place.server();
    }

    private void set(String server, @Nullable ServerView now) {
        meetings.change(server, views.get(server), now);
        if (now == null) {
            views.remove(server);
        } else {
            views.put(server, now);
        }
    }

    private static ServerView view(String name, String... ids) {
        return view(name, true, List.of(ids));
    }

    private static ServerView view(String name, boolean known, List<String> ids) {
        Map<String, FleetMeeting> all = new LinkedHashMap<>();
        for (String pair : ids) {
            String[] both = pair.split("/", -1);
            String id = both[0];
            var meeting = Meetings.meeting(id, both.length > 1 ? both[1] : null, true, false, List.of());
            all.put(id, new FleetMeeting(id, meeting, NOW, true, Map.of()));
        }
        ServerView fresh = ServerView.fresh(name, NOW);
        return new ServerView(
                name, fresh.health(), false, false, known, fresh.poll(), all, FleetCounts.of(all.values()), null);
    }
}
