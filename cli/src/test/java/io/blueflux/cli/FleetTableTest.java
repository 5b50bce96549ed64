// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.FleetCounts;
import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerHealth;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import io.blueflux.fleet.ServerView;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTableTest {
    private static final String REFUSED =
            "no connection could be made: the server refused it; nothing listens at its port, or a firewall rejects";
    private static final String PAGE =
            "HTTP status 502, body starts: <html><head><title>502 Bad Gateway</title></head><body>" + "<p>".repeat(60);

    private final Map<String, ServerView> servers = new LinkedHashMap<>();
    private final PollTally tally = new PollTally();

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void theReasonStandsBelowItsRowTheCauseFirst(int columns) {
        add("bbb1.example.org", ServerState.DOWN, "getMeetings on bbb1.example.org: " + REFUSED);
        add("bbb2.example.org", ServerState.UNSTABLE, "getMeetings on bbb2.example.org: " + PAGE);

        List<String> lines = lines(40, columns);

        int second = columns == 120 ? 3 : 4;
        assertThat(lines.get(1)).startsWith("bbb1.example.org ").contains(" down ");
        assertThat(lines.get(2)).startsWith("  no connection could be made: the server refused it;");
        assertThat(String.join("", lines.subList(2, second)).replace("  ", " ")).isEqualTo(" " + REFUSED);
        assertThat(lines.get(second)).startsWith("bbb2.example.org ").contains(" unstable ");
        assertThat(lines.get(second + 1)).startsWith("  HTTP status 502, body starts: <html>");
        assertThat(lines.get(second + 2)).startsWith("  ").endsWith("…");
        assertThat(lines.get(second + 3)).startsWith("servers=2 ");
    }

    @Test
    void aReasonFromFurtherOnNamesTheCauseFirstToo() {
        add("s1", ServerState.DOWN, "getMeetings on s1, sent on to node7.example.org:443: HTTP status 503");

        assertThat(lines(40, 80).get(2)).isEqualTo("  HTTP status 503 (sent on to node7.example.org:443)");
    }

    @Test
    void aReasonThatNamesNoServerStaysWhole() {
        add("s1", ServerState.DOWN, "java.lang.IllegalStateException");

        assertThat(lines(40, 80).get(2)).isEqualTo("  java.lang.IllegalStateException");
    }

    @Test
    void aServerThatIsUpHasNoReason() {
        add("s1", ServerState.UP, "getMeetings on s1: " + REFUSED);

        assertThat(lines(40, 80)).hasSize(3).noneMatch(line -> line.contains("refused"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 23, 40, 55, 60, 64, 65, 80, 120, 300})
    void noLineOfTextIsWiderThanTheScreen(int columns) {
        oddNames();

        for (String line : lines(200, columns)) {
            assertThat(TestScreen.width(line)).as(line).isLessThanOrEqualTo(Math.max(columns, 12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {55, 60, 80, 120, Integer.MAX_VALUE})
    void columnsStandBelowOneAnotherWhateverTheNames(int columns) {
        oddNames();

        List<String> lines = lines(200, columns);
        int column = lines.get(0).indexOf("state");

        assertThat(lines)
                .filteredOn(line -> line.contains(" down "))
                .hasSize(servers.size())
                .allSatisfy(row -> {
                    assertThat(TestScreen.width(row.substring(0, row.indexOf(" down ") + 1)))
                            .isEqualTo(column);
                    assertThat(TestScreen.width(row)).isEqualTo(TestScreen.width(lines.get(0)));
                });
    }

    @Test
    void aNarrowScreenHasFewerColumnsEachOfThemWhole() {
        add("s1", ServerState.UP, null);

        assertThat(lines(40, 80).get(0)).matches("server +state +meetings +attendees +latency \\(ms\\) +lag \\(ms\\)");
        assertThat(lines(40, 60).get(0)).matches("server +state +meetings +attendees +latency \\(ms\\)");
        assertThat(lines(40, 50).get(0)).matches("server +state +meetings +attendees");
        assertThat(lines(40, 30).get(0)).matches("server +state");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 80, 120})
    void theSumsAreWholeWhateverTheWidth(int columns) {
        add("s1", ServerState.UP, null);

        List<String> lines = lines(40, columns);

        assertThat(String.join(" ", lines.subList(2, lines.size())))
                .isEqualTo("servers=1 up=1 polls=1 failures=0 worst_lag_ms=7");
    }

    @Test
    void intoAPipeAllIsWhole() {
        oddNames();

        List<String> lines = FleetTable.lines(fleet(), tally, ScreenSize.ENDLESS);

        assertThat(lines).hasSize(1 + 2 * servers.size() + 1);
        servers.keySet().forEach(name -> assertThat(lines).anyMatch(line -> line.startsWith(OneLine.of(name))));
        assertThat(lines)
                .filteredOn(line -> line.equals("  " + OneLine.of(PAGE)))
                .hasSize(servers.size());
        assertThat(lines.get(lines.size() - 1)).startsWith("servers=").contains("worst_lag_ms=7");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 23, 100})
    void thereAreNoMoreLinesThanRowsAndTheSumsAreLast(int rows) {
        for (int number = 10; number < 40; number++) {
            add("s" + number, ServerState.DOWN, "getMeetings on s" + number + ": " + PAGE);
        }

        List<String> lines = lines(rows, 100);
        long shown = lines.stream()
                .filter(line -> line.startsWith("s") && line.contains(" down "))
                .count();

        assertThat(lines).hasSizeLessThanOrEqualTo(rows);
        assertThat(lines.get(1)).startsWith("s10 ");
        assertThat(lines.get(lines.size() - 1))
                .startsWith((shown == 30 ? "" : "not_shown=" + (30 - shown) + " ") + "servers=30 ")
                .endsWith("worst_lag_ms=7");
    }

    @Test
    void aNameThatSteersTheTerminalIsOneLine() {
        add("s\u001b[2J\n1", ServerState.UP, null);

        assertThat(lines(40, 80).get(1)).startsWith("s [2J 1 ");
    }

    private void oddNames() {
        for (String name : List.of(
                "s1",
                "a-very-long-name-of-a-server-in-a-data-centre.far-away.example.org:8443",
                "日本語サーバー",
                "日本語サーバーの長い名前です。とても長い名前です。とても長い名前です。",
                "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
                "👩\u200d🚀 crew",
                "e\u0301te\u0301",
                "s\t\u0007x",
                "ｆｕｌｌ")) {
            add(name, ServerState.DOWN, "getMeetings on " + name + ": " + PAGE);
        }
    }

    private void add(String name, ServerState state, @Nullable String reason) {
        Instant now = Instant.EPOCH;
        ServerView server = new ServerView(
                name,
                new ServerHealth(state, now, reason, 0, 0, 0),
                false,
                false,
                state == ServerState.UP,
                new ServerView.Poll(1, now, now, null),
                Map.of(),
                FleetCounts.NONE,
                null);
        servers.put(name, server);
        tally.add(new ServerReport(server, Duration.ofMillis(12), Duration.ofMillis(7), null));
    }

    private FleetSnapshot fleet() {
        Map<ServerState, Integer> states = new EnumMap<>(ServerState.class);
        servers.values().forEach(server -> states.merge(server.state(), 1, Integer::sum));
        return new FleetSnapshot(1, Instant.EPOCH, servers, FleetCounts.NONE, 0, states);
    }

    private List<String> lines(int rows, int columns) {
        return FleetTable.lines(fleet(), tally, new ScreenSize(rows, columns));
    }
}
