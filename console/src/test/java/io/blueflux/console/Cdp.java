// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A second line to the browser's debugger, for what the driver keeps to itself: events. */
final class Cdp implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE = 30;

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private int sent;

    Cdp(URI target) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(target, this)
                .join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            messages.add(JSON.readTree(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    /** Sends a command and returns what is answered; events before it are left out. */
    JsonNode command(String method, Map<String, Object> parameters) throws InterruptedException {
        int id = ++sent;
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            JsonNode message = next();
            if (message.path("id").asInt(-1) == id) {
                return message.path("result");
            }
        }
    }

    /** Waits for an event and returns it, its name and all. */
    JsonNode nextEvent() throws InterruptedException {
        JsonNode message = next();
        while (!message.has("method")) {
            message = next();
        }
        return message;
    }

    private JsonNode next() throws InterruptedException {
        JsonNode message = messages.poll(PATIENCE, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the browser said nothing for " + PATIENCE + " s");
        }
        return message;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
