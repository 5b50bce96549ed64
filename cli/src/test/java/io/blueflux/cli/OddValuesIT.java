// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, the command says what is wrong with it, and never that it is at fault itself. */
@Timeout(120)
class OddValuesIT {
    private static final BbbSimulator SIMULATOR = BbbSimulator.start(1);
    private static final SimulatedServer SERVER = SIMULATOR.server(0).populate(1, 1);
    static final List<String> VALUES = List.of(
            "",
            " ",
            "-",
            "--",
            "-1",
            "0",
            "1",
            "2147483647",
            "2147483648",
            "99999999999999999999",
            "1.5",
            "1e3",
            "NaN",
            "١٢",
            "null",
            "é\u202e\u001b[31m",
            "\u0000",
            "\n",
            "a\r\nb: c",
            "\ud800",
            "\uffff",
            "/",
            "..",
            "/dev/null",
            "/dev/zero",
            "/proc/self/mem",
            "no-such-file",
            "=",
            "a=b",
            "name=\ud800",
            "meetingID=\u0000\u0000",
            "%zz",
            "*",
            "'\"",
            "${SECRET}",
            "@file",
            "999999999m",
            "1ms",
            "http://",
            "http://h:99999",
            "http://127.0.0.1:0",
            "http://a..b",
            "http://xn--a",
            "http://" + "h".repeat(300),
            "http://[::1",
            "http://[fe80::1%25none]",
            "http://h/%",
            "file:///etc/passwd",
            "https://127.0.0.1:1/a.pdf",
            "http://127.0.0.1:1/" + "x".repeat(20_000),
            "recordID=" + "x".repeat(20_000),
            "x".repeat(100_000));

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        SIMULATOR.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call getMeetings --url",
                "call getMeetings --url=URL --algorithm",
                "call getMeetings --url=URL --secret-file",
                "call getMeetings --url=URL --timeout",
                "call getMeetings --url=URL -p",
                "call create --url=URL -p name=Room -p meetingID=m1 -p",
                "call getMeetings --url=URL --any",
                "call getMeetings --url=URL --stacktrace",
                "call --any --url=URL",
                "call getJoinUrl -p sessionToken=t --url=URL --cookie-file",
                "call insertDocument -p meetingID=room-0 --url=URL --document",
                "call putRecordingTextTrack -p recordID=r -p kind=captions -p lang=en --url=URL --file",
                "call create -p meetingID=m1 -p name=Room --url=URL --content-type a/b --body-file",
                "call create -p meetingID=m1 -p name=Room --url=URL --body-file pom.xml --content-type",
                "call",
                "url",
                "url --url=URL",
                "url --any --url=URL",
                "url join -p meetingID=m1 --url=URL -p",
                "url create --any -p name=Room -p meetingID=m1 --url=URL -p",
                "meetings --url",
                "meetings --info --url=URL --concurrency",
                "recordings --url=URL --page-size",
                "recordings --url=URL -p",
                "recordings --any --url=URL -p",
                "probe --url",
                "probe --url=URL --timeout",
                "call getMeetings --servers",
                "call getMeetings --servers no-such-file --server",
                "call getMeetings --url=URL --server",
                "url join -p meetingID=m1 --servers",
                "find",
                "find room-0 --servers",
                "place",
                "place room-0 --servers no-such-file --on",
                "place room-0 --servers no-such-file --expect",
                "poll --servers",
                "poll --servers no-such-file --interval",
                "poll --servers no-such-file --depth",
                "poll --once --servers",
                "poll --servers no-such-file --output",
                "meetings --url=URL --output",
                "recordings --all --servers",
                "probe --servers no-such-file --server",
                "check --servers",
                "check --url=URL --timeout",
                "check --url=URL --warning",
                "completion",
                "simulate --profile",
                "simulate --servers=0 --fault",
                "demo --servers=0 --stacktrace",
                "--stacktrace",
                "--help",
                "help",
                ""
            })
    void noValueIsAFaultOfTheCommand(String command) {
        for (String value : VALUES) {
            isNoOwnFault(command, value);
        }
    }

    @Test
    void noSecretIsAFaultOfTheCommand() {
        for (String secret : VALUES) {
            CommandRun run = CommandRun.of(
                    Map.of(ServerOptions.SECRET_VARIABLE, secret), "call", "getMeetings", "--url=" + SERVER.url());
            assertThat(run.status()).as(run.err()).isIn(1, 2);
            assertThat(run.errLines()).hasSize(1);
            assertThat(secret.length() > 5 && run.err().contains(secret))
                    .as(run.err())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "demo --servers, 1 to 100",
        "demo --meetings, 0 to 10000",
        "demo --attendees, 0 to 1000",
        "demo --concurrency, 1 to 1000",
        "simulate --servers, 1 to 1000",
        "simulate --meetings, 0 to 10000",
        "simulate --attendees, 0 to 1000",
        "simulate --recordings, 0 to 10000",
        "simulate --port, 0 to 65535",
        "meetings --url=URL --info --concurrency, 1 to 1000",
        "recordings --url=URL --page-size, 1 to 100",
        "place room-0 --servers no --expect, 1 to 100000",
    })
    void aNumberThatIsNoneOrTooLargeIsRefusedByItsRule(String command, String rule) {
        String option = command.substring(command.lastIndexOf(' ') + 1);
        for (String value :
                List.of("-1", "2147483647", "2147483648", "99999999999999999999", "-2147483648", "1.5", "x", "", "١")) {
            CommandRun run = isNoOwnFault(command, value);
            assertThat(run.status()).as(value).isEqualTo(2);
            assertThat(run.err()).as(value).contains("'" + option, "must be a whole number from " + rule + ", not: ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "demo --servers 100 --meetings 1000 --attendees 1000",
        "demo --servers 100 --meetings 10000 --attendees 0",
        "simulate --servers 1000 --meetings 201",
        "simulate --servers 11 --recordings 10000",
    })
    void numbersThatAreTooMuchTogetherAreRefused(String command) {
        CommandRun run = CommandRun.of(command.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("must be at most ", " together, not ");
    }

    @ParameterizedTest
    @CsvSource({
        "call getMeetings --url=URL, --timeout",
        "meetings --url=URL, --timeout",
        "recordings --url=URL, --timeout",
        "probe --url=URL, --timeout",
        "poll --servers no, --interval",
    })
    void aDurationOverADayIsRefused(String command, String option) {
        for (String value : List.of("1441m", "86401s", "86400001ms", "999999999m")) {
            CommandRun run = isNoOwnFault(command + " " + option, value);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("'" + option, "a duration must be at most 1440m, a day, not: " + value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "secret, call getMeetings --url=URL --secret-file",
        "cookie, call getJoinUrl -p sessionToken=t --url=URL --cookie-file",
        "document, call insertDocument -p meetingID=room-0 --url=URL --document",
        "captions, call putRecordingTextTrack -p recordID=r -p kind=captions -p lang=en --url=URL --file",
        "body, call create -p meetingID=m1 -p name=Room --url=URL --content-type a/b --body-file",
        "servers, poll --servers",
        "servers, call getMeetings --servers",
        "servers, meetings --all --servers",
        "servers, find room-0 --servers",
        "servers, place room-0 --servers",
    })
    void whyAFileCannotBeUsedIsSaid(String what, String command) throws IOException {
        Path file = Files.write(folder.resolve("file.pdf"), new byte[] {'a'});
        Path loop = folder.resolve("loop.pdf");
        Files.createSymbolicLink(loop, loop);
        isRefused(command, folder, "the " + what + " file is a directory: ");
        isRefused(command, folder.resolve("none.pdf"), "the " + what + " file does not exist: ");
        isRefused(command, loop, "the " + what + " file cannot be read (Too many levels of symbolic links");
        isRefused(command, file.resolve("under.pdf"), "the " + what + " file cannot be read (Not a directory): ");
        isRefused(
                command, folder.resolve("x".repeat(300)), "the " + what + " file cannot be read (File name too long)");
    }

    private void isRefused(String command, Path file, String why) {
        CommandRun run = isNoOwnFault(command, file.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(why);
    }

    private static CommandRun isNoOwnFault(String command, String value) {
        List<String> args = new ArrayList<>(command.isEmpty() ? List.of() : List.of(command.split(" ")));
        args.replaceAll(arg -> arg.replace("--url=URL", "--url=" + SERVER.url()));
        args.add(value);
        CommandRun run =
                CommandRun.of(Map.of(ServerOptions.SECRET_VARIABLE, SERVER.secretText()), args.toArray(String[]::new));
        String what = "%s %.300s -> %s %s".formatted(command, value, run.status(), run.err());
        assertThat(run.status()).as(what).isBetween(0, 5);
        assertThat(run.err()).as(what).hasSizeLessThan(4_500).doesNotContain("\u001b", "\u202e");
        if (!command.contains("--stacktrace") && !value.equals("--stacktrace")) {
            assertThat(run.err()).as(what).doesNotContain("Exception");
            assertThat(run.errLines()).as(what).hasSizeLessThan(4);
        }
        return run;
    }
}
