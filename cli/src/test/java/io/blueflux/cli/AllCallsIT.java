// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.SimulatorProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call: its status with BBB 2.5, BBB 3.0 and Scalelite, and what the answer of a success holds. */
@Timeout(60)
class AllCallsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            version                                                   | 000 | "version":"2.0"
            create -p meetingID=new-1 -p name=New                     | 000 | "meetingID":"new-1"
            create -p meetingID=new-1 -p name=New --document {slides} | 000 | "meetingID":"new-1"
            join -p meetingID=room-0 -p fullName=Zoe -p role=VIEWER   | 000 | "messageKey":"successfullyJoined"
            isMeetingRunning -p meetingID=room-0                      | 000 | "running":true
            end -p meetingID=room-0                                   | 000 | "messageKey":"sentEndMeetingRequest"
            getMeetings                                               | 000 | "meetingID":"room-1"
            getMeetingInfo -p meetingID=room-0                        | 000 | "meetingID":"room-0"
            getSessions                                               | 001 | "userName":"Ann"
            insertDocument -p meetingID=room-0 --document {slides}    | 000 | "returncode":"SUCCESS"
            insertDocument -p meetingID=room-0 --document {web}       | 000 | "returncode":"SUCCESS"
            sendChatMessage -p meetingID=room-0 -p message=hello      | 301 | "returncode":"SUCCESS"
            getRecordings -p recordID={record}                        | 000 | "recordID":"{record}"
            publishRecordings -p recordID={record} -p publish=false   | 000 | "published":false
            updateRecordings -p recordID={record} -p meta_a=b         | 000 | "updated":true
            deleteRecordings -p recordID={record}                     | 000 | "deleted":true
            getRecordingTextTracks -p recordID={record}               | 111 | -
            putRecordingTextTrack {captions}                          | 001 | "messageKey":"upload_text_track_success"
            getJoinUrl -p sessionToken={session} {cookie}             | 301 | "url":"http
            learningDashboard -p sessionToken={session} {cookie}      | 001 | "data":"{\\"intId\\":
            hooks/create -p callbackURL={web} --algorithm sha1        | 001 | "hookID":"
            hooks/list --algorithm sha1                               | 001 | "callbackURL":"https://example.org/x"
            hooks/destroy -p hookID={hook} --algorithm sha1           | 001 | "removed":true
            hooks/ping                                                | 001 | "message":"
            callOfTomorrow --any -p a=b                               | 331 | -
            """)
    void everyCallIsMadeAndAnswered(String args, String statuses, String answer) throws IOException {
        SimulatorProfile[] profiles = {SimulatorProfile.BBB_2_5, SimulatorProfile.BBB_3_0, SimulatorProfile.SCALELITE};
        for (int i = 0; i < profiles.length; i++) {
            SimulatorProfile profile = profiles[i];
            try (BbbSimulator simulator = simulator(profile)) {
                SimulatedServer server = simulator.server(0);
                Prepared prepared = prepared(server, profile);
                CommandRun run = CommandRun.against(server, ("call " + prepared.fill(args)).split(" +"));

                int expected = statuses.charAt(i) - '0';
                assertThat(run.status()).as(profile + ": " + run).isEqualTo(expected);
                assertThat(run.out()).as(profile.toString()).contains(expected == 0 ? prepared.fill(answer) : "");
                assertThat(run.out().isEmpty()).as(profile.toString()).isEqualTo(expected != 0);
                assertThat(run.err()).doesNotContain(server.secretText()).doesNotContain("checksum=");
            }
        }
    }

    /** What calls are made with, by its name in the table. */
    private record Prepared(Path folder, String session, String record, String hook) {
        String fill(String text) {
            return text.replace("{session}", session)
                    .replace("{record}", record)
                    .replace("{hook}", hook)
                    .replace("{web}", "https://example.org/b.pdf")
                    .replace("{slides}", folder.resolve("slides.txt").toString())
                    .replace("{cookie}", "--cookie-file " + folder.resolve("cookie"))
                    .replace(
                            "{captions}",
                            "-p recordID=" + record + " -p kind=captions -p lang=en_US --file "
                                    + folder.resolve("captions.vtt"));
        }
    }

    private static BbbSimulator simulator(SimulatorProfile profile) {
        BbbSimulator simulator = BbbSimulator.builder()
                .servers(2)
                .profile(profile)
                .profile(1, SimulatorProfile.BBB_3_0)
                .build()
                .start();
        if (profile == SimulatorProfile.SCALELITE) {
            simulator.server(0).balance(simulator.server(1));
        }
        return simulator;
    }

    private Prepared prepared(SimulatedServer server, SimulatorProfile profile) throws IOException {
        Files.writeString(folder.resolve("slides.txt"), "hello");
        Files.writeString(folder.resolve("captions.vtt"), "WEBVTT\n");
        Files.writeString(folder.resolve("cookie"), "JSESSIONID=abc\n");
        server.populate(2, 2).populateRecordings(3);
        CommandRun joined = run(server, "join -p meetingID=room-0 -p fullName=Ann -p role=MODERATOR");
        boolean hooks = profile != SimulatorProfile.SCALELITE;
        CommandRun hook = hooks
                ? run(server, "hooks/create -p callbackURL=https://example.org/x --algorithm sha1")
                : new CommandRun(0, "\"hookID\":\"1\"", "");
        return new Prepared(
                folder,
                value("session_token", joined),
                server.recordings().get(0).recordId(),
                value("hookID", hook));
    }

    private static CommandRun run(SimulatedServer server, String args) {
        return CommandRun.against(server, Stream.of(("call " + args).split(" ")).toArray(String[]::new));
    }

    private static String value(String name, CommandRun run) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(run.out());
        assertThat(matcher.find()).as(run.toString()).isTrue();
        return matcher.group(1);
    }
}
