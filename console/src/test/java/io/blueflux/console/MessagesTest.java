// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.PollDepth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who applies the messages has what the whole picture has, whatever was missed in between. */
class MessagesTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final PictureJson messages =
            new PictureJson(JSON, RunningConsole.settings(List.of(), null, PollDepth.MEETINGS));
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final News news = new News();
    private Picture picture = PictureMaker.first("run", 0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aBrowserThatMissesSomeHasTheSameAsOneThatComesAnew(long seed) {
        Random random = new Random(seed);
        Browser browser = new Browser();
        for (int second = 0; second < 1_500; second++) {
            change(random);
            if (random.nextInt(4) > 0) {
                browser.apply(messages.message(picture, browser.id));
                assertThat(browser.state()).isEqualTo(wanted());
            }
        }
        assertThat(browser.pictures).isLessThan(browser.changes);
    }

    @Test
    void aMessageHasWhatChangedAndNoMore() {
        calm();
        row("a", 1);
        row("b", 1);
        String had = tick().id();
        row("b", 2);
        tick();
        assertThat(JSON.readTree(data(had)).get("servers").toString())
                .contains("\"name\":\"b\"")
                .doesNotContain("\"name\":\"a\"", "spark");
        String latest = picture.id();
        tick();
        assertThat(JSON.readTree(data(latest)).propertyNames())
                .doesNotContain("servers", "totals", "removed", "events");
    }

    @Test
    void anIdOfAnotherRunOrOfNobodyGetsTheWholePicture() {
        row("a", 1);
        tick();
        for (String id :
                new String[] {null, "", "other-1", "run-", "run-x", "run-99", "run--1", "run-9999999999999999999"}) {
            assertThat(messages.message(picture, id).event()).as("id " + id).isEqualTo("picture");
        }
        assertThat(messages.message(picture, picture.id()).event()).isEqualTo("changes");
    }

    @Test
    void aServerThatLeftIsRemovedAndOneThatCameBackBeginsAnew() {
        calm();
        row("a", 1);
        row("b", 1);
        String had = tick().id();
        rows.remove("a");
        rows.remove("b");
        tick();
        row("b", 3);
        tick();
        JsonNode changes = JSON.readTree(data(had));
        assertThat(changes.get("removed").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(changes.get("servers").toString()).contains("\"name\":\"b\"").doesNotContain("\"name\":\"a\"");
    }

    /** Goes on until some ticks will come without a sample. */
    private void calm() {
        while (picture.samples().pace() < 8 || !picture.isSampled()) {
            tick();
        }
    }

    private void change(Random random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = "s" + random.nextInt(6);
            if (random.nextInt(5) == 0) {
                rows.remove(name);
            } else {
                row(name, random.nextInt(3));
            }
        }
        tick();
    }

    private void row(String name, long people) {
        rows.put(name, new Row(name, "up", 0, null, null, null, null, 1, people, 0, 0, null, null, null, null));
    }

    private Picture tick() {
        long people = rows.values().stream().mapToLong(Row::people).sum();
        Totals totals = new Totals(rows.size(), rows.size(), 0, people, 0, 0, 0, 0, 0, Map.of());
        picture = PictureMaker.next(picture, new LinkedHashMap<>(rows), totals, news);
        return picture;
    }

    private String data(String had) {
        return String.valueOf(messages.message(picture, had).data());
    }

    private Map<String, Object> wanted() {
        Browser fresh = new Browser();
        fresh.apply(messages.message(picture, null));
        return fresh.state();
    }

    /** Does with messages what the page does. */
    private static final class Browser {
        private final Map<String, JsonNode> servers = new LinkedHashMap<>();
        private final Map<String, List<Long>> sparks = new LinkedHashMap<>();
        private final Map<String, List<Long>> samples = new LinkedHashMap<>();
        private @Nullable JsonNode totals;
        private @Nullable String id;
        private int pictures;
        private int changes;

        Map<String, Object> state() {
            Map<String, Object> sorted = new LinkedHashMap<>();
            servers.keySet().stream()
                    .sorted()
                    .forEach(name -> sorted.put(name, List.of(servers.get(name), sparks.get(name))));
            sorted.put("samples", Map.copyOf(samples));
            sorted.put("totals", String.valueOf(totals));
            return sorted;
        }

        void apply(ServerSentEvent<String> message) {
            JsonNode data = JSON.readTree(message.data());
            id = message.id();
            if ("picture".equals(message.event())) {
                pictures++;
                whole(data);
            } else {
                changes++;
                changed(data);
            }
        }

        private void whole(JsonNode data) {
            servers.clear();
            sparks.clear();
            totals = data.get("totals");
            for (JsonNode row : data.get("servers")) {
                sparks.put(row.get("name").asString(), longs(row.get("spark")));
                servers.put(row.get("name").asString(), ((ObjectNode) row).without("spark"));
            }
            data.get("samples").properties().forEach(each -> samples.put(each.getKey(), longs(each.getValue())));
        }

        private void changed(JsonNode data) {
            data.path("removed").forEach(name -> {
                servers.remove(name.asString());
                sparks.remove(name.asString());
            });
            data.path("servers").forEach(row -> {
                servers.put(row.get("name").asString(), row);
                sparks.putIfAbsent(row.get("name").asString(), new ArrayList<>());
            });
            totals = data.has("totals") ? data.get("totals") : totals;
            if (data.path("sample").asBoolean(false)) {
                sample(data);
            }
        }

        private void sample(JsonNode data) {
            int moments = there(samples.get("at")).size();
            List<List<Long>> all = new ArrayList<>(sparks.values());
            all.addAll(samples.values());
            if (data.has("thin")) {
                all.forEach(Browser::thin);
            }
            if (data.has("drop")) {
                all.stream().filter(each -> each.size() == moments).forEach(each -> each.remove(0));
            }
            sparks.forEach((name, spark) ->
                    spark.add(there(servers.get(name)).get("people").asLong()));
            there(samples.get("at")).add(data.get("at").asLong());
            for (String sum : List.of("people", "meetings")) {
                there(samples.get(sum)).add(there(totals).get(sum).asLong());
            }
        }

        /** The last stays. */
        private static void thin(List<Long> values) {
            for (int i = values.size() - 2; i >= 0; i -= 2) {
                values.remove(i);
            }
        }

        private static <T> T there(@Nullable T value) {
            return Objects.requireNonNull(value);
        }

        private static List<Long> longs(JsonNode numbers) {
            List<Long> all = new ArrayList<>();
            numbers.forEach(number -> all.add(number.asLong()));
            return all;
        }
    }
}
