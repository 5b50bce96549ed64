// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.blueflux.BbbServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Does to each connection what a test wants done, byte for byte, and closes it afterwards. */
final class RawWire implements AutoCloseable {
    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final AtomicInteger connections = new AtomicInteger();

    interface Behaviour {
        void treat(Socket connection) throws IOException;
    }

    RawWire(Behaviour behaviour) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), behaviour);
    }

    RawWire(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
        start("raw-wire", this::accept);
    }

    /** Answers each request with these bytes, one char each, then closes. */
    static Behaviour says(String bytes) {
        return connection -> {
            head(connection.getInputStream());
            write(connection, bytes);
        };
    }

    /** Answers each request, and keeps the connection as long as the other side does. */
    static Behaviour keepsSaying(String bytes) {
        return connection -> {
            while (!head(connection.getInputStream()).isEmpty()) {
                write(connection, bytes);
            }
        };
    }

    /** Says nothing until the other side closes. */
    static Behaviour hangs() {
        return connection -> {
            while (connection.getInputStream().read() >= 0) {}
        };
    }

    static void write(Socket connection, String bytes) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(bytes.getBytes(ISO_8859_1));
        out.flush();
    }

    /** Reads a request's head; returns it, or an empty text at the end. */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.append((char) b);
            if (b == '\n'
                    && head.length() > 3
                    && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    BbbServer address() {
        return BbbServer.of("http://127.0.0.1:" + port() + "/bigbluebutton", "shared-secret-1");
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                start("raw-wire-connection", () -> treat(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void treat(Socket connection) {
        try (connection) {
            behaviour.treat(connection);
        } catch (IOException closed) {
            return; // by the other side
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
