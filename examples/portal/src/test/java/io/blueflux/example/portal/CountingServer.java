// SPDX-License-Identifier: Apache-2.0
package io.blueflux.example.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A server with one meeting that counts what create brings it, and keeps nothing. */
final class CountingServer implements AutoCloseable {
    private static final String SUCCESS = "<returncode>SUCCESS</returncode>";

    private final AtomicLong bytesOfCreates = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    CountingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/bigbluebutton/api", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/bigbluebutton";
    }

    long bytesOfCreates() {
        return bytesOfCreates.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long size = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        String call = exchange.getRequestURI().getPath();
        String answer = "<returncode>FAILED</returncode><messageKey>notFound</messageKey>";
        if (call.endsWith("/create")) {
            bytesOfCreates.addAndGet(size);
            answer = SUCCESS + meeting("Lecture");
        } else if (call.endsWith("/getMeetings")) {
            answer = SUCCESS + "<meetings><meeting>" + meeting("Standing") + "</meeting></meetings>";
        }
        byte[] body = ("<response>" + answer + "</response>").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String meeting(String id) {
        return "<meetingID>%1$s</meetingID><internalMeetingID>%1$s-1</internalMeetingID><meetingName>%1$s</meetingName><createTime>1764000000000</createTime>"
                .formatted(id);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
