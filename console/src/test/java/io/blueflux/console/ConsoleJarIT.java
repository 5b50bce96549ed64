// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console's jar in a JVM of its own, as its users start it. */
class ConsoleJarIT {
    private static final int SIGTERM = 15;
    private static final int ANSWERED = 200;

    private final List<ConsoleProcess> started = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void stop() {
        started.forEach(ConsoleProcess::close);
    }

    @Test
    void itServesUntilItIsToldToEndAndThenEndsItsStreams() throws Exception {
        Files.writeString(folder.resolve("application.yaml"), "server.port: 1\n"); // another service's
        ConsoleProcess console = start(Map.of(), "--demo", "--port", "0");
        URI page = console.page();
        HttpClient browser = HttpClient.newHttpClient();
        HttpResponse<InputStream> stream = browser.send(get(page.resolve("api/stream")), BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(ANSWERED);
        assertThat(stream.body().read()).isPositive();

        console.end();
        assertThat(console.status()).isEqualTo(128 + SIGTERM);
        assertThat(stream.body().readAllBytes()).isNotEmpty(); // ended, not broken off
        assertThat(console.said()).doesNotContain("ERROR", "Exception", "secret");
    }

    @Test
    void atAnotherAddressItAsksForThePasswordOverTls() throws Exception {
        X509Bundle identity = new CertificateBuilder()
                .subject("CN=localhost")
                .addSanDnsName("localhost")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        Path certificate = Files.writeString(folder.resolve("cert.pem"), identity.getCertificatePEM());
        Path key = Files.writeString(folder.resolve("key.pem"), identity.getPrivateKeyPEM());
        Path password = Files.writeString(folder.resolve("password"), "a long password\n");
        ConsoleProcess console = start(
                Map.of(
                        "SERVER_SSL_CERTIFICATE",
                        certificate.toString(),
                        "SERVER_SSL_CERTIFICATEPRIVATEKEY",
                        key.toString()),
                "--demo",
                "--port=0",
                "--bind=0.0.0.0",
                "--password-file=" + password);
        URI page = console.page();
        assertThat(page.getScheme()).isEqualTo("https");
        URI named = URI.create("https://localhost:" + page.getPort() + "/");
        HttpClient browser =
                HttpClient.newBuilder().sslContext(trusting(identity)).build();
        assertThat(browser.send(get(named), BodyHandlers.discarding()).statusCode())
                .isEqualTo(401);
        String basic =
                Base64.getEncoder().encodeToString("blueflux:a long password".getBytes(StandardCharsets.ISO_8859_1));
        HttpRequest known = HttpRequest.newBuilder(named)
                .header("Authorization", "Basic " + basic)
                .build();
        assertThat(browser.send(known, BodyHandlers.discarding()).statusCode()).isEqualTo(ANSWERED);
        assertThat(console.said()).doesNotContain("a long password");
    }

    @Test
    void variablesOfAnotherServiceOpenNothing() throws Exception {
        Files.writeString(folder.resolve("other.yaml"), "management.endpoints.web.exposure.include: env\n");
        ConsoleProcess console = start(
                Map.of(
                        "MANAGEMENT_SERVER_PORT", "0",
                        "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "*",
                        "SPRING_APPLICATION_JSON", "{\"management.server.port\":0}",
                        "SPRING_CONFIG_IMPORT", "file:other.yaml",
                        "SERVER_SSL_CERTIFICATE", "none.pem",
                        "SERVER_SSL_ENABLED", "false"),
                "--demo",
                "--port=0");
        URI page = console.page();
        assertThat(page.getScheme()).isEqualTo("http");
        HttpClient browser = HttpClient.newHttpClient();
        assertThat(browser.send(get(page.resolve("actuator/health")), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(ANSWERED);
        assertThat(browser.send(get(page.resolve("actuator/env")), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAddressThatIsInUseIsSaidInOneLine() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ConsoleProcess console = start(Map.of(), "--demo", "--port=" + other.getLocalPort());
            assertThat(console.status()).isEqualTo(2);
            assertThat(console.said())
                    .isEqualTo("blueflux: --bind, --port: nobody may listen at 127.0.0.1:" + other.getLocalPort()
                            + ": the port is in use, or not for everybody, or this machine has no such address\n");
        }
    }

    private ConsoleProcess start(Map<String, String> environment, String... options) throws IOException {
        ConsoleProcess console = new ConsoleProcess(folder, environment, options);
        started.add(console);
        return console;
    }

    private static HttpRequest get(URI page) {
        return HttpRequest.newBuilder(page).build();
    }

    private static SSLContext trusting(X509Bundle identity) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("console", identity.getCertificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
