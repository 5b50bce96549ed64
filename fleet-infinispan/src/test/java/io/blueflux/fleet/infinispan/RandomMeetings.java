// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.Confidential;
import io.blueflux.fleet.AttendeeKey;
import io.blueflux.fleet.FleetMeeting;
import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import io.blueflux.model.Callbacks;
import io.blueflux.model.Element;
import io.blueflux.model.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Meetings in which anything may be absent, odd or long; and with secrets wherever one can be. */
final class RandomMeetings {
    private static final List<String> TEXTS =
            List.of("", " ", "a", "Zoë", "\uD83D\uDE00 smile", "\n\t\u0000", "x".repeat(5_000), "https://h.example/a");

    private final Random random;

    RandomMeetings(long seed) {
        random = new Random(seed);
    }

    Map<String, FleetMeeting> some() {
        Map<String, FleetMeeting> meetings = new LinkedHashMap<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String id = i + text();
            meetings.put(id, new FleetMeeting(id, meeting(), time(), random.nextBoolean(), keys()));
        }
        return meetings;
    }

    private Meeting meeting() {
        return new Meeting(
                maybe(this::text),
                maybe(this::text),
                maybe(this::text),
                new Meeting.Times(
                        maybe(this::time),
                        maybe(this::text),
                        maybe(this::time),
                        maybe(this::time),
                        maybe(this::length)),
                new Meeting.State(flag(), flag(), flag(), flag(), flag()),
                new Meeting.Counts(number(), number(), number(), number(), number(), number()),
                new Meeting.Access(maybe(this::text), maybe(this::text), maybe(this::secret), maybe(this::secret)),
                Stream.generate(this::attendee).limit(random.nextInt(5)).toList(),
                texts(Map.of("a", "https://h.example/b?" + Words.SECRET, "endcallbackurl", Words.SECRET)),
                new Callbacks(secret(), secret(), secret(), secret(), secret()),
                maybe(() -> new Meeting.Breakout(maybe(this::text), number(), flag())),
                Stream.generate(this::text).limit(random.nextInt(3)).toList(),
                elements());
    }

    private Attendee attendee() {
        return new Attendee(
                maybe(this::text),
                maybe(this::text),
                maybe(this::role),
                flag(),
                flag(),
                flag(),
                flag(),
                maybe(this::text),
                texts(Map.of()),
                elements());
    }

    private Map<AttendeeKey, Integer> keys() {
        Map<AttendeeKey, Integer> keys = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            keys.put(new AttendeeKey(maybe(this::text), maybe(this::text), maybe(this::role)), random.nextInt(9));
        }
        return keys;
    }

    private Map<String, String> texts(Map<String, String> more) {
        Map<String, String> texts = new LinkedHashMap<>(more);
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.put("name " + i, text());
        }
        return texts;
    }

    private List<Element> elements() {
        return List.of(new Element("new", Map.of("a", Words.SECRET), Words.SECRET, List.of()));
    }

    private AttendeeRole role() {
        return AttendeeRole.of(random.nextBoolean() ? "MODERATOR" : "role " + text());
    }

    private Confidential secret() {
        return Confidential.of(Words.SECRET);
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private Instant time() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private Duration length() {
        return Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private @Nullable Boolean flag() {
        return maybe(random::nextBoolean);
    }

    private @Nullable Integer number() {
        return maybe(random::nextInt);
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }
}
