// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.blueflux.BbbServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on plain sockets, one thread a connection, that decides itself how much of a body it reads. */
final class UploadServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket();
    private final Handler handler;
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final List<String> faults = new CopyOnWriteArrayList<>();

    /** What is done with one request, whose head was read. */
    interface Handler {
        void handle(Head head, InputStream in, Socket connection) throws IOException;
    }

    /** The head of a request. */
    record Head(String text) {
        String line() {
            return text.substring(0, text.indexOf("\r\n"));
        }

        String header(String name) {
            return text.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        int length() {
            return Integer.parseInt(header("Content-Length"));
        }
    }

    UploadServer(Handler handler) throws IOException {
        this.handler = handler;
        socket.setReceiveBufferSize(64 << 10);
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        daemon(this::accept, "upload-server");
    }

    BbbServer address() {
        return BbbServer.of("http://127.0.0.1:" + socket.getLocalPort() + "/bigbluebutton", "shared-secret-1");
    }

    /** Answers, and keeps the connection. */
    static void answer(Socket connection, String status, String body) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: text/xml\r\nContent-Length: "
                + body.getBytes(UTF_8).length + "\r\n\r\n";
        connection.getOutputStream().write((head + body).getBytes(UTF_8));
        connection.getOutputStream().flush();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                daemon(() -> serve(connection), "upload-server-connection");
            } catch (IOException over) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String head = RawWire.head(in); !head.isEmpty(); head = RawWire.head(in)) {
                handler.handle(new Head(head), in, connection);
            }
        } catch (IOException | RuntimeException fault) {
            faults.add(fault.toString());
        } finally {
            closed.incrementAndGet();
        }
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
