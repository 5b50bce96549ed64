// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.ApiCall.Authentication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    private static final String URL = "--url=http://127.0.0.1:19/tenant-key/bigbluebutton";
    private static final Map<String, String> SECRET = Map.of("BLUEFLUX_SECRET", "s3cr3t");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "call",
                "meetings",
                "recordings",
                "probe",
                "poll",
                "check",
                "console",
                "url",
                "completion",
                "simulate"
            })
    void everyCommandHasHelp(String command) {
        CommandRun run = command.isEmpty() ? CommandRun.of("--help") : CommandRun.of(command, "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: blueflux").contains("Exit status:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpHasColoursOnAScreenOnly() {
        assertThat(CommandRun.onScreen(Map.of(), "--help").out()).contains("\u001b[");
        assertThat(CommandRun.of("--help").out()).doesNotContain("\u001b");
    }

    @Test
    void noColourIsShownToWhoSetsNoColor() {
        assertThat(CommandRun.onScreen(Map.of("NO_COLOR", "1"), "poll", "--help")
                        .out())
                .doesNotContain("\u001b");
        assertThat(CommandRun.onScreen(Map.of("NO_COLOR", ""), "poll", "--help").out())
                .contains("\u001b[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "url"})
    void theHelpListsTheCalls(String command) {
        String help = CommandRun.of(command, "--help").out().replaceAll("\\s+", " ");

        assertThat(help).contains("one of: version, create, join,").contains("hooks/destroy, hooks/ping.");
    }

    @Test
    void anEmptyFileIsNotSent(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pdf"));

        CommandRun run = CommandRun.of(
                SECRET, "call", "insertDocument", "-p", "meetingID=m1", "--document", empty.toString(), URL);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly("blueflux: the document file is empty: " + empty);
    }

    @Test
    void theVersionIsPrinted() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("blueflux ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "getMeeting                             | no such call: getMeeting; did you mean getMeetings?",
                "getmeetings                            | no such call: getmeetings; did you mean getMeetings?",
                "getStatistics                          | no such call: getStatistics; there are version, create",
                "help                                   | no such call: help; did you mean --help?",
                "end -p meetingId=m1                    | meetingId is no parameter of end; did you mean meetingID?",
                "create -p recrod=true                  | recrod is no parameter of create; did you mean record?",
                "create -p meta-course=1                | meta-course is no parameter of create; did you mean meta_course?",
                "join -p userdata_bbb_shortcuts=1       | did you mean userdata-bbb_shortcuts? With --any it is sent",
                "getMeetings --intervall 5              | unknown option --intervall (see",
                "getMeetings --algorithmm sha1          | unknown option --algorithmm; did you mean --algorithm?",
                "getMeetings --secret x                 | unknown option --secret: a secret is no argument; give --secret-file",
                "create meetingID=m1                    | too many arguments; a parameter is written -p NAME=VALUE",
                "getMeetings --timeout 5                | a duration is written like 500ms, 10s or 2m, not: 5",
                "getMeetings --timeout 0s               | a duration must be longer than 0s",
                "getMeetings --algorithm md5            | algorithm must be one of sha1, sha256, sha384, sha512",
                "getMeetings -p nothing                 | a parameter is written -p NAME=VALUE",
                "end -p meetingID=m1 -p meetingID=m2    | the parameter meetingID is given twice",
                "getMeetingInfo -p meetingID=x          | meetingID must be 2 to 256 characters",
                "create -p voiceBridge=12a              | voiceBridge must be digits only, not: 12a",
                "create -p record=1                     | record must be true or false, not: 1",
                "create -p checksum=abc                 | checksum must be left to the signature",
                "create --body-file pom.xml             | Missing required argument",
                "create --body-file no --content-type a/b | the body file does not exist: no",
                "getMeetings --secret-file no           | the secret file does not exist: no",
                "join -p meetingID=m1                   | fullName is required by join",
                "join -p redirect=true                  | is for a browser: use `blueflux url join`",
                "insertDocument -p meetingID=m1         | insertDocument needs --document, or --body-file",
                "putRecordingTextTrack                  | putRecordingTextTrack needs --file, or --body-file",
                "getMeetings --document https://h/a.pdf | --document is not for getMeetings",
                "create --file pom.xml                  | --file is not for create",
                "create --document no.pdf               | the document file does not exist: no.pdf",
                "create --document .                    | the document file is a directory: .",
                "create --document https://h/a          | the URL's path of a document must end in an extension",
                "putRecordingTextTrack --file no        | the captions file does not exist: no",
                "insertDocument --file pom.xml --document pom.xml | give one of --document, --file and --body-file",
                "a;b --any                              | a call's name must be letters, digits",
            })
    void wrongUsageIsOneLineAndStatus2(String args, String line) {
        CommandRun run = CommandRun.of(SECRET, ("call " + args + " " + URL).split(" +"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("blueflux: ")
                .contains(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | a command is missing: one of demo, call, meetings",
                "getMeetings                 | no such command; did you mean `blueflux call getMeetings`?",
                "getmeetings --url http://h  | no such command; did you mean `blueflux call getMeetings`?",
                "metings --url http://h      | no such command; did you mean meetings?",
                "Poll                        | no such command; did you mean poll?",
                "hlep                        | no such command; did you mean help?",
                "s3cr3t                      | no such command (see blueflux --help)",
                "--url http://h call version | unknown option --url: options stand behind the command",
                "call help                   | no such call: help; did you mean --help?",
                "poll help                   | did you mean `blueflux poll --help`?",
                "poll --intervall 5s         | unknown option --intervall; did you mean --interval?",
                "poll --server a.yaml        | unknown option --server; did you mean --servers?",
                "meetings --url h:8080       | did you mean https://h:8080 or http://h:8080?",
                "meetings --url h.example.org/t3nant/api | did you mean https://h.example.org/… or http://h.example.org/…?",
                "meetings --url [::1]:80     | did you mean https://[::1]:80 or",
                "meetings --url localhost    | did you mean https://localhost or",
                "meetings --url s3cr3t       | base URL must start with http:// or https://",
                "meetings --url t3nant@h.org | base URL must start with http:// or https://",
            })
    void whatIsMeantIsSaid(String args, String line) {
        CommandRun run = CommandRun.of(SECRET, args.isEmpty() ? new String[0] : args.split(" +"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains(line).doesNotContain("t3nant", "s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "help call", "help poll"})
    void helpIsACommandToo(String args) {
        CommandRun run = CommandRun.of(args.split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: blueflux");
    }

    @Test
    void aParameterOfNewerServersIsSentWithAWord() {
        CommandRun run = CommandRun.of(
                SECRET,
                "url",
                "create",
                "-p",
                "meetingID=m1",
                "-p",
                "name=Room",
                "-p",
                "hologram=1",
                "-p",
                "role=x",
                URL);

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("&hologram=1&role=x&checksum=");
        assertThat(run.errLines())
                .startsWith(
                        "blueflux: hologram is no parameter of create that is known; it is sent as it is",
                        "blueflux: role is no parameter of create but of join, getJoinUrl; it is sent as it is");
    }

    @Test
    void ofAnUnknownParameterThatIsNotSentAfterAllNothingIsSaid() {
        CommandRun run = CommandRun.of(SECRET, "url", "isMeetingRunning", "-p", "holo\0gram=1", URL);

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errLines()).singleElement().asString().contains("must not hold control characters");
    }

    @Test
    void aParameterThatIsNearlyAKnownOneIsSentOnRequest() {
        CommandRun run = CommandRun.of(
                SECRET, "url", "create", "--any", "-p", "meetingID=m1", "-p", "name=Room", "-p", "records=1", URL);

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("&records=1&");
        assertThat(run.err()).doesNotContain("records");
    }

    @Test
    void aUrlOverTheBudgetIsWrongUsageInTheLibrarysWords() {
        String ids = "recordID=" + "5e7f202fafc1cb40a1e974ef4a7852bd511ad31b-1462807897100,".repeat(200) + "x";
        CommandRun run = CommandRun.of(SECRET, "call", "deleteRecordings", "-p", ids, URL);
        CommandRun url = CommandRun.of(SECRET, "url", "deleteRecordings", "-p", ids, URL);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .matches(
                        "blueflux: deleteRecordings would need a URL of [0-9]+ bytes; urlBudget is 7000, and this call "
                                + "takes no form");
        assertThat(url.status()).isZero();
        assertThat(url.err()).contains("bytes; many servers refuse more than 7000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call getMeetings --secret=s3cr3t",
                "call getMeetings --secret s3cr3t",
                "call getMeetings s3cr3t",
                "call end -p password=s3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3t",
                "call end -p s3cr3t",
                "call insertDocument --document https://h/a?key=s3cr3t",
            })
    void whatMayBeASecretIsNotRepeated(String args) {
        CommandRun run = CommandRun.of(SECRET, (args + " " + URL).split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines()).hasSize(1);
        assertThat(run.err()).doesNotContain("s3cr3t");
    }

    @Test
    void aMissingSecretIsWrongUsage() {
        CommandRun run = CommandRun.of("call", "getMeetings", URL);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--secret-file").contains("BLUEFLUX_SECRET");
    }

    @Test
    void anEmptySecretIsWrongUsage() {
        CommandRun run = CommandRun.of(Map.of("BLUEFLUX_SECRET", " "), "call", "getMeetings", URL);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("blueflux: secret must not be empty" + System.lineSeparator());
    }

    @Test
    void theUrlIsNotRepeated() {
        CommandRun run = CommandRun.of(SECRET, "call", "getMeetings", "--url=ftp://h/tenant-key/bigbluebutton");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("base URL must start with http:// or https://")
                .doesNotContain("tenant-key");
    }

    @ParameterizedTest
    @CsvSource({
        "meetings --info --concurrency 0 --url http://h, must be a whole number from 1 to 1000",
        "recordings --page-size 0 --url http://h, must be a whole number from 1 to 100",
        "recordings --page-size 101 --url http://h, must be a whole number from 1 to 100",
        "recordings -p limit=5 --url http://h, the limit is the page's: give --page-size",
        "recordings -p offset=x --url http://h, offset must be",
        "demo --servers 0, must be a whole number from 1 to 100",
        "poll, 'no server is named: give --servers FILE, or put a list at $XDG_CONFIG_HOME/blueflux/servers.yaml'",
        "poll --servers no, the servers file does not exist: no",
        "poll --servers no --interval 5, a duration is written like",
        "poll --servers no --depth deep, 'a depth is counters, meetings or info, not: deep'",
        "poll --servers no --depth full, 'a depth is counters, meetings or info, not: full'",
        "poll --servers no --output yaml, 'a format is table, json, jsonl or csv, not: yaml'",
        "poll --servers no --output json, --output json is for --once: what has no end is no array",
        "poll --servers no --output table --reports, --reports is not for --output table",
        "poll --servers no --once --interval 5s, --interval is not for --once",
        "meetings --url http://h --all, are mutually exclusive",
        "console, 'no server is named: give --servers FILE or --demo, or put a list at '",
        "console --demo --servers no, are mutually exclusive",
        "console --servers no, the servers file does not exist: no",
        "console --demo --port 70000, must be a whole number from 0 to 65535",
        "console --demo --interval 100ms, 'interval must be 500 ms to 1 day, not PT0.1S'",
        "console --demo --bind 0.0.0.0, '--bind: 0.0.0.0 can be reached from other machines, so it needs --password-file'",
        "console --demo --bind ::, '--bind: :: can be reached from other machines, so it needs --password-file'",
        "console --demo --bind 300.1.1.1, --bind: is no address of this machine: 300.1.1.1",
        "console --demo --password-file no, the password file does not exist: no",
        "console --demo, 'the console comes in a jar of its own; start it by ./blueflux console …, with this word first'",
        "simulate --fault getMeetings, a fault is written [SERVER:]CALL:KIND[=VALUE]",
        "simulate --fault *:explode, fault must be one of",
        "simulate --fault *:delay=999999999m, duration must be at most 1440m",
        "simulate --fault nosuch:hang, no such call: nosuch",
        "simulate --fault 3:*:hang, --fault names server 3 of 1",
        "simulate --profile BBB_1, BBB_3_0",
        "simulate --servers 0, must be a whole number from 1 to 1000",
        "simulate --port 70000, must be a whole number from 0 to 65535",
    })
    void numbersAndFaultsAreChecked(String args, String line) {
        CommandRun run = CommandRun.of(SECRET, args.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains(line);
    }

    @ParameterizedTest
    @CsvSource({
        "eleven char, the password must have 12 to 1000 characters",
        "'two\nlines of it', the password must stand on one line",
        "'   ', the password file is empty"
    })
    void aPasswordThatIsTooShortOrOddIsRefused(String password, String rule, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), password);

        CommandRun run = CommandRun.of("console", "--demo", "--bind=0.0.0.0", "--password-file=" + file);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains(rule).doesNotContain("eleven", "lines of");
    }

    @Test
    void whatIsGivenTwiceIsNotRepeated() {
        CommandRun run =
                CommandRun.of(SECRET, "call", "getMeetings", "--url=https://h/t3nant", "--url=https://h/0ther");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains("an option is given twice that goes only once")
                .doesNotContain("t3nant", "0ther");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call getMeetings                          | no server is named: give --url URL or --servers FILE, or put a list at",
                "call getMeetings --url http://h --servers x | are mutually exclusive",
                "call getMeetings --server a               | no server is named: give --url URL or --servers FILE, or put a list at",
                "call getMeetings --secret-file a          | Missing required argument(s): --url=URL",
                "meetings                                  | no server is named: give --url URL or --servers FILE, or put a list at",
                "call getMeetings --servers no             | the servers file does not exist: no",
                "url getMeetings --servers no --server a   | the servers file does not exist: no",
                "find room-a                               | no server is named: give --servers FILE, or put a list at",
                "place room-a                              | no server is named: give --servers FILE, or put a list at",
            })
    void aCallGoesToAServerOrToAList(String args, String line) {
        CommandRun run = CommandRun.of(SECRET, args.split(" +"));

        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains(line);
    }

    @Test
    void aStackTraceIsShownOnRequestOnly() {
        String[] args = {"call", "getMeetings", URL};

        assertThat(CommandRun.of(SECRET, args).err()).doesNotContain("\tat ");
        CommandRun run = CommandRun.of(SECRET, "call", "getMeetings", URL, "--stacktrace");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains("\tat ")
                .contains("blueflux: call=getMeetings server=127.0.0.1:19 error=transport kind=connect-failed")
                .doesNotContain("s3cr3t")
                .doesNotContain("tenant-key")
                .doesNotContainIgnoringCase("checksum=");
    }

    @Test
    void theUrlOfACallIsSignedWithTheSecretOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "639259d4-9dd8-4b25-bf01-95f9567eaf4b\n");

        CommandRun run = CommandRun.of(
                "url",
                "create",
                "-p",
                "name=Test Meeting",
                "-p",
                "meetingID=abc123",
                "--algorithm",
                "sha1",
                "--secret-file=" + file,
                "--url=https://bbb.example.org/bigbluebutton/api/");

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .containsExactly("https://bbb.example.org/bigbluebutton/api/create?name=Test%20Meeting&meetingID=abc123"
                        + "&checksum=80a28ae7d9ed0d584c9a97e5ae09ac64387942e8");
        assertThat(run.err()).contains("this URL is a credential");
    }

    @Test
    void theVersionsUrlNeedsNoSecret() {
        CommandRun run = CommandRun.of("url", "version", "--url=https://bbb.example.org/bigbluebutton");

        assertThat(run.out()).isEqualTo("https://bbb.example.org/bigbluebutton/api/\n");
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.blueflux.ApiCall#values")
    void everyCallHasAUrl(ApiCall call) {
        String[] parameters = {
            "meetingID=m1",
            "name=Room",
            "fullName=Ann",
            "recordID=r1",
            "publish=true",
            "message=hello",
            "kind=captions",
            "lang=en_US",
            "sessionToken=t0k3n",
            "callbackURL=https://h/hook",
            "hookID=1"
        };
        Stream<String> args = Stream.concat(
                Stream.of("url", call.toString(), "--url=https://bbb.example.org/bigbluebutton"),
                Stream.of(parameters).flatMap(parameter -> Stream.of("-p", parameter)));

        CommandRun run = CommandRun.of(SECRET, args.toArray(String[]::new));

        assertThat(run.status()).isZero();
        assertThat(run.outLines())
                .singleElement()
                .asString()
                .startsWith(
                        "https://bbb.example.org/bigbluebutton/api/" + call.wireName() + "?meetingID=m1&name=Room&");
        assertThat(run.out().contains("&checksum=")).isEqualTo(call.authentication() == Authentication.CHECKSUM);
        assertThat(run.err().contains("this URL is a credential"))
                .isEqualTo(call.authentication() != Authentication.NONE);
    }

    @Test
    void theUrlOfACallOfABalancerIsSigned() {
        CommandRun run =
                CommandRun.of(SECRET, "url", "myCall", "--any", "-p", "a=b", "--url=https://bbb.example.org/x");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("https://bbb.example.org/x/api/myCall?a=b&checksum=");
    }
}
