// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * What users type and keep in files, broken: it is taken, or refused in a line without a secret. Regression tests unless
 * JAZZER_FUZZ is set.
 */
class CommandFuzzTest {
    /** No word that might be repeated. */
    private static final String SECRET = "s3cr3t!pw";

    private static final String CHECK = "check";
    private static final Map<String, String> ENVIRONMENT = Map.of(ServerOptions.SECRET_VARIABLE, SECRET);
    private static final String WORDS =
            "- -- = : , / \\ @ ' \" * % %zz %2F -1 0 1e3 99999999999 2147483648 500ms 10s 1d é \u202e \0 \r\n \uD800 -p -h --help --any"
                    + " --url --timeout --timeout=5s --servers --secret --secret=x --stacktrace --once --all --server b1 --output json --verbose call url help check create join meetingID=m meetingId=m name=";
    private static final List<List<String>> LINES = List.of(
            List.of(
                    "call",
                    "create",
                    "-p",
                    "meetingID=m-1",
                    "-p",
                    "moderatorPW=" + SECRET,
                    "--url=https://h/x",
                    "--timeout",
                    "5s"),
            List.of(
                    "call",
                    "insertDocument",
                    "-p",
                    "meetingID=m-1",
                    "--document",
                    "https://h/a.pdf",
                    "--url",
                    "https://h",
                    "--algorithm",
                    "sha1"),
            List.of("meetings", "--url", "https://h", "--proxy", "http://ann:" + SECRET + "@h:80", "--noproxy", "*"),
            List.of("recordings", "--servers", "no.yaml", "--page-size", "100"),
            List.of("meetings", "--servers", "no.yaml", "--all", "--output", "csv", "--verbose"),
            List.of("recordings", "--servers", "no.yaml", "--server", "b1", "--output", "jsonl"),
            List.of("poll", "--servers", "no.yaml", "--interval", "10s", "--depth", "counters"),
            List.of("poll", "--once", "--output", "json"),
            List.of(
                    "check",
                    "--servers",
                    "no.yaml",
                    "--warning",
                    "1",
                    "--critical",
                    "2",
                    "--timeout",
                    "5s",
                    "--verbose"),
            List.of("check", "--url=https://h", "--secret-file", "no.txt", "--proxy", "http://ann:" + SECRET + "@h:80"),
            List.of("console", "--demo", "--port", "0", "--bind", "::1", "--password-file", "no.txt"),
            List.of("find", "m-1", "--servers", "no.yaml"),
            List.of("probe", "--url", "https://h"),
            List.of("completion", "bash"),
            List.of("simulate", "--port", "0", "--servers", "2", "--fault", "1:create:delay=1s"),
            List.of("place", "m-1", "--servers", "no.yaml", "--expect", "10"),
            List.of("--version"));

