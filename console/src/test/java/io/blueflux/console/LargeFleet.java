// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.support.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A console of 2,000 servers, each polled every 10 s, on which somebody has joined or left at each poll. The console is the jar in a JVM
 * of its own, without this one's guards, and its code is warm.
 */
final class LargeFleet implements AutoCloseable {
    static final int SERVERS = 2_000;

    private static final int WARM = 100;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String VERSION =
            "<response><returncode>SUCCESS</returncode><version>2.0</version><apiVersion>2.0</apiVersion>"
                    + "<bbbVersion>3.0.4</bbbVersion></response>";

    private final AtomicIntegerArray polls = new AtomicIntegerArray(SERVERS);
    private final TestServer answers = new TestServer(this::answer);
    private final HttpClient browser = HttpClient.newHttpClient();
    private final ConsoleProcess console;
    private final URI page;

    private LargeFleet(Path folder) throws Exception {
        URI base = answers.address().baseUrl();
        Path servers = folder.resolve("servers.yaml");
        Files.write(
                servers,
                IntStream.range(0, SERVERS)
                        .mapToObj(index -> "- {name: bbb" + index + ".example.org, url: '"
                                + base.resolve("/" + index + "/bigbluebutton") + "', secret: a secret of the test}")
                        .toList());
        console = new ConsoleProcess(folder, Map.of(), "--servers=" + servers, "--interval=10s", "--port=0");
        page = console.page();
    }

    /** Starts it, and waits until each server has answered. */
    static LargeFleet start(Path folder) throws Exception {
        LargeFleet fleet = new LargeFleet(folder);
        Patience.until(
                () -> "all servers are up",
                LONG,
                () -> fleet.ask("api/fleet").contains("\"up\":" + SERVERS) ? true : null);
        for (int i = 0; i < WARM; i++) {
            fleet.ask("api/fleet");
            fleet.ask("");
        }
        return fleet;
    }

    URI page() {
        return page;
    }

    private String ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page.resolve(path)).build();
        return browser.send(request, BodyHandlers.ofString()).body();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        response.header("Content-Type", "text/xml");
        String[] path = request.uri().split("/", 4);
        String body = path[3].startsWith("api/getMeetings") ? meetings(Integer.parseInt(path[1])) : VERSION;
        return response.sendString(Mono.just(body));
    }

    private String meetings(int server) {
        int people = 3 + (polls.incrementAndGet(server) + server) % 4;
        StringBuilder all = new StringBuilder("<response><returncode>SUCCESS</returncode><meetings>");
        for (int meeting = 0; meeting < 2; meeting++) {
            all.append(meeting(server + "-" + meeting, people));
        }
        return all.append("</meetings></response>").toString();
    }

    private static String meeting(String id, int people) {
        StringBuilder xml = new StringBuilder("<meeting><meetingName>Room " + id + "</meetingName><meetingID>room-" + id
                + "</meetingID><internalMeetingID>internal-" + id
                + "</internalMeetingID><createTime>1700000000000</createTime><running>true</running><participantCount>"
                + people
                + "</participantCount><listenerCount>0</listenerCount><voiceParticipantCount>" + people / 2
                + "</voiceParticipantCount><videoCount>1</videoCount><moderatorCount>1</moderatorCount><attendees>");
        for (int person = 0; person < people; person++) {
            xml.append("<attendee><userID>u" + person + "</userID><fullName>Person " + person + "</fullName><role>"
                    + (person == 0 ? "MODERATOR" : "VIEWER") + "</role></attendee>");
        }
        return xml.append("</attendees></meeting>").toString();
    }

    @Override
    public void close() {
        console.close();
        answers.close();
    }
}
