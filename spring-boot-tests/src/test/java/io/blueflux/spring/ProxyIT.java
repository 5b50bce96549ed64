// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.TransportException;
import io.blueflux.reactor.BbbClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;

/** A proxy by the configuration. */
class ProxyIT {

    @Test
    void theProxyIsAskedForATunnelByItsUser() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> request(proxy));
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(BluefluxAutoConfiguration.class))
                    .withPropertyValues(
                            "blueflux.servers.bbb1.url=http://bbb1.example.org/bigbluebutton",
                            "blueflux.servers.bbb1.secret=secret",
                            "blueflux.client.proxy.host=localhost",
                            "blueflux.client.proxy.port=" + proxy.getLocalPort(),
                            "blueflux.client.proxy.username=ann",
                            "blueflux.client.proxy.password=pass")
                    .run(context -> {
                        context.getBean(BbbClient.class)
                                .getMeetings()
                                .then()
                                .onErrorResume(TransportException.class, error -> Mono.empty())
                                .block(Duration.ofSeconds(30));
                        assertThat(asked.get(30, TimeUnit.SECONDS))
                                .startsWith("CONNECT bbb1.example.org:80 HTTP/1.1")
                                .anyMatch(line -> line.equalsIgnoreCase("proxy-authorization: Basic "
                                        + Base64.getEncoder()
                                                .encodeToString("ann:pass".getBytes(StandardCharsets.US_ASCII))));
                    });
        }
    }

    /** Takes a request's head and refuses it. */
    private static List<String> request(ServerSocket proxy) {
        List<String> lines = new ArrayList<>();
        try (Socket socket = proxy.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
            }
            socket.getOutputStream()
                    .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
