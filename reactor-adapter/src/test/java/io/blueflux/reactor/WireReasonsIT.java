// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.LimitExceededException;
import io.blueflux.error.TransportException;
import io.blueflux.support.ClosedPort;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.ProxyProvider;

/** What happened on the wire, and what the error says of it: its kind, whether it may pass, and the reason. */
class WireReasonsIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final String BODY = Answers.info("room-1");
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";
    private static final String OK = HEAD + "Content-Length: " + BODY.getBytes(UTF_8).length + "\r\n\r\n"
            + new String(BODY.getBytes(UTF_8), ISO_8859_1);

    static Stream<Arguments> answers() throws IOException {
        String gzip = gzip();
        return Stream.of(
                Arguments.of("", "CLOSED_BEFORE_ANSWER", "was closed before the answer began"),
                Arguments.of("HTTP/1.1 200 OK\r\nContent-Le", "CLOSED_BEFORE_ANSWER", "was closed before"),
                Arguments.of(HEAD + "Content-Length: 9000\r\n\r\n<response>", "CUT_SHORT", "closed within the answer"),
                Arguments.of(HEAD + "A: " + "x".repeat(40_000) + "\r\n\r\n", "headerBytes", "headerBytes = 32768"),
                Arguments.of(("HTTP/1.1 200 OK\r\n" + "A: x\r\n".repeat(9_000)), "headerBytes", "maxHeaderBytes"),
                Arguments.of("HTTP/1.1 200 " + "x".repeat(9_000) + "\r\n\r\n", "NOT_HTTP", "is longer than any"),
                Arguments.of(HEAD + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n", "NOT_HTTP", "two Content-Length"),
                Arguments.of(HEAD + "Content-Length: 5\r\nContent-Length: 5\r\n\r\n", "NOT_HTTP", "two Content-Length"),
                Arguments.of(HEAD + "Content-Length: 5, 6\r\n\r\n", "NOT_HTTP", "two Content-Length"),
                Arguments.of(HEAD + "Content-Length: -5\r\n\r\n", "NOT_HTTP", "is no number"),
                Arguments.of(HEAD + "Content-Length: five\r\n\r\n", "NOT_HTTP", "is no number"),
                Arguments.of(chunked("Content-Length: 5\r\n", "5"), "NOT_HTTP", "and Transfer-Encoding"),
                Arguments.of(chunked("", "zz"), "NOT_HTTP", "chunk"),
                Arguments.of(chunked("", "-5"), "NOT_HTTP", "chunk"),
                Arguments.of(chunked("", "fffffffff"), "NOT_HTTP", "chunk"),
                Arguments.of(chunked("", "2"), "NOT_HTTP", "chunk"),
                Arguments.of(packed("br", "abcde"), "NOT_HTTP", "not asked for, Content-Encoding br"),
                Arguments.of(packed("ZSTD", "abcde"), "NOT_HTTP", "not asked for, Content-Encoding zstd"),
                Arguments.of(packed("checksum-1", "abcde"), "NOT_HTTP", "Content-Encoding of another name"),
                Arguments.of(packed("gzip, br", "abcde"), "NOT_HTTP", "not asked for"),
                Arguments.of(packed("gzip", "abcdeabcdeabcdeabcde"), "NOT_HTTP", "not packed as its head says"),
                Arguments.of(
                        packed("gzip", gzip.substring(0, gzip.length() - 6) + "abcdef"), "NOT_HTTP", "was damaged"),
                Arguments.of(
                        packed("gzip", gzip).substring(0, packed("gzip", gzip).length() - 9), "CUT_SHORT", "closed"),
                Arguments.of("HTTP/1.1 2x0 OK\r\n\r\n", "NOT_HTTP", "its head is broken"),
                Arguments.of("HTTP/3 200 OK\r\n\r\n", "NOT_HTTP", "a version of HTTP"),
                Arguments.of("<response/>\n", "NOT_HTTP", "without a head, as in HTTP/0.9"),
                Arguments.of("<response/>", "NOT_HTTP", "without a head, as in HTTP/0.9"),
                Arguments.of("SSH-2.0-OpenSSH_9.6\r\n", "NOT_HTTP", "an SSH server"),
                Arguments.of("220 mail.example.org ESMTP\r\n", "NOT_HTTP", "a mail or FTP server"),
                Arguments.of("\u0015\3\1\0\2\2F", "NOT_HTTP", "the port speaks TLS: is the server's URL https"),
                Arguments.of("\0\0\6\4\0\0\0\0\0\0\3\0\0\0d", "NOT_HTTP", "the port speaks HTTP/2 alone"),
                Arguments.of("hello\n\n", "NOT_HTTP", "does not begin as HTTP does"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsNone(String answer, String kind, String reason) throws Exception {
        for (boolean inPieces : new boolean[] {false, true}) {
            boolean split = inPieces && answer.length() < 200;
            try (RawWire server = new RawWire(connection -> {
                connection.setTcpNoDelay(true);
                RawWire.head(connection.getInputStream());
                for (int i = 0; i < answer.length(); i += split ? 1 : answer.length()) {
                    RawWire.write(connection, answer.substring(i, split ? i + 1 : answer.length()));
                }
            })) {
                check(failure(server.address(), builder -> builder), kind, reason);
            }
        }
    }

    @Test
    void headersThatBalancersSendAreTaken() throws Exception {
        try (RawWire server = new RawWire(
                RawWire.says(OK.replace("Content-Type", "Set-Cookie: a=" + "x".repeat(9_000) + "\r\nContent-Type")))) {
            BbbClient client = BbbClient.create(server.address());
            assertThat(client.getMeetingInfo("room-1").block(LONG_ENOUGH)).isNotNull();
            client.disposeLater().block(LONG_ENOUGH);
            check(failure(server.address(), builder -> builder.maxHeaderBytes(2_000)), "headerBytes", "= 2000");
            check(
                    failure(server.address(), builder -> builder.httpClient(HttpClient.create())),
                    "headerBytes",
                    "= 8192");
        }
    }

    @Test
    void aConnectionThatIsNotMade() throws Exception {
        try (ClosedPort port = new ClosedPort()) {
            int closed = port.number();
            check(failure("http://127.0.0.1:" + closed), "CONNECT_FAILED", "the server refused it");
            check(failure("https://127.0.0.1:" + closed), "CONNECT_FAILED", "the server refused it");
            check(failure("http://127.255.255.255:" + closed), "CONNECT_FAILED", "the server is unreachable");
        }
        check(failure("http://no-such-host.invalid"), "NAME_NOT_RESOLVED", "the host name of the server");
        try (RawWire server = new RawWire(connection -> {
            RawWire.head(connection.getInputStream());
            connection.setSoLinger(true, 0);
        })) {
            check(failure(server.address(), builder -> builder), "CLOSED_BEFORE_ANSWER", "was reset before");
        }
        try (RawWire server = new RawWire(RawWire.says("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            HttpClient http2 = HttpClient.create().protocol(HttpProtocol.H2C);
            check(failure(server.address(), builder -> builder.httpClient(http2)), "NOT_HTTP", "does not speak HTTP/2");
        }
    }

    static Stream<Arguments> certificates() {
        Instant now = Instant.now();
        Duration day = Duration.ofDays(1);
        return Stream.of(
                Arguments.of(certificate("other.example.org"), true, "for another host than localhost"),
                Arguments.of(
                        certificate("localhost")
                                .notBefore(now.minus(day.multipliedBy(9)))
                                .notAfter(now.minus(day)),
                        true,
                        "has expired"),
                Arguments.of(
                        certificate("localhost").notBefore(now.plus(day)).notAfter(now.plus(day.multipliedBy(9))),
                        true,
                        "is not valid yet"),
                Arguments.of(certificate("localhost"), false, "of an authority not trusted here"),
                Arguments.of(null, false, "self-signed"));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void aCertificateThatIsNotTrusted(@Nullable CertificateBuilder certificate, boolean isTrusted, String reason)
            throws Exception {
        X509Bundle authority =
                certificate("an authority").setIsCertificateAuthority(true).buildSelfSigned();
        X509Bundle shown = certificate == null ? authority : certificate.buildIssuedBy(authority);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.toKeyManagerFactory().getKeyManagers(), null, null);
        SslContext trust = SslContextBuilder.forClient()
                .trustManager(authority.getRootCertificate())
                .build();
        try (RawWire server = new RawWire(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("localhost")),
                RawWire.says(OK))) {
            BbbException error = failure(
                    BbbServer.of("https://localhost:" + server.port() + "/b", "shared-secret-1"),
                    builder -> isTrusted ? builder.sslContext(trust) : builder);
            check(error, "TLS_FAILED", reason);
        }
    }

    static Stream<Arguments> handshakes() {
        return Stream.of(
                Arguments.of(
                        "HTTP/1.1 400 Bad Request\r\n\r\n",
                        "TLS_FAILED",
                        "does not speak TLS: is the server's URL http"),
                Arguments.of("SSH-2.0-OpenSSH_9.6\r\n", "TLS_FAILED", "does not speak TLS"),
                Arguments.of("\u0015\3\3\0\2\2F", "TLS_FAILED", "answered protocol_version"),
                Arguments.of("\u0015\3\3\0\2\2(", "TLS_FAILED", "answered handshake_failure"),
                Arguments.of("\u0015\3\3\0\2\2p", "TLS_FAILED", "answered unrecognized_name"),
                Arguments.of("\u0015\3\3\0\2\2t", "TLS_FAILED", "it wants a client certificate"),
                Arguments.of("", "CONNECT_FAILED", "closed the connection within the TLS handshake"));
    }

    @ParameterizedTest
    @MethodSource("handshakes")
    void aHandshakeThatEnds(String answer, String kind, String reason) throws Exception {
        try (RawWire server = new RawWire(connection -> {
            assertThat(connection.getInputStream().read(new byte[2_000])).isPositive();
            RawWire.write(connection, answer);
        })) {
            check(failure("https://127.0.0.1:" + server.port()), kind, reason);
        }
    }

    static Stream<Arguments> proxies() {
        return Stream.of(
                Arguments.of(
                        "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
                        "PROXY_REFUSED",
                        "wants a user"),
                Arguments.of("HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\n\r\nno no", "PROXY_REFUSED", "status 403"),
                Arguments.of(
                        "HTTP/1.1 502 Bad\r\nContent-Length: 4\r\n\r\n<a/>",
                        "CONNECT_FAILED",
                        "could not reach the server"),
                Arguments.of("<html>no</html>\r\n\r\n", "PROXY_REFUSED", "is no HTTP proxy"),
                Arguments.of("SSH-2.0-OpenSSH_9.6\r\n", "PROXY_REFUSED", "is no HTTP proxy"),
                Arguments.of("", "CONNECT_FAILED", "closed the connection before it opened a tunnel"),
                Arguments.of("\0", "CONNECT", "was silent"));
    }

    @ParameterizedTest
    @MethodSource("proxies")
    void aProxyThatOpensNoTunnel(String answer, String kind, String reason) throws Exception {
        boolean silent = answer.equals("\0");
        try (RawWire proxy = new RawWire(silent ? RawWire.hangs() : RawWire.says(answer))) {
            for (String scheme : new String[] {"http", "https"}) {
                BbbServer server = BbbServer.of(scheme + "://bbb.invalid/b", "shared-secret-1");
                BbbException error = failure(server, through(proxy.port(), silent ? 500 : 5_000));
                check(error, kind, reason);
                assertThat(error).hasMessageContaining("the proxy 127.0.0.1:" + proxy.port());
            }
        }
    }

    @Test
    void aProxyThatIsNotMetIsNamed() throws Exception {
        BbbServer server = BbbServer.of("http://bbb.invalid/b", "shared-secret-1");
        try (ClosedPort port = new ClosedPort()) {
            int closed = port.number();
            check(failure(server, through(closed)), "CONNECT_FAILED", "the proxy 127.0.0.1:" + closed + " refused it");
            check(
                    failure(
                            server,
                            builder -> builder.proxy(spec -> spec.type(ProxyProvider.Proxy.HTTP)
                                    .host("no-proxy.invalid")
                                    .port(closed))),
                    "NAME_NOT_RESOLVED",
                    "the host name of the proxy");
        }
    }

    @Test
    void aProxyResolvesTheServersNameAndStandsInErrorsBehindIt() throws Exception {
        try (RawWire proxy = new RawWire(connection -> {
            String opened = RawWire.head(connection.getInputStream());
            RawWire.write(connection, "HTTP/1.1 200 Connection established\r\n\r\n");
            if (opened.startsWith("CONNECT bbb.invalid:80 ")) {
                RawWire.says(OK).treat(connection);
            }
        })) {
            BbbClient client = through(proxy.port())
                    .apply(BbbClient.builder(BbbServer.of("http://bbb.invalid/b", "shared-secret-1")))
                    .build();
            assertThat(client.getMeetingInfo("room-1").block(LONG_ENOUGH)).isNotNull();
            client.disposeLater().block(LONG_ENOUGH);
            BbbServer other = BbbServer.of("http://other.invalid/b", "shared-secret-1");
            check(failure(other, through(proxy.port())), "CLOSED_BEFORE_ANSWER", "a proxy is in between");
        }
    }

    private static UnaryOperator<BbbClientBuilder> through(int port) {
        return through(port, 5_000);
    }

    private static UnaryOperator<BbbClientBuilder> through(int port, long millis) {
        return builder -> builder.proxy(spec ->
                spec.type(ProxyProvider.Proxy.HTTP).host("127.0.0.1").port(port).connectTimeoutMillis(millis));
    }

    private static BbbException failure(String origin) {
        return failure(BbbServer.of(origin + "/b", "shared-secret-1"), builder -> builder);
    }

    private static BbbException failure(BbbServer server, UnaryOperator<BbbClientBuilder> settings) {
        BbbClient client = settings.apply(BbbClient.builder(server)).build();
        Throwable error = client.getMeetingInfo("room-1")
                .flatMap(value -> Mono.<Throwable>just(new AssertionError("it succeeded")))
                .onErrorResume(Mono::just)
                .block(LONG_ENOUGH);
        client.disposeLater().block(LONG_ENOUGH);
        assertThat(error).isInstanceOf(BbbException.class).hasMessageContaining("getMeetingInfo on " + server.name());
        return (BbbException) Objects.requireNonNull(error);
    }

    private static void check(BbbException error, String kind, String reason) {
        assertThat(error).hasMessageContaining(reason);
        String got = error instanceof TransportException transport
                ? transport.kind().name()
                : error instanceof CallTimeoutException timeout
                        ? timeout.stage().name()
                        : ((LimitExceededException) error).limit();
        assertThat(got).isEqualTo(kind);
        assertThat(error.isTransient())
                .isEqualTo(!kind.equals("NOT_HTTP")
                        && !kind.equals("PROXY_REFUSED")
                        && !kind.equals("TLS_FAILED")
                        && !kind.equals("headerBytes"));
    }

    private static String chunked(String header, String size) {
        return HEAD + header + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\nabcde\r\n0\r\n\r\n";
    }

    private static String packed(String encoding, String body) {
        return HEAD + "Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String gzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(BODY.getBytes(UTF_8));
        }
        return packed.toString(ISO_8859_1);
    }

    private static CertificateBuilder certificate(String host) {
        return new CertificateBuilder().ecp256().subject("CN=" + host).addSanDnsName(host.replace(' ', '-'));
    }
}
