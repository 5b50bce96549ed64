// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    private static final Map<String, String> ENVIRONMENT = Map.of(ServerOptions.SECRET_VARIABLE, SECRET);
    private static final String WORDS =
            "- -- = : , / \\ @ ' \" * % %zz %2F -1 0 1e3 99999999999 2147483648 500ms 10s 1d é \u202e \0 \r\n \uD800 -p -h --help --any"
                    + " --url --timeout --timeout=5s --servers --secret --secret=x --stacktrace call url help create join meetingID=m meetingId=m name=";
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
            List.of("poll", "--servers", "no.yaml", "--interval", "10s", "--depth", "counters"),
            List.of("simulate", "--port", "0", "--servers", "2", "--fault", "1:create:delay=1s"),
            List.of("place", "m-1", "--servers", "no.yaml", "--expect", "10"),
            List.of("--version"));

    private static final List<List<String>> URLS = List.of(
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
            List.of("url", "isMeetingRunning", "-p", "meetingID=m", "--url", "http://h_1", "--algorithm", "sha512"));

    @TempDir
    private static Path folder = Path.of("");

    @FuzzTest(maxDuration = "60s")
    void linesAreParsedOrRefusedWithoutSecrets(FuzzedDataProvider data) {
        String[] args = broken(data.pickValue(LINES), data);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, UTF_8),
                ENVIRONMENT::get,
                () -> null,
                false);
        CommandLine line = Blueflux.line(terminal);
        try {
            line.parseArgs(args);
        } catch (ParameterException refused) {
            int status = new Failures(terminal, () -> false).handleParseException(refused, args);
            requireOneLine(status, err.toString(UTF_8));
        }
    }

    @FuzzTest(maxDuration = "60s")
    void urlsArePrintedOrRefusedWithoutSecrets(FuzzedDataProvider data) {
        CommandRun run = CommandRun.of(ENVIRONMENT, broken(data.pickValue(URLS), data));

        if (run.status() == ExitStatus.OK) {
            assertThat(run.out()).matches("(?s)https?://[!-~]+\n|Usage: .*|blueflux .*");
        } else {
            assertThat(run.out()).isEmpty();
            requireOneLine(run.status(), run.err().lines().reduce("", (first, last) -> last));
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

    /** With a secret there is one fault: with two, it can become what is no secret. */
    private static String[] broken(List<String> line, FuzzedDataProvider data) {
        int most = String.join(" ", line).contains(SECRET) ? 1 : 4;
        return new BrokenText(data, WORDS, most).of(line);
    }

    private static void requireOneLine(int status, String err) {
        assertThat(status).isEqualTo(ExitStatus.USAGE);
        assertThat(err.lines()).hasSize(1);
        assertThat(err).startsWith("blueflux: ").doesNotContain(SECRET);
    }
}
