// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import static io.blueflux.webhooks.webflux.Deliveries.ended;
import static io.blueflux.webhooks.webflux.Deliveries.query;
import static io.blueflux.webhooks.webflux.Deliveries.urlOf;
import static io.blueflux.webhooks.webflux.Deliveries.verifierOf;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.SharedSecret;
import io.blueflux.webhook.WebhookVerifier;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

/** What every route of many servers must do, over real sockets. */
abstract class ServersRouteContract {
    private final LoopResources loops = LoopResources.create("webhooks", 2, true);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServerWebhooks hooks = ServerWebhooks.of(WebhookLimits.DEFAULT);
    private DisposableServer server;

    abstract HttpServer routed(HttpServer server, ServerWebhooks hooks);

    @BeforeEach
    void start() {
        HttpServer plain = HttpServer.create()
                .bindAddress(() -> new InetSocketAddress("127.0.0.1", 0))
                .runOn(loops);
        server = routed(plain, hooks).bindNow();
    }

    @AfterEach
    void stop() {
        server.disposeNow();
        loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s1",
                "bbb.example.org",
                "a b",
                "a+b",
                "a/b",
                "a//b",
                "/",
                "100%",
                "%2F",
                "%",
                "a;q=1",
                "x?y#z",
                "a:b@c",
                "{server}",
                "*",
                "ü-日本-😀",
                "...",
                "a\\b",
                "a\"<>|^`b",
                " ",
                "a\u0001b"
            })
    void deliveryToTheCallbackUrlIsItsServers(String name) throws Exception {
        hooks.put(name, verifierOf(name));

        assertThat(post(name)).isEqualTo(200);

        hooks.events()
                .take(1)
                .as(StepVerifier::create)
                .assertNext(webhook -> assertThat(webhook.server()).isEqualTo(name))
                .verifyComplete();
    }

    /** Whoever registered the hook may write its URL in another way; the verifier must know which. */
    @ParameterizedTest
    @ValueSource(strings = {"a+b", "a%2bb", "%61+b"})
    void nameThatSomebodyElseEncodedIsTheSame(String segment) throws Exception {
        String callbackUrl = "https://app.example.org/bbb-hooks/" + segment;
        hooks.put("a+b", WebhookVerifier.of(SharedSecret.of(Deliveries.SECRET), callbackUrl));
        String query = "?" + query(callbackUrl, Deliveries.SECRET, ended(1));

        assertThat(post(URI.create("http://127.0.0.1:" + server.port() + "/bbb-hooks/" + segment + query)))
                .isEqualTo(200);
    }

    @Test
    void forgedIsForbiddenAndUnknownIsNotFound() throws Exception {
        hooks.put("s1", verifierOf("other"));

        assertThat(post("s1")).isEqualTo(403);
        assertThat(post("s2")).isEqualTo(404);
    }

    @Test
    void unknownIsNotFoundBeforeItsBodyComes() throws Exception {
        String head =
                "POST /bbb-hooks/s2?checksum=" + "0".repeat(64) + " HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(13), US_ASCII))
                    .isEqualTo("HTTP/1.1 404 ");
        }
    }

    @Test
    void brokenNamesAreNobodys() throws Exception {
        for (String segment : new String[] {"%", "%zz", "%FF", "", "s1/more"}) {
            String head = "POST /bbb-hooks/" + segment
                    + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            try (Socket socket = new Socket("127.0.0.1", server.port())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write(head.getBytes(US_ASCII));

                assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                        .as(segment)
                        .isIn("HTTP/1.1 400", "HTTP/1.1 404");
            }
        }
    }

    @Test
    void otherMethodsAreNoDeliveries() throws Exception {
        hooks.put("s1", verifierOf("s1"));
        HttpRequest get = HttpRequest.newBuilder(uri("s1", "")).GET().build();

        assertThat(client.send(get, BodyHandlers.discarding()).statusCode()).isIn(404, 405);
    }

    private int post(String name) throws Exception {
        return post(uri(name, "?" + query(urlOf(name), Deliveries.SECRET, ended(1))));
    }

    private int post(URI uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(ended(1)))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private URI uri(String name, String query) {
        return URI.create(ServerWebhooks.callbackUrl("http://127.0.0.1:" + server.port() + "/bbb-hooks", name) + query);
    }
}
