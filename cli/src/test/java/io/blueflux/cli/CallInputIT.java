// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.RecordedRequest;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.SimulatedTextTrack;
import io.blueflux.testkit.SlideDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the options of {@code call} make of a request, as the server receives it. */
@Timeout(60)
class CallInputIT {
    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer server = simulator.server(0);

    @TempDir
    private Path folder;

    @BeforeEach
    void populate() {
        server.populate(1, 1).populateRecordings(1);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void documentsArriveInOrderUnderTheirOwnNames() throws IOException {
        Path large = Files.write(folder.resolve("große Folie.pdf"), new byte[300_000]);
        Path small = Files.writeString(folder.resolve("notes.TXT"), "x");

        CommandRun run = CommandRun.against(
                server,
                "call",
                "insertDocument",
                "-p",
                "meetingID=room-0",
                "--document",
                large.toString(),
                "--document=HTTPS://example.org/deck.pdf?key=1",
                "--document",
                small.toString());

        assertThat(run.status()).isZero();
        assertThat(server.meeting("room-0").documents())
                .extracting(SlideDocument::name, SlideDocument::url, SlideDocument::contentBytes)
                .containsExactly(
                        tuple("große Folie.pdf", "", 300_000),
                        tuple("", "HTTPS://example.org/deck.pdf?key=1", 0),
                        tuple("notes.TXT", "", 1));
    }

    @Test
    void aDocumentsNameCanBeGiven() throws IOException {
        Path file = Files.writeString(folder.resolve("tmp.1234"), "x");
        String[] documents = {
            "--document",
            "https://example.org/download?id=7",
            "--document-name=Deck.pdf",
            "--document-name",
            "Notizen für alle.txt",
            "--document",
            file.toString(),
            "--document=https://example.org/b.pdf"
        };
        sent("room-0", documents, "call", "insertDocument", "-p", "meetingID=room-0");
        sent("room-1", documents, "call", "create", "-p", "meetingID=room-1", "-p", "name=Room");
    }

    private void sent(String meetingId, String[] documents, String... call) {
        CommandRun run = CommandRun.against(
                server, Stream.concat(Stream.of(call), Stream.of(documents)).toArray(String[]::new));

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(server.meeting(meetingId).documents())
                .extracting(SlideDocument::name, SlideDocument::url, SlideDocument::contentBytes)
                .containsExactly(
                        tuple("Deck.pdf", "https://example.org/download?id=7", 0),
                        tuple("Notizen für alle.txt", "", 1),
                        tuple("", "https://example.org/b.pdf", 0));
    }

    @Test
    void aDocumentsNameIsCheckedAndNeedsADocument() {
        CommandRun alone =
                CommandRun.against(server, "call", "insertDocument", "-p", "meetingID=room-0", "--document-name=a.pdf");
        CommandRun bare = CommandRun.against(
                server,
                "call",
                "insertDocument",
                "-p",
                "meetingID=room-0",
                "--document=https://h/a.pdf",
                "--document-name=a");

        assertThat(alone.status()).isEqualTo(2);
        assertThat(alone.err()).contains("--document=URL|FILE");
        assertThat(bare.status()).isEqualTo(2);
        assertThat(bare.err()).contains("extension");
    }

    @Test
    void aMeetingIsCreatedWithDocuments() {
        CommandRun run = CommandRun.against(
                server,
                "call",
                "create",
                "-p",
                "meetingID=new-1",
                "-p",
                "name=New",
                "--document",
                "https://example.org/deck.pdf");

        assertThat(run.status()).isZero();
        assertThat(server.meeting("new-1").documents()).hasSize(1);
        assertThat(last().method()).isEqualTo("POST");
    }

    @Test
    void captionsArriveAsTheyAreAndAreListed() throws IOException {
        String text = "WEBVTT\n\n00:00.000 --> 00:01.000\nGrüße\r\n\n";
        Path file = Files.writeString(folder.resolve("captions.vtt"), text);
        String recordId = server.recordings().get(0).recordId();

        CommandRun put = CommandRun.against(
                server,
                "call",
                "putRecordingTextTrack",
                "-p",
                "recordID=" + recordId,
                "-p",
                "kind=subtitles",
                "-p",
                "lang=de_DE",
                "--file",
                file.toString());
        CommandRun listed = CommandRun.against(server, "call", "getRecordingTextTracks", "-p", "recordID=" + recordId);

        assertThat(put.status()).isZero();
        assertThat(server.recordings().get(0).textTracks())
                .extracting(SimulatedTextTrack::text)
                .containsExactly(text);
        assertThat(listed.outLines())
                .singleElement()
                .asString()
                .startsWith("{\"href\":\"http")
                .contains("\"kind\":\"subtitles\",\"label\":\"de-DE\",\"lang\":\"de-DE\",\"source\":\"upload\"");
        assertThat(listed.err()).endsWith(" tracks=1" + System.lineSeparator());
    }

    @Test
    void anyBodyIsSentAsItIs() throws IOException {
        byte[] bytes = new byte[100_000];
        Path file = Files.write(folder.resolve("body"), bytes);

        CommandRun.against(
                server,
                "call",
                "create",
                "-p",
                "meetingID=new-1",
                "-p",
                "name=New",
                "--body-file",
                file.toString(),
                "--content-type",
                "application/xml");

        assertThat(last().bodyLength()).isEqualTo(bytes.length);
        assertThat(last().header("Content-Type")).isEqualTo("application/xml");
        assertThat(last().header("Content-Length")).isEqualTo("100000");
    }

    @Test
    void aJoinIsAnsweredWithTheSessionOnStdoutAlone() {
        CommandRun run = CommandRun.against(
                server, "call", "join", "-p", "meetingID=room-0", "-p", "fullName=Ann", "-p", "role=VIEWER");

        assertThat(run.status()).isZero();
        assertThat(last().parameter("redirect")).isEqualTo("false");
        assertThat(run.outLines())
                .singleElement()
                .asString()
                .containsPattern("\"meeting_id\":\"[^\"]+\",\"user_id\":\"w_[^\"]+\",\"auth_token\":\"[^\"]+\","
                        + "\"session_token\":\"[^\"]+\",\"guestStatus\":\"ALLOW\",\"url\":\"http[^\"]+sessionToken=")
                .containsPattern("\"cookies\":\\[\"JSESSIONID=[^\"]+\"]}$");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aJoinThatIsRefusedIsStatus1() {
        CommandRun run = CommandRun.against(
                server, "call", "join", "-p", "meetingID=nowhere", "-p", "fullName=Ann", "-p", "role=VIEWER");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("call=join ").contains("messageKey=meetingForciblyEnded");
    }

    @Test
    void theCookieIsSentAndNotShown() throws IOException {
        Path cookie = Files.writeString(folder.resolve("cookie"), "JSESSIONID=c00k1e\n");

        CommandRun run = CommandRun.of(CommandRun.withUrl(
                server, "call", "learningDashboard", "-p", "sessionToken=unkn0wn", "--cookie-file", cookie.toString()));

        assertThat(last().header("Cookie")).isEqualTo("JSESSIONID=c00k1e");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("Invalid session token")
                .doesNotContain("c00k1e")
                .doesNotContain("unkn0wn");
    }

    private RecordedRequest last() {
        List<RecordedRequest> requests = server.requests();
        return requests.get(requests.size() - 1);
    }
}
