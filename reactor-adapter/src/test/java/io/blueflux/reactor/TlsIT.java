// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.error.TransportException;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

class TlsIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final X509Bundle authority = new CertificateBuilder()
            .ecp256()
            .subject("CN=A private authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    private final LoopResources loops = LoopResources.create("tls-server", 1, true);

    TlsIT() throws Exception {}

    @AfterEach
    void stop() {
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block(LONG_ENOUGH);
    }

    @Test
    void aPrivateAuthorityThatIsGivenIsTrusted() throws Exception {
        DisposableServer server = serve(certificate("localhost").buildIssuedBy(authority));
        BbbClient client = client(server, trusting(authority));
        client.getMeetings().count().as(StepVerifier::create).expectNext(3L).verifyComplete();
        client.getMeetings().count().as(StepVerifier::create).expectNext(3L).verifyComplete();
        close(client, server);
    }

    @Test
    void manyCallsShakeHandsOnce() throws Exception {
        AtomicInteger handshakes = new AtomicInteger();
        DisposableServer server = serve(
                certificate("localhost").buildIssuedBy(authority),
                handler -> handler.handshakeFuture().addListener(done -> handshakes.incrementAndGet()));
        BbbClient client = client(server, trusting(authority), builder -> builder.maxConnections(1));
        client.getMeetings()
                .count()
                .repeat(99)
                .as(StepVerifier::create)
                .expectNextCount(100)
                .verifyComplete();
        assertThat(handshakes).hasValue(1);
        close(client, server);
    }

    @Test
    void aSelfSignedCertificateIsNotTrustedByDefault() throws Exception {
        assertNotTrusted(
                serve(certificate("localhost").setIsCertificateAuthority(true).buildSelfSigned()), null);
    }

    @Test
    void aPrivateAuthorityIsNotTrustedByDefault() throws Exception {
        assertNotTrusted(serve(certificate("localhost").buildIssuedBy(authority)), null);
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        assertNotTrusted(serve(certificate("other.example.org").buildIssuedBy(authority)), trusting(authority));
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        X509Bundle expired = certificate("localhost")
                .notBefore(Instant.now().minus(Duration.ofDays(30)))
                .notAfter(Instant.now().minus(Duration.ofDays(1)))
                .buildIssuedBy(authority);
        assertNotTrusted(serve(expired), trusting(authority));
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsToldAsSuch() {
        assertNotTrusted(bind(HttpServer.create()), null);
    }

    private static void assertNotTrusted(DisposableServer server, @Nullable SslContext trust) {
        BbbClient client = client(server, trust);
        client.getMeetings()
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(TransportException.class);
                    assertThat(((TransportException) error).kind()).isEqualTo(TransportException.Kind.TLS_FAILED);
                    assertThat(((TransportException) error).isTransient()).isFalse();
                    assertThat(((TransportException) error).server()).isEqualTo("localhost:" + server.port());
                })
                .verify(LONG_ENOUGH);
        close(client, server);
    }

    private DisposableServer serve(X509Bundle certificate) throws Exception {
        return serve(certificate, handler -> {});
    }

    private DisposableServer serve(X509Bundle certificate, Consumer<SslHandler> setUp) throws Exception {
        SslContext context =
                SslContextBuilder.forServer(certificate.toKeyManagerFactory()).build();
        return bind(HttpServer.create().secure(spec -> spec.sslContext(context).handlerConfigurator(setUp)));
    }

    private DisposableServer bind(HttpServer server) {
        return server.runOn(loops)
                .bindAddress(() -> new InetSocketAddress("localhost", 0))
                .handle((request, response) -> response.sendString(Mono.just(Answers.meetings(3))))
                .bindNow();
    }

    private static BbbClient client(DisposableServer server, @Nullable SslContext trust) {
        return client(server, trust, builder -> builder);
    }

    private static BbbClient client(
            DisposableServer server, @Nullable SslContext trust, UnaryOperator<BbbClientBuilder> setUp) {
        BbbClientBuilder builder = setUp.apply(
                BbbClient.builder(BbbServer.of("https://localhost:" + server.port() + "/bigbluebutton", "a-secret")));
        return (trust == null ? builder : builder.sslContext(trust)).build();
    }

    private static CertificateBuilder certificate(String host) {
        return new CertificateBuilder().ecp256().subject("CN=" + host).addSanDnsName(host);
    }

    private static SslContext trusting(X509Bundle authority) throws Exception {
        return SslContextBuilder.forClient()
                .trustManager(authority.getRootCertificate())
                .build();
    }

    private static void close(BbbClient client, DisposableServer server) {
        client.disposeLater().block(LONG_ENOUGH);
        server.disposeNow();
    }
}
