// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TlsTest {
    private static final String CREATE = "meetingID=room&name=Room";

    @RegisterExtension
    static final BbbSimulatorExtension SIMULATORS =
            BbbSimulatorExtension.of(BbbSimulator.builder().tls().servers(2).separatePorts());

    @Test
    void clientThatTrustsTheCertificateIsAnswered(BbbSimulator simulator) throws Exception {
        for (SimulatedServer server : simulator.servers()) {
            assertThat(server.url()).startsWith("https://127.0.0.1:");
            String url = Wire.signed(server, "create", CREATE);

            assertThat(get(simulator, url)).contains("<returncode>SUCCESS</returncode>");
            assertThat(get(simulator, url.replace("127.0.0.1", "localhost"))).contains("idNotUnique");
            assertThat(server.meetings()).hasSize(1);
        }
    }

    @Test
    void clientThatDoesNotTrustTheCertificateGivesUp(SimulatedServer server) {
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> get(SSLContext.getDefault(), Wire.signed(server, "create", CREATE)));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void certificateOfAnotherSimulatorIsNotTrusted(SimulatedServer server) throws Exception {
        SSLContext other = trusting(BbbSimulator.builder().tls().build());

        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> get(other, Wire.signed(server, "create", CREATE)));
    }

    @Test
    void certificateIsGoodForTodayAndProvesItself(BbbSimulator simulator) throws Exception {
        X509Certificate certificate = simulator.certificate();

        certificate.checkValidity();
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getBasicConstraints()).isNotNegative();
        assertThat(certificate.getSerialNumber()).isPositive();
        assertThat(certificate.getSubjectAlternativeNames()).hasSize(3);
    }

    @Test
    void plainSimulatorHasNoCertificate() {
        BbbSimulator plain = BbbSimulator.builder().build();

        assertThatIllegalStateException().isThrownBy(plain::certificate).withMessageContaining("tls()");
        assertThatIllegalStateException().isThrownBy(plain::certificatePem).withMessageContaining("tls()");
    }

    @Test
    void drippingAnswerComesWhole(BbbSimulator simulator, SimulatedServer server) throws Exception {
        String url = Wire.signed(server, "getMeetings", "");
        String sound = get(simulator, url);
        server.fault("getMeetings", Fault.drip(Duration.ofMillis(1)));

        assertThat(get(simulator, url)).isEqualTo(sound);
    }

    @Test
    void cutBodyEndsWhereItIsCut(BbbSimulator simulator, SimulatedServer server) throws Exception {
        String sound = get(simulator, Wire.signed(server, "getMeetings", ""));
        server.fault("getMeetings", Fault.cut(100));

        String raw = raw(simulator, server, "getMeetings", "");

        assertThat(raw).startsWith("HTTP/1.1 200 ").doesNotContain("\r\n0\r\n");
        assertThat(Wire.unchunked(raw)).isEqualTo(sound.substring(0, 100));
    }

    @Test
    void closedConnectionGivesNothing(BbbSimulator simulator, SimulatedServer server) throws Exception {
        server.fault("create", Fault.close());

        assertThat(raw(simulator, server, "create", CREATE)).isEmpty();
        assertThat(server.meetings()).isEmpty();
    }

    @Test
    void resetConnectionIsResetWithoutAFarewell(BbbSimulator simulator, SimulatedServer server) {
        server.fault("create", Fault.reset());
        assertThatExceptionOfType(SocketException.class).isThrownBy(() -> raw(simulator, server, "create", CREATE));
        assertThat(server.meetings()).isEmpty();

        server.fault("create", Fault.resetAfter(20));
        assertThatExceptionOfType(SocketException.class).isThrownBy(() -> raw(simulator, server, "create", CREATE));
        assertThat(server.meetings()).hasSize(1);
    }

    @Test
    void serverThatWasStoppedSpeaksTlsAgain(BbbSimulator simulator, SimulatedServer server) throws Exception {
        server.stop();
        server.restart();

        assertThat(get(simulator, Wire.signed(server, "getMeetings", ""))).contains("noMeetings");
    }

    private static String get(BbbSimulator simulator, String url) throws Exception {
        return get(trusting(simulator), url);
    }

    private static String get(SSLContext context, String url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /** Returns all that comes before the connection ends. */
    private static String raw(BbbSimulator simulator, SimulatedServer server, String call, String query)
            throws GeneralSecurityException, IOException {
        URI url = URI.create(Wire.signed(server, call, query));
        String head = "GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (SSLSocket socket =
                (SSLSocket) trusting(simulator).getSocketFactory().createSocket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static SSLContext trusting(BbbSimulator simulator) throws GeneralSecurityException, IOException {
        byte[] pem = simulator.certificatePem().getBytes(US_ASCII);
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "simulator",
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
