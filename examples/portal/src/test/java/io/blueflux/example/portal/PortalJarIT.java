// SPDX-License-Identifier: Apache-2.0
package io.blueflux.example.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal's jar in a JVM of its own: processed ahead of time, with little memory, until SIGTERM. */
class PortalJarIT {
    private static final Pattern PORT = Pattern.compile("Netty started on port (\\d+)");
    private static final int MEGABYTE = 1_000_000;
    private static final int MEGABYTES = 200;

    private final HttpClient browser = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private CountingServer bbb;

    @SuppressWarnings("NullAway.Init")
    private Process portal;

    @BeforeEach
    void start() throws IOException {
        bbb = new CountingServer();
        portal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-Dspring.aot.enabled=true",
                        "-jar",
                        System.getProperty("portal.jar"),
                        "--server.port=0",
                        "--blueflux.servers.bbb1.url=" + bbb.url(),
                        "--blueflux.servers.bbb1.secret=a secret of the test",
                        "--spring.webflux.multipart.file-storage-directory=" + folder,
                        "--spring.lifecycle.timeout-per-shutdown-phase=10m")
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    @AfterEach
    void stop() {
        portal.destroyForcibly();
        bbb.close();
    }

    @Test
    void itPassesSlidesOnThatAreLargerThanItsMemoryAndEndsWithAStreamOpen() throws Exception {
        String url = "http://localhost:" + port();
        assertThat(Files.readString(log())).contains("AOT-processed PortalApplication");

        HttpResponse<String> created = browser.send(upload(url + "/rooms"), BodyHandlers.ofString());
        assertThat(created.body()).contains("\"server\":\"bbb1\"");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(bbb.bytesOfCreates()).isGreaterThan(MEGABYTES * (long) MEGABYTE * 4 / 3);

        HttpResponse<InputStream> stream = browser.send(
                HttpRequest.newBuilder(URI.create(url + "/meetings")).build(), BodyHandlers.ofInputStream());
        assertThat(stream.body().read()).isPositive();
        portal.destroy();
        assertThat(portal.waitFor(2, TimeUnit.MINUTES)).isTrue(); // the stream would hold it for ten
        assertThat(stream.body().readAllBytes()).isNotEmpty(); // ended, not broken off
        assertThat(Files.readString(log())).doesNotContain("ERROR", "OutOfMemoryError", "a secret of the test");
    }

    private static HttpRequest upload(String url) {
        byte[] chunk = new byte[MEGABYTE];
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.concat(Stream.of(
                                Stream.of(BodyPublishers.ofString("""
                                        --edge\r
                                        Content-Disposition: form-data; name="name"\r
                                        \r
                                        Lecture\r
                                        --edge\r
                                        Content-Disposition: form-data; name="slides"; filename="slides.pdf"\r
                                        \r
                                        """)),
                                IntStream.range(0, MEGABYTES).mapToObj(i -> BodyPublishers.ofByteArray(chunk)),
                                Stream.of(BodyPublishers.ofString("\r\n--edge--\r\n")))
                        .flatMap(parts -> parts)
                        .toArray(HttpRequest.BodyPublisher[]::new)))
                .build();
    }

    private String port() throws Exception {
        for (long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
                System.nanoTime() < end;
                Thread.sleep(50)) {
            String said = Files.readString(log());
            Matcher port = PORT.matcher(said);
            if (port.find() && said.contains("Started PortalApplication")) {
                return port.group(1);
            }
            assertThat(portal.isAlive()).as(said).isTrue();
        }
        throw new AssertionError("not started: " + Files.readString(log()));
    }

    private Path log() {
        return folder.resolve("portal.log");
    }
}
