// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.FleetSnapshot;
import io.blueflux.fleet.ServerState;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import io.blueflux.testkit.SimulatedAttendee;
import io.blueflux.testkit.SimulatedServer;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the console answers, to browsers and to others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(RunningConsole.LOCK)
class AnswersIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ODD = "a server / of; 100% \\ ?";
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final BbbSimulator simulator = BbbSimulator.start(4);
    private final SimulatedServer silent = simulator.server(3);
    private final RunningConsole console = RunningConsole.of(List.of(
            FleetServer.of(simulator.server(0).bbbServer()),
            FleetServer.of(simulator.server(1).bbbServer().withName(ODD)),
            FleetServer.of(simulator.server(2).bbbServer().withName("known")),
            FleetServer.of(silent.bbbServer())));
    private final BbbFleet fleet = console.bean(BbbFleet.class);

    @BeforeAll
    void theFleetIsKnown() {
        silent.createMeeting("lost", meeting -> meeting.name("Lost"));
        simulator
                .server(0)
                .createMeeting(
                        "algebra",
                        meeting -> meeting.name(HOSTILE)
                                .addAttendee(SimulatedAttendee.viewer("v", "Bert"))
                                .addAttendee(
                                        SimulatedAttendee.moderator("m", "Zoë").withVoice()));
        known("lost");
        known("algebra");
        silent.fault("*", Fault.status(502));
        until(snapshot -> snapshot.serversIn(ServerState.DOWN) == 1);
    }

    @AfterAll
    void end() {
        console.close();
        simulator.close();
    }

    @Test
    void thePictureHasEachServer() throws Exception {
        JsonNode picture =
                untilPicture(all -> all.get("totals").get("states").get("down").asInt() == 1);
        assertThat(names(picture.get("servers"))).containsExactly("s1", ODD, "known", "s4");
        JsonNode down = picture.get("servers").get(3);
        assertThat(down.get("state").asString()).isEqualTo("down");
        assertThat(down.get("reason").asString()).contains("502");
        assertThat(down.get("unknown").asBoolean()).isTrue();
        assertThat(down.get("meetings").asInt()).isEqualTo(1);
        assertThat(picture.get("totals").get("people").asInt()).isEqualTo(2);
        assertThat(picture.get("interval").asInt()).isEqualTo(1_000);
        assertThat(picture.get("demo").asBoolean()).isFalse();
    }

    @Test
    void theStreamGoesOnAfterThePictureAndAfterTheLastMessage() throws Exception {
        String had = JSON.readTree(console.get("api/fleet").body()).get("id").asString();
        List<String> first = messages("api/stream?after=" + had, null, 2);
        assertThat(first).allMatch(message -> message.contains("event:changes"));
        String last = first.get(1)
                .lines()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .orElseThrow()
                .substring(3);
        assertThat(messages("api/stream?after=" + had, last, 1).get(0)).contains("event:changes");
        assertThat(messages("api/stream?after=" + had, "other-1", 1).get(0)).contains("event:picture");
        assertThat(messages("api/stream", null, 2).get(0)).contains("event:picture");
    }

    @Test
    void aServersMeetingsAndAMeetingsPeopleAreShown() throws Exception {
        JsonNode server = JSON.readTree(console.get("api/server?name=s1").body());
        assertThat(server.get("server").get("name").asString()).isEqualTo("s1");
        JsonNode line = server.get("meetingList").get(0);
        assertThat(line.get("name").asString()).isEqualTo(HOSTILE);
        String id = encoded(line.get("id").asString());
        JsonNode meeting =
                JSON.readTree(console.get("api/meeting?server=s1&id=" + id).body());
        assertThat(meeting.get("meetingId").asString()).isEqualTo("algebra");
        assertThat(names(meeting.get("attendees"))).containsExactly("Zoë", "Bert"); // moderators first
        assertThat(meeting.get("attendees").get(0).get("role").asString()).isEqualTo("MODERATOR");
        assertThat(meeting.get("attendees").get(0).get("since").asLong()).isPositive();
        assertThat(meeting.get("since").asLong()).isPositive();
    }

    @Test
    void aMeetingIsFoundByNameOrIdAndItIsSaidWhoDidNotAnswer() throws Exception {
        JsonNode byName = JSON.readTree(console.get("api/meetings?q=ONERROR").body());
        assertThat(byName.get("found").get(0).get("server").asString()).isEqualTo("s1");
        assertThat(names(
                        JSON.readTree(console.get("api/meetings?q=lost").body()).get("found")))
                .containsExactly("Lost");
        JsonNode nowhere = JSON.readTree(console.get("api/meetings?q=nowhere").body());
        assertThat(nowhere.get("found")).isEmpty();
        assertThat(nowhere.get("asked").asBoolean()).isTrue();
        assertThat(nowhere.get("unanswered").toString()).isEqualTo("[\"s4\"]");
        assertThat(console.get("api/meetings?q=").statusCode()).isEqualTo(400);
        assertThat(console.get("api/meetings?q=" + "x".repeat(301)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatCanBeNoMeetingsIdIsAskedOfNoServer() throws Exception {
        for (String text : List.of("~", "x".repeat(257))) {
            JsonNode search =
                    JSON.readTree(console.get("api/meetings?q=" + text).body());
            assertThat(search.get("asked").asBoolean()).isFalse();
            assertThat(search.get("unanswered").toString()).isEqualTo("[\"s4\"]");
        }
        for (String id : List.of("", "~", "x".repeat(257), "%00%00", "nothing")) {
            assertThat(console.get("api/meeting?server=s1&id=" + id).statusCode())
                    .as(id)
                    .isEqualTo(404);
        }
    }

    @Test
    void aMeetingThatNoPollHasSeenIsFoundByAskingAllServers() throws Exception {
        SimulatedServer server = simulator.server(2);
        server.fault("getMeetings", Fault.hang());
        try {
            server.createMeeting("brand-new", meeting -> meeting.name("Brand new"));
            JsonNode found =
                    JSON.readTree(console.get("api/meetings?q=brand-new").body());
            assertThat(found.get("found").get(0).get("server").asString()).isEqualTo("known");
            JsonNode meeting = JSON.readTree(
                    console.get("api/meeting?server=known&id=brand-new").body());
            assertThat(meeting.get("name").asString()).isEqualTo("Brand new");
        } finally {
            server.clearFaults();
        }
    }

    @Test
    void aServerOfAnyNameIsCordonedAndResumedWithATokenAndNotWithout() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpRequest bare = mark("cordon").build();
        assertThat(browser.send(bare, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        JsonNode token = JSON.readTree(browser.send(console.request("api/csrf").build(), BodyHandlers.ofString())
                .body());
        String header = token.get("headerName").asString();
        assertThat(browser.send(mark("cordon").header(header, "wrong").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(isCordoned()).isFalse();
        for (String action : List.of("cordon", "resume")) {
            HttpRequest write =
                    mark(action).header(header, token.get("token").asString()).build();
            HttpResponse<String> answer = browser.send(write, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(isCordoned()).isEqualTo(action.equals("cordon"));
        }
    }

    @Test
    void pagesOfOtherOriginsAreKeptOut() throws Exception {
        for (String from : List.of("cross-site", "same-site")) {
            assertThat(console.send(console.request("api/fleet").header("Sec-Fetch-Site", from))
                            .statusCode())
                    .isEqualTo(403);
            HttpRequest.Builder link = console.request("")
                    .header("Sec-Fetch-Site", from)
                    .header("Sec-Fetch-Mode", "navigate")
                    .header("Sec-Fetch-Dest", "document");
            assertThat(console.send(link).statusCode()).isEqualTo(200);
        }
        assertThat(console.get("api/fleet").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void aStrangersNameForThisMachineIsRefused() {
        for (String host : List.of("rebound.example.org", "127.0.0.1.example.org", "localhost.example.org", "")) {
            assertThat(RawAnswer.of(console.page(), "GET /api/fleet HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                            .status())
                    .as(host)
                    .isIn(400, 421);
        }
        for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1:80", "[::1]:80")) {
            assertThat(RawAnswer.of(console.page(), "GET /api/fleet HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                            .status())
                    .as(host)
                    .isEqualTo(200);
        }
    }

    @Test
    void everyAnswerTellsTheBrowserWhatToKeepFrom() {
        String host = " HTTP/1.1\r\nHost: localhost\r\n";
        for (String request : List.of(
                "GET /" + host,
                "HEAD /" + host,
                "HEAD /api/stream" + host,
                "HEAD /api/fleet" + host,
                "GET /nothing" + host,
                "GET /a//b" + host,
                "GET /../x" + host,
                "GET /%2e%2e/x" + host,
                "GET /%zz" + host,
                "GET /api/server" + host,
                "GET /api/server?name=nobody" + host,
                "GET /api/meeting?server=s1&id=nothing" + host,
                "GET /actuator/health" + host,
                "GET /actuator/env" + host,
                "GET /webjars/uplot/dist/uPlot.esm.js" + host,
                "POST /api/fleet" + host + "Content-Length: 0\r\n",
                "POST /api/fleet" + host + "Content-Length: none\r\n",
                "DELETE /" + host,
                "OPTIONS /" + host,
                "TRACE /" + host,
                "PROPFIND /" + host,
                "GET /" + "x".repeat(9_000) + host,
                "GET /" + host + "X: " + "x".repeat(20_000) + "\r\n",
                "GET /" + host + "no header\r\n",
                "GET / HTTP/1.1\r\nHost: example.org\r\n",
                "GET /" + host + "Sec-Fetch-Site: cross-site\r\n")) {
            RawAnswer answer = RawAnswer.of(console.page(), request + "\r\n");
            String shown = request.substring(0, Math.min(50, request.length())) + " -> " + answer.status();
            assertThat(answer.header("content-security-policy"))
                    .as(shown)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http:", "https:", "*");
            assertThat(answer.header("x-frame-options")).as(shown).isEqualTo("DENY");
            assertThat(answer.header("x-content-type-options")).as(shown).isEqualTo("nosniff");
        }
    }

    @Test
    void noAnswerHasASecret() throws Exception {
        List<String> paths = new ArrayList<>(List.of(
                "",
                "api/fleet",
                "api/server?name=s1",
                "api/meeting?server=s1&id=algebra",
                "api/meetings?q=algebra",
                "api/meetings?q=nowhere",
                "api/csrf",
                "actuator",
                "actuator/health",
                "actuator/prometheus",
                "actuator/blueflux",
                "actuator/blueflux/s4",
                "nothing"));
        List<String> secrets = new ArrayList<>();
        simulator.servers().forEach(server -> secrets.add(server.secretText()));
        secrets.add(simulator.server(0).meeting("algebra").createParameters().getOrDefault("moderatorPW", "mp-none"));
        for (String path : paths) {
            assertThat(console.get(path).body())
                    .as(path)
                    .doesNotContain(secrets.toArray(String[]::new))
                    .doesNotContain("checksum=");
        }
        assertThat(String.join("", messages("api/stream", null, 3))).doesNotContain(secrets.toArray(String[]::new));
    }

    @Test
    void healthAndMetersAreThere() throws Exception {
        assertThat(console.get("actuator/health").body()).contains("\"status\":\"UP\"", "\"degraded\":true");
        assertThat(console.get("actuator/prometheus").body()).contains("blueflux_fleet_servers{state=\"down\"} 1.0");
        for (String closed : List.of("env", "beans", "heapdump", "threaddump", "configprops", "loggers", "shutdown")) {
            assertThat(console.get("actuator/" + closed).statusCode())
                    .as(closed)
                    .isEqualTo(404);
        }
    }

    private HttpRequest.Builder mark(String action) {
        return console.request("actuator/blueflux/" + encoded(ODD))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"action\":\"" + action + "\"}"));
    }

    private boolean isCordoned() {
        return Objects.requireNonNull(fleet.snapshot().servers().get(ODD)).cordoned();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> names(JsonNode all) {
        List<String> names = new ArrayList<>();
        all.forEach(each -> names.add(each.get("name").asString()));
        return names;
    }

    private void known(String meetingId) {
        until(snapshot -> snapshot.findMeeting(meetingId).isPresent());
    }

    private void until(Predicate<FleetSnapshot> holds) {
        fleet.snapshots(Duration.ofMillis(20)).filter(holds).blockFirst(LONG);
    }

    private JsonNode untilPicture(Predicate<JsonNode> holds) throws Exception {
        String text = console.bean(Board.class)
                .pictures()
                .map(console.bean(PictureJson.class)::whole)
                .filter(each -> holds.test(JSON.readTree(each)))
                .blockFirst(LONG);
        assertThat(console.get("api/fleet").body()).startsWith("{\"id\":");
        return JSON.readTree(text);
    }

    /** Reads messages of a stream, and leaves it. */
    private List<String> messages(String path, @Nullable String last, int count) throws Exception {
        HttpRequest.Builder request = console.request(path);
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); messages.size() < count; line = lines.readLine()) {
                if (line.isEmpty()) {
                    messages.add(message.toString());
                    message.setLength(0);
                } else {
                    message.append(line).append('\n');
                }
            }
        }
        return messages;
    }
}
