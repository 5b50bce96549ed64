// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers every request with one recording, byte for byte as a server would send it, over a plain socket. */
final class RecordedServer implements AutoCloseable {
    private static final int CHUNK = 8 << 10;
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile @Nullable RecordedCase answer;

    RecordedServer() throws IOException {
        startThread(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/bigbluebutton";
    }

    void answerWith(RecordedCase recorded) {
        answer = recorded;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                startThread(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            RecordedCase sent;
            do {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                Matcher length = CONTENT_LENGTH.matcher(head);
                in.skipNBytes(length.find() ? Long.parseLong(length.group(1)) : 0);
                sent = Objects.requireNonNull(answer);
                send(sent, connection.getOutputStream());
            } while (!sent.hasHeader("Connection: close"));
        } catch (IOException gone) {
            // the client went away
        } finally {
            connections.remove(connection);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (c == '\n' && head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static void send(RecordedCase recorded, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii(String.join("\r\n", recorded.head()) + "\r\n\r\n"));
        byte[] body = recorded.body();
        if (!recorded.hasHeader("Transfer-Encoding: chunked")) {
            bytes.writeBytes(body);
        } else {
            for (int from = 0; from < body.length; from += CHUNK) {
                int count = Math.min(CHUNK, body.length - from);
                bytes.writeBytes(ascii(Integer.toHexString(count) + "\r\n"));
                bytes.write(body, from, count);
                bytes.writeBytes(ascii("\r\n"));
            }
            bytes.writeBytes(ascii("0\r\n\r\n"));
        }
        bytes.writeTo(out);
        out.flush();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void startThread(Runnable work) {
        Thread thread = new Thread(work, "recorded-server");
        thread.setDaemon(true);
        thread.start();
    }
}
