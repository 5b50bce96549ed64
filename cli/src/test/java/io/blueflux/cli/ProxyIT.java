// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way through a proxy, to a server whose name only the proxy knows. */
@Timeout(60)
class ProxyIT {
    private static final String URL = "--url=http://bbb.invalid/bigbluebutton";

    private final BbbSimulator simulator = BbbSimulator.start(2);
    private final SimulatedServer server = simulator.server(0).populate(2, 1);
    private TunnelProxy proxy;

    @BeforeEach
    void start() throws IOException {
        proxy = TunnelProxy.to(URI.create(server.url()).getPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call getMeetings",
                "call create -p meetingID=m1 -p name=Room --document pom.xml",
                "meetings --info",
                "recordings",
                "probe"
            })
    void everyCommandThatCallsAServerGoesThroughTheProxy(String command) {
        CommandRun run = run(Map.of("http_proxy", "http://" + proxy.address() + "/"), command + " " + url());

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(proxy.heads()).isNotEmpty().allMatch(head -> head.startsWith("CONNECT bbb.invalid:80 HTTP/1.1\r\n"));
    }

    @Test
    void aFleetAsksTheProxyForThoseServersThatAreNotExcepted(@TempDir Path folder) throws Exception {
        SimulatedServer direct = simulator.server(1);
        Path list = Files.writeString(
                folder.resolve("servers.yaml"),
                "- {name: far, url: '%s', secret: '%s'}\n- {name: near, url: '%s', secret: '%s'}\n"
                        .formatted(url().substring(6), server.secretText(), direct.url(), direct.secretText()));
        StringBuilder up = new StringBuilder();

        CommandRun.stopped(
                lines -> {
                    while (!up.toString().contains("far") || !up.toString().contains("near")) {
                        String line = lines.readLine();
                        assertThat(line).contains("\"state\":\"up\"");
                        up.append(line);
                    }
                },
                "poll",
                "--reports",
                "--servers=" + list,
                "--interval=500ms",
                "--proxy=" + proxy.address(),
                "--noproxy=10.0.0.0/8,127.0.0.0/8");

        assertThat(proxy.heads()).isNotEmpty().allMatch(head -> head.startsWith("CONNECT bbb.invalid:80 "));
    }

    @Test
    void userAndPasswordArePercentDecoded() {
        CommandRun run = run(
                Map.of("all_proxy", "ann%40example:p%3Ass%20w+%C3%BC@" + proxy.address()), "call getMeetings " + url());

        assertThat(run.status()).as(run.err()).isZero();
        String login = Base64.getEncoder().encodeToString("ann@example:p:ss w+ü".getBytes(UTF_8));
        assertThat(proxy.heads()).singleElement().asString().contains("uthorization: Basic " + login + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"socks5://, ''", "socks5h://, ''", "SOCKS5://ann:p%25ss@, ann:p%ss@"})
    void socksIsSpokenToo(String scheme, String login) {
        CommandRun run = run(Map.of(), "call getMeetings " + url() + " --proxy " + scheme + proxy.address());

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(proxy.heads()).containsExactly(login + "bbb.invalid:80");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 407 Proxy Authentication Required | 3 | wants a user and password, or others, status 407",
                "HTTP/1.1 403 Forbidden                     | 3 | refused to open a tunnel to the server, status 403",
                "HTTP/1.1 503 Service Unavailable           | 3 | could not reach the server, status 503",
                "SSH-2.0-OpenSSH_9.6                        | 3 | is no HTTP proxy",
            })
    void aProxyThatRefusesIsNamedAndItsPasswordIsNot(String answer, int status, String reason) throws IOException {
        try (TunnelProxy refusing = TunnelProxy.saying(answer + "\r\nContent-Length: 0\r\n\r\n")) {
            for (String scheme : List.of("http", "https")) {
                CommandRun run = run(
                        Map.of("all_proxy", "http://ann:passw0rd@" + refusing.address()),
                        "call getMeetings --stacktrace --url=" + scheme + "://bbb.invalid/bigbluebutton");

                assertThat(run.status()).isEqualTo(status);
                assertThat(run.err()).contains(refusing.address(), reason).doesNotContain("passw0rd", "YW5uO");
            }
        }
    }

    @Test
    void aProxyThatIsSilentIsNamed() throws IOException {
        try (TunnelProxy silent = TunnelProxy.silent()) {
            CommandRun run = run(Map.of("http_proxy", silent.address()), "call getMeetings --timeout 500ms " + url());

            assertThat(run.status()).isEqualTo(5);
            assertThat(run.err())
                    .contains(
                            "stage=connect",
                            "the proxy " + silent.address() + " accepted the connection and was silent");
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws IOException {
        try (Socket held = new Socket()) { // a port where nobody listens, and that nobody else gets
            held.bind(new InetSocketAddress("127.0.0.1", 0));
            String address = "127.0.0.1:" + held.getLocalPort();

            CommandRun run = run(Map.of("http_proxy", address), "call getMeetings " + url());

            assertThat(run.status()).isEqualTo(3);
            assertThat(run.err()).contains("the proxy " + address + " refused it");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http_proxy=x.invalid, --proxy=",
        "http_proxy=x.invalid, --noproxy=*",
        "http_proxy=x.invalid no_proxy=127.0.0.1, ''",
        "http_proxy=x.invalid NO_PROXY=127.0.0.0/8, ''",
        "no_proxy=*, --proxy=x.invalid",
        "https_proxy=x.invalid, ''",
        "HTTP_PROXY=x.invalid, ''",
        "http_proxy= HTTPS_PROXY=x.invalid, ''",
    })
    void aServerIsAskedDirectly(String variables, String option) {
        CommandRun run = run(variables(variables), "call getMeetings --url=" + server.url() + " " + option);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(proxy.heads()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--proxy, ''", "--noproxy, *"})
    void aValueMayBeAnArgumentOfItsOwn(String option, String value) {
        Map<String, String> environment = new TreeMap<>(CommandRun.secretOf(server));
        environment.put("http_proxy", "x.invalid");
        CommandRun run = CommandRun.of(environment, "call", "getMeetings", "--url", server.url(), option, value);

        assertThat(run.status()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http_proxy=x.invalid all_proxy=y.invalid, --proxy=HERE",
        "http_proxy=HERE all_proxy=x.invalid, ''",
        "http_proxy= all_proxy=HERE ALL_PROXY=x.invalid, ''",
        "ALL_PROXY=HERE HTTP_PROXY=x.invalid, ''",
        "http_proxy=HERE no_proxy=*, --noproxy=",
        "http_proxy=HERE no_proxy=127.0.0.1, --noproxy=other.invalid",
    })
    void theNearestSettingCounts(String variables, String option) {
        CommandRun run = run(
                variables(variables.replace("HERE", proxy.address())),
                "call getMeetings --url=" + server.url() + " " + option.replace("HERE", proxy.address()));

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(proxy.heads()).hasSize(1);
    }

    private CommandRun run(Map<String, String> proxies, String command) {
        Map<String, String> environment = new TreeMap<>(proxies);
        environment.putAll(CommandRun.secretOf(server));
        return CommandRun.of(environment, command.strip().split(" +"));
    }

    /** Returns the server's URL under a name that only the proxy knows. */
    private String url() {
        return URL.replace("/bigbluebutton", URI.create(server.url()).getPath());
    }

    private static Map<String, String> variables(String text) {
        Map<String, String> variables = new TreeMap<>();
        for (String pair : text.split(" ", -1)) {
            variables.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return variables;
    }
}
