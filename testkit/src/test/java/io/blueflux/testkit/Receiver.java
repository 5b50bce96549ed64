// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes callbacks with the JDK's HTTP server. */
final class Receiver implements AutoCloseable {
    private final HttpServer http;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    record Received(String method, String target, String contentType, String body) {
        Map<String, String> fields() {
            return FormText.decodeInto(new LinkedHashMap<>(), body);
        }

        String field(String name) {
            return Objects.requireNonNull(fields().get(name), name);
        }

        String event() {
            return field("event").replaceAll(".*\"id\":\"([a-z-]+)\",\"attributes\".*", "$1");
        }

        String checksum() {
            return target.replaceAll(".*[?&]checksum=", "");
        }
    }

    Receiver() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::take);
        http.start();
    }

    String url(String target) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + target;
    }

    /** Sets the next answers; 200 after them. */
    void answers(Integer... next) {
        statuses.addAll(List.of(next));
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    private void take(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), type == null ? "" : type, body));
        Integer status = statuses.poll();
        exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
