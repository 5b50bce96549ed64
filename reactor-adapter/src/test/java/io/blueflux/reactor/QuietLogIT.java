// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.support.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.body.Document;
import io.blueflux.request.CreateRequest;
import io.netty.pkitesting.CertificateBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.transport.ProxyProvider;
import reactor.util.context.ContextView;

/** A call that fails tells its caller, and nobody else: no library prints a warning and a stack for it. */
class QuietLogIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";

    private final ForeignLog log = new ForeignLog();

    @AfterEach
    void nobodyElseSaidAnything() {
        log.close();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void answersThatAreNotHttp() throws Exception {
        List<String> answers = List.of(
                "",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "<response>" + "x".repeat(100) + "\n",
                "HTTP/1.1 2x0 OK\r\n\r\n",
                "HTTP/1.1 200 " + "x".repeat(9_000) + "\r\n\r\n",
                OK + "A: " + "x".repeat(99_000) + "\r\n\r\n",
                OK + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n",
                OK + "Content-Length: 50\r\nTransfer-Encoding: chunked\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcdefghijk\r\n0\r\n\r\n",
                OK + "Content-Encoding: gzip\r\nContent-Length: 500\r\n\r\n" + "x".repeat(500),
                OK + "Content-Length: 500\r\n\r\n<response>",
                OK + "Content-Length: 0\r\n\r\nHTTP/1.1 200 and more\r\n\r\n",
                OK + "Connection: close\r\nContent-Length: 0\r\n\r\nand more",
                "HTTP/1.1 500 no\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 103 Early Hints\r\n\r\n");
        for (String answer : answers) {
            try (RawWire server = new RawWire(RawWire.says(answer))) {
                fails(server.address(), UnaryOperator.identity(), BbbClient::getMeetings);
                fails(server.address(), UnaryOperator.identity(), QuietLogIT::upload);
            }
        }
    }

    @Test
    void anEchoOfTheRequestsLine() throws Exception {
        List<Function<String, String>> echoes = List.of(
                line -> line + "\r\n\r\n",
                line -> "HTTP/1.1 " + line + "\r\n\r\n",
                line -> OK + line + "\r\nContent-Length: " + line + "\r\n\r\n");
        for (Function<String, String> echo : echoes) {
            try (RawWire server = new RawWire(connection -> {
                String head = RawWire.head(connection.getInputStream());
                RawWire.write(connection, echo.apply(head.substring(0, head.indexOf("\r\n"))));
            })) {
                fails(server.address(), UnaryOperator.identity(), client -> client.end("room-1", "a-password"));
            }
        }
    }

    @Test
    void handshakesThatFail() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                new CertificateBuilder()
                        .ecp256()
                        .subject("CN=self")
                        .setIsCertificateAuthority(true)
                        .buildSelfSigned()
                        .toKeyManagerFactory()
                        .getKeyManagers(),
                null,
                null);
        ServerSocket untrusted =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        List<RawWire> servers = List.of(
                new RawWire(untrusted, RawWire.says(OK + "\r\n")),
                new RawWire(afterSomeBytes("HTTP/1.1 400 Bad Request\r\n\r\n")),
                new RawWire(afterSomeBytes("\u0015\3\3\0\2\2(")), // an alert
                new RawWire(afterSomeBytes("")),
                new RawWire(QuietLogIT::reset));
        for (RawWire server : servers) {
            BbbServer address = BbbServer.of("https://127.0.0.1:" + server.port() + "/b", "shared-secret-1");
            fails(address, UnaryOperator.identity(), BbbClient::getMeetings);
            fails(address, UnaryOperator.identity(), QuietLogIT::upload);
            server.close();
        }
    }

    @Test
    void proxiesThatRefuse() throws Exception {
        List<RawWire.Behaviour> proxies = List.of(
                RawWire.says("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"),
                RawWire.says("HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\n\r\nno no"),
                RawWire.says("<html>\r\n\r\n"),
                RawWire.says(""),
                RawWire.hangs(),
                QuietLogIT::reset);
        for (RawWire.Behaviour proxy : proxies) {
            try (RawWire wire = new RawWire(proxy)) {
                UnaryOperator<BbbClientBuilder> through =
                        builder -> builder.proxy(spec -> spec.type(ProxyProvider.Proxy.HTTP)
                                .host("127.0.0.1")
                                .port(wire.port())
                                .connectTimeoutMillis(300));
                for (String scheme : List.of("http", "https")) {
                    BbbServer server = BbbServer.of(scheme + "://bbb.invalid/b", "shared-secret-1");
                    fails(server, through, BbbClient::getMeetings);
                    fails(server, through, QuietLogIT::upload);
                }
            }
        }
    }

    @Test
    void connectionsThatAreReset() throws Exception {
        try (RawWire server = new RawWire(QuietLogIT::reset)) {
            fails(server.address(), UnaryOperator.identity(), BbbClient::getMeetings);
            fails(server.address(), UnaryOperator.identity(), QuietLogIT::upload);
        }
        try (RawWire server = new RawWire(connection -> {
            RawWire.head(connection.getInputStream());
            RawWire.write(connection, OK + "Content-Length: 500\r\n\r\n<response>");
            connection.setSoLinger(true, 0);
        })) {
            fails(server.address(), UnaryOperator.identity(), BbbClient::getMeetings);
        }
    }

    @Test
    void uploadsThatAreAborted() throws Exception {
        List<Flux<ByteBuffer>> sources = List.of(
                Flux.error(new IllegalStateException("no more")),
                Flux.just(ByteBuffer.allocate(10)), // too few
                Flux.just(ByteBuffer.allocate(1_000)).repeat(99), // too many
                Flux.just(ByteBuffer.allocate(10)).concatWith(Flux.error(new IOException("no more"))));
        for (Flux<ByteBuffer> source : sources) {
            try (RawWire server = new RawWire(RawWire.hangs())) {
                fails(server.address(), UnaryOperator.identity(), client -> upload(client, source));
            }
        }
        try (RawWire server = new RawWire(RawWire.hangs())) { // takes what the sockets hold, and no more
            BbbClient client = BbbClient.create(server.address());
            Flux<ByteBuffer> endless = Flux.just(ByteBuffer.allocate(1_000)).repeat(50_000);
            upload(client, endless)
                    .timeout(Duration.ofMillis(300))
                    .onErrorComplete()
                    .block(LONG_ENOUGH);
            client.disposeLater().block(LONG_ENOUGH);
        }
    }

    @Test
    void callsThatAreCancelled() throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        try (RawWire server = new RawWire(connection -> {
                    RawWire.head(connection.getInputStream());
                    asked.set(true);
                    RawWire.hangs().treat(connection);
                });
                RawWire half = new RawWire(connection -> {
                    RawWire.head(connection.getInputStream());
                    RawWire.write(connection, OK + "Content-Length: 500\r\n\r\n<response>");
                    RawWire.hangs().treat(connection);
                })) {
            FirstByte answering = new FirstByte();
            cancelled(server.address(), CallListener.NONE, asked::get);
            cancelled(half.address(), answering, () -> answering.came);
        }
    }

    private static void cancelled(BbbServer address, CallListener listener, BooleanSupplier underWay) throws Exception {
        BbbClient client = BbbClient.builder(address).listener(listener).build();
        Disposable call = client.getMeetings().subscribe();
        eventually("the call is under way", underWay);
        call.dispose();
        client.getMeetings().take(Duration.ZERO).blockLast(LONG_ENOUGH);
        Mono.firstWithSignal(client.getMeetings().then(), client.disposeLater())
                .onErrorComplete()
                .block(LONG_ENOUGH);
    }

    private static void fails(
            BbbServer server,
            UnaryOperator<BbbClientBuilder> settings,
            Function<BbbClient, ? extends org.reactivestreams.Publisher<?>> call) {
        BbbClient client = settings.apply(BbbClient.builder(server)).build();
        Flux.from(call.apply(client))
                .then(Mono.error(new AssertionError("it succeeded")))
                .onErrorResume(Exception.class, error -> Mono.empty())
                .block(LONG_ENOUGH);
        client.disposeLater().block(LONG_ENOUGH);
    }

    private static Mono<?> upload(BbbClient client) {
        return upload(client, Flux.just(ByteBuffer.wrap("slides".repeat(1_000).getBytes(UTF_8))));
    }

    private static Mono<?> upload(BbbClient client, Flux<ByteBuffer> source) {
        Flow.Publisher<ByteBuffer> publisher = JdkFlowAdapter.publisherToFlowPublisher(source);
        return client.create(CreateRequest.builder("room-1", "Room")
                .document(Document.inline("a.pdf", 6_000, publisher))
                .build());
    }

    private static RawWire.Behaviour afterSomeBytes(String answer) {
        return connection -> {
            assertThat(connection.getInputStream().read(new byte[100])).isPositive();
            RawWire.write(connection, answer);
        };
    }

    private static void reset(Socket connection) throws IOException {
        assertThat(connection.getInputStream().read()).isPositive();
        connection.setSoLinger(true, 0);
    }

    private static final class FirstByte implements CallListener {
        private volatile boolean came;

        @Override
        public void onFirstByte(Call call, int status, Duration elapsed, ContextView context) {
            came = true;
        }
    }
}
