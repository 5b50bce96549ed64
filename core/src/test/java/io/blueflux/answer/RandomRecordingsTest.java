// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.RECORDINGS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings made up at random, written by a writer of its own, are read back as they were. */
class RandomRecordingsTest {
    private static final String[] PIECES = {
        "a", "Z", " ", "0", "&", "<", ">", "\"", "'", "]]>", "]", "é", "授", "🎉", "ש", "-", "/", "&amp;"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void recordingsAreReadBack(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 15; round++) {
            List<Recording> recordings = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                recordings.add(recording(random));
            }
            byte[] body = new Writer(random).write(recordings).getBytes(UTF_8);

            Splits.Outcome<Recording> outcome = Splits.decodeInFew(RECORDINGS, body, random);

            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.values()).isEqualTo(recordings);
        }
    }

    private static Recording recording(Random random) {
        Boolean isBreakout = maybe(random, random::nextBoolean);
        return new Recording(
                maybe(random, () -> text(random)),
                maybe(random, () -> text(random)),
                maybe(random, () -> text(random)),
                maybe(random, () -> text(random)),
                new Recording.State(
                        maybe(random, () -> text(random)),
                        maybe(random, random::nextBoolean),
                        isBreakout,
                        maybe(random, random::nextBoolean)),
                new Recording.Times(maybe(random, () -> instant(random)), maybe(random, () -> instant(random))),
                maybe(random, () -> random.nextInt(5000)),
                new Recording.Sizes(
                        maybe(random, () -> random.nextLong() >> 4), maybe(random, () -> (long) random.nextInt())),
                metadata(random),
                Boolean.TRUE.equals(isBreakout) && random.nextBoolean()
                        ? new Recording.Breakout(text(random), random.nextInt(20), random.nextBoolean())
                        : null,
                random.nextBoolean() ? List.of() : List.of(text(random), text(random)),
                formats(random),
                formats(random),
                List.of());
    }

    private static List<Recording.Format> formats(Random random) {
        List<Recording.Format> formats = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            formats.add(new Recording.Format(
                    maybe(random, () -> text(random)),
                    maybe(random, () -> url(random)),
                    maybe(random, () -> Duration.ofMillis(random.nextInt(100_000))),
                    maybe(random, () -> Duration.ofMinutes(random.nextInt(1_000))),
                    maybe(random, () -> (long) random.nextInt()),
                    images(random),
                    List.of()));
        }
        return formats;
    }

    private static List<Recording.Image> images(Random random) {
        List<Recording.Image> images = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            images.add(new Recording.Image(
                    maybe(random, () -> url(random)),
                    maybe(random, () -> text(random)),
                    maybe(random, () -> random.nextInt(500)),
                    maybe(random, random::nextInt)));
        }
        return images;
    }

    private static Map<String, String> metadata(Random random) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String[] names = {"key-" + random.nextInt(50), "recordID", "_", "a.b", "X_1", "é", "size"};
            map.put(names[random.nextInt(names.length)], random.nextBoolean() ? "" : text(random));
        }
        return map;
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochMilli(1_000_000_000_000L + random.nextInt(Integer.MAX_VALUE) * 1000L);
    }

    private static String url(Random random) {
        return "https://h/p/" + random.nextInt(1000) + (random.nextBoolean() ? "" : text(random));
    }

    private static <T> @Nullable T maybe(Random random, Supplier<T> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.append('y').toString();
    }

    /** Writes as servers do, in their order or in none, with what a reader must not mind. */
    private static final class Writer {
        private final Random random;

        Writer(Random random) {
            this.random = random;
        }

        String write(List<Recording> recordings) {
            StringBuilder list = new StringBuilder();
            recordings.forEach(recording -> list.append(element("recording", recording(recording))));
            return element("response", element("returncode", "SUCCESS") + element("recordings", list.toString()));
        }

        private String recording(Recording recording) {
            List<String> parts = new ArrayList<>();
            leaf(parts, "recordID", recording.recordId());
            leaf(parts, "meetingID", recording.meetingId());
            leaf(parts, "internalMeetingID", recording.internalMeetingId());
            leaf(parts, "name", recording.name());
            flag(parts, "isBreakout", recording.status().isBreakout());
            flag(parts, "published", recording.status().published());
            flag(parts, "protected", recording.status().isProtected());
            leaf(parts, "state", recording.status().state());
            leaf(parts, "startTime", millis(recording.times().startTime()));
            leaf(parts, "endTime", millis(recording.times().endTime()));
            leaf(parts, "participants", recording.participants());
            leaf(parts, "rawSize", recording.sizes().rawSize());
            StringBuilder metadata = new StringBuilder();
            recording.metadata().forEach((name, value) -> metadata.append(element(name, escaped(value))));
            parts.add(element("metadata", metadata.toString()));
            Recording.Breakout breakout = recording.breakout();
            if (breakout != null) {
                parts.add(element(
                        "breakout",
                        element("parentId", escaped(String.valueOf(breakout.parentId())))
                                + element("sequence", String.valueOf(breakout.sequence()))
                                + element("freeJoin", String.valueOf(breakout.freeJoin()))));
            }
            StringBuilder rooms = new StringBuilder();
            recording.breakoutRooms().forEach(room -> rooms.append(element("breakoutRoom", escaped(room))));
            parts.add(element("breakoutRooms", rooms.toString()));
            leaf(parts, "size", recording.sizes().size());
            parts.add(element("playback", formats(recording.playback())));
            parts.add(element("data", formats(recording.data())));
            return ordered(parts);
        }

        private String formats(List<Recording.Format> formats) {
            StringBuilder list = new StringBuilder();
            for (Recording.Format format : formats) {
                List<String> parts = new ArrayList<>();
                leaf(parts, "type", format.type());
                leaf(parts, "url", format.revealUrl());
                leaf(
                        parts,
                        "processingTime",
                        format.processingTime() == null
                                ? null
                                : format.processingTime().toMillis());
                leaf(
                        parts,
                        "length",
                        format.length() == null ? null : format.length().toMinutes());
                leaf(parts, "size", format.size());
                StringBuilder images = new StringBuilder();
                format.images().forEach(image -> images.append(image(image)));
                parts.add(element("preview", element("images", images.toString())));
                list.append(element("format", ordered(parts)));
            }
            return list.toString();
        }

        private String image(Recording.Image image) {
            List<String> attributes = new ArrayList<>();
            attribute(attributes, "alt", image.alt());
            attribute(attributes, "height", image.height());
            attribute(attributes, "width", image.width());
            if (random.nextInt(5) == 0) {
                attributes.add(random.nextBoolean() ? " title='t'" : " xml:lang=\"en\"");
            }
            Collections.shuffle(attributes, random);
            String url = image.revealUrl();
            String start = "<image" + String.join("", attributes) + (random.nextInt(4) == 0 ? " " : "");
            return url == null && random.nextBoolean()
                    ? start + "/>"
                    : start + ">" + (url == null ? "" : padded(escaped(url))) + "</image>";
        }

        private void attribute(List<String> attributes, String name, @Nullable Object value) {
            if (value != null) {
                String escaped = value.toString().replace("&", "&amp;").replace("<", "&lt;");
                String quoted = random.nextBoolean()
                        ? "'" + escaped.replace("'", "&#39;") + "'"
                        : "\"" + escaped.replace("\"", "&quot;") + "\"";
                attributes.add((random.nextInt(4) == 0 ? "\n " : " ")
                        + name
                        + (random.nextInt(4) == 0 ? " = " : "=")
                        + quoted);
            } else if (random.nextInt(4) == 0) {
                attributes.add(" " + name + "=\"\"");
            }
        }

        private static @Nullable Long millis(@Nullable Instant time) {
            return time == null ? null : (Long) time.toEpochMilli();
        }

        private void leaf(List<String> parts, String name, @Nullable Object value) {
            if (value != null) {
                parts.add(element(name, escaped(value.toString())));
            } else if (random.nextInt(4) == 0) {
                parts.add(element(name, ""));
            }
        }

        private void flag(List<String> parts, String name, @Nullable Boolean value) {
            if (value != null) {
                parts.add(element(name, value.toString()));
            }
        }

        private String padded(String text) {
            return random.nextInt(4) == 0 ? "\n   " + text + "\n" : text;
        }

        private String element(String name, String content) {
            String end = random.nextBoolean() ? "\n" : "";
            if (content.isEmpty() && random.nextBoolean()) {
                return "<" + name + (random.nextBoolean() ? "/>" : " />") + end;
            }
            String attribute = random.nextInt(20) == 0 ? " url='u'" : "";
            return "<" + name + attribute + ">" + end + content + end + "</" + name + ">" + end;
        }

        private String ordered(List<String> parts) {
            List<String> order = new ArrayList<>(parts);
            if (random.nextBoolean()) {
                Collections.shuffle(order, random);
            }
            return String.join(random.nextInt(5) == 0 ? "<!-- x -->" : "", order);
        }

        private String escaped(String text) {
            if (random.nextInt(8) == 0 && !text.contains("]]>")) {
                return "<![CDATA[" + text + "]]>";
            }
            String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            return random.nextBoolean()
                    ? escaped.replace("\"", "&quot;").replace("'", "&#39;").replace("🎉", "&#x1F389;")
                    : escaped.replace("'", "&apos;").replace("é", "&#xe9;").replace("Z", "&#90;");
        }
    }
}