    /** Commands for all servers of the user's own list. */
    private static final List<List<String>> OF_THE_LIST = List.of(
            List.of("check", "--warning", "1", "--critical", "2", "--timeout", "5s", "--verbose"),
            List.of("check", "--server", "b1", "--noproxy", "*"),
            List.of("meetings", "--all", "--output", "csv"),
            List.of("recordings", "--server", "b1", "--output", "jsonl", "--verbose"),
            List.of("poll", "--once", "--output", "json", "--depth", "counters"),
            List.of("call", "create", "-p", "meetingID=m-1", "-p", "attendeePW=" + SECRET, "--server", "b1"),
            List.of("url", "create", "-p", "meetingID=m-1", "-p", "moderatorPW=" + SECRET, "--server", "b1"),
            List.of("find", "m-1", "--verbose"),
            List.of("place", "m-1", "--expect", "10"),
            List.of("completion", "zsh"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(out, new PrintStream(err, true, UTF_8), ENVIRONMENT::get, () -> null, false);
    private final CommandLine line = Blueflux.line(terminal); // once, since it takes longer than all the rest

    @TempDir
    private static Path folder = Path.of("");

    /** No server is asked, since the list has a key that is none. */
    @BeforeAll
    static void writeLists() throws IOException {
        String list = "- {name: b1, url: \"https://b.example.org/x\", secret: \"" + SECRET + "\"}\n"
                + "- {name: b2, url: \"http://127.0.0.1:1/y\", secret: other}\n";
        Files.writeString(folder.resolve("two.yaml"), list);
        Files.createDirectories(folder.resolve("blueflux"));
        Files.writeString(folder.resolve("blueflux/servers.yaml"), list.replace("name: b1", "name: b1, colour: red"));
    }

    @FuzzTest(maxDuration = "60s")
    void linesAreParsedOrRefusedWithoutSecrets(FuzzedDataProvider data) {
        String[] args = broken(data.pickValue(LINES), data);
        out.reset();
        err.reset();
        try {
            line.parseArgs(args);
        } catch (ParameterException refused) {
            int status = new Failures(terminal, () -> false).handleParseException(refused, args);
            requireRefusal(
                    new CommandRun(status, out.toString(UTF_8), err.toString(UTF_8)),
                    refused.getCommandLine().getCommandName().equals(CHECK));
        }
    }

    @FuzzTest(maxDuration = "60s")
    void aListThatIsNoneIsRefusedByEachCommandInItsWay(FuzzedDataProvider data) {
        Map<String, String> environment =
                Map.of(ServerOptions.SECRET_VARIABLE, SECRET, "XDG_CONFIG_HOME", folder.toString());
        String[] args = broken(data.pickValue(OF_THE_LIST), data);

        CommandRun run = CommandRun.of(environment, args);

        if (run.status() == ExitStatus.OK) {
            assertThat(run.out()).matches("(?s)(Usage: |blueflux |#!/).*");
            assertThat(run.err()).isEmpty();
        } else {
            requireRefusal(run, args);
        }
        assertThat(run.out() + run.err()).doesNotContain(SECRET);
    }

    @FuzzTest(maxDuration = "60s")
    void urlsArePrintedOrRefusedWithoutSecrets(FuzzedDataProvider data) {
        String[] args = broken(data.pickValue(urls()), data);
        CommandRun run = CommandRun.of(ENVIRONMENT, args);

        if (run.status() == ExitStatus.OK) {
            assertThat(run.out()).matches("(?s)https?://[!-~]+\n|Usage: .*|blueflux .*");
        } else {
            requireRefusal(run, args);
        }
        assertThat(run.err()).doesNotContain(SECRET);
    }

    @FuzzTest(maxDuration = "60s")
    void listsOfServersAreReadOrRefusedWithoutSecrets(FuzzedDataProvider data) throws IOException {
        String yaml = new BrokenText(
                        data,
                        "- : , [ ] { } ' \" # & *a &b !!str !!java.net.URL | > ? % @ ` --- ... \n \t \0 é ${x} ~ null name: weight: 0x1 \uD800",
                        4)
                .of(
                        "- name: b\n  url: https://b.example.org/" + "x".repeat(140) + "\n  secret: " + SECRET
                                + "\n  algorithm: sha512\n  weight: 0.5\n  tags: [eu, big]\n"
                                + "- {url: \"https://a.example.org:8443/x\", secret-file: none, max-meetings: 30, cordoned: true}\n");
        Path file = Files.write(folder.resolve("servers.yaml"), yaml.getBytes(UTF_8));
        try {
            assertThat(ServerFile.read(file)).isNotEmpty();
        } catch (CommandException refused) {
            assertThat(refused.getMessage()).contains(file.toString()).doesNotContain(SECRET);
            assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void proxiesAreReadOrRefusedWithoutTheirUser(FuzzedDataProvider data) {
        String text = new BrokenText(
                        data, "http:// socks5:// socks5h:// ftp:// @ : / %zz %2F %00 [::1] ? # + é \0 _ . :0 :65536", 4)
                .of(data.pickValue(
                        List.of("http://ann:" + SECRET + "@proxy_1:3128/", "socks5h://ann:" + SECRET + "@[::1]")));
        try {
            assertThat(ProxyUrl.of("--proxy", text).toString()).matches("[^@/]+:[0-9]+");
        } catch (CommandException refused) {
            assertThat(refused.getMessage())
                    .startsWith("the proxy of --proxy must ")
                    .doesNotContain(SECRET);
        }
        assertThatCode(() -> NoProxy.of(text)).doesNotThrowAnyException();
    }

    @FuzzTest(maxDuration = "60s")
    void valuesOfOptionsAreReadOrRefused(FuzzedDataProvider data) throws Exception {
        List<Map.Entry<ITypeConverter<?>, String>> converters = List.of(
                Map.entry(new DurationConverter(), "10s"),
                Map.entry(new NumberConverter.Port(), "8080"),
                Map.entry(new NumberConverter.Items(), "10000"),
                Map.entry(new DepthConverter(), "counters"),
                Map.entry(new FaultOption.Converter(), "12:getMeetings:delay=1s"),
                Map.entry(new FaultOption.Converter(), "*:status=503"),
                Map.entry(new ServerOptions.AlgorithmConverter(), "sha256"),
                Map.entry(new PathConverter(), "/tmp/a.yaml"));
        Map.Entry<ITypeConverter<?>, String> converter = data.pickValue(converters);
        try {
            assertThat((Object) converter
                            .getKey()
                            .convert(new BrokenText(
                                            data,
                                            "0 9 - + 999999999 ms s m : = * . / \0 \n é ٣ create delay truncate status=200 reset garbage",
                                            4)
                                    .of(converter.getValue())))
                    .isNotNull();
        } catch (TypeConversionException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static List<List<String>> urls() {
        return List.of(
                List.of(
                        "url",
                        "create",
                        "-p",
                        "meetingID=m-1",
                        "-p",
                        "name=R&D é",
                        "-p",
                        "attendeePW=" + SECRET,
                        "--url=https://h"),
                List.of(
                        "url",
                        "join",
                        "--any",
                        "-p",
                        "meetingID=m",
                        "-p",
                        "fullName=A",
                        "-p",
                        "role=VIEWER",
                        "--url",
                        "https://h:8443/x/api"),
                List.of("url", "isMeetingRunning", "-p", "meetingID=m", "--url", "http://h_1", "--algorithm", "sha512"),
                List.of(
                        "url",
                        "create",
                        "-p",
                        "meetingID=m-1",
                        "--servers",
                        folder.resolve("two.yaml").toString(),
                        "--server",
                        "b1"));
    }

    /** With a secret there is one fault: with two, it can become what is no secret. */
    private static String[] broken(List<String> line, FuzzedDataProvider data) {
        int most = String.join(" ", line).contains(SECRET) ? 1 : 4;
        return new BrokenText(data, WORDS, most).of(line);
    }

    /** A line may have become one of a check, or one of another command. */
    private static void requireRefusal(CommandRun run, String[] args) {
        int check = List.of(args).indexOf(CHECK);
        boolean isCheck = check >= 0 && run.status() == CheckResult.Status.UNKNOWN.exit();
        assertThat(isCheck || check != 0).isTrue();
        requireRefusal(run, isCheck);
    }

    /** A check is refused on stdout, all else in the last line of stderr; before it there may be a stack trace. */
    private static void requireRefusal(CommandRun run, boolean isCheck) {
        assertThat(run.out() + run.err()).doesNotContain(SECRET);
        if (isCheck) {
            assertThat(run.status()).isEqualTo(CheckResult.Status.UNKNOWN.exit());
            assertThat(run.out())
                    .matches("BLUEFLUX UNKNOWN - [^\\p{Cntrl}|]+\n")
                    .doesNotContain(SECRET);
            assertThat(run.errLines()).noneMatch(line -> line.startsWith("blueflux: "));
        } else {
            assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(run.out()).isEmpty();
            assertThat(run.errLines())
                    .filteredOn(line -> line.startsWith("blueflux: "))
                    .hasSize(1);
            assertThat(run.errLines())
                    .last()
                    .asString()
                    .startsWith("blueflux: ")
                    .doesNotContain(SECRET);
        }
    }
}
