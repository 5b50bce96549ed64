// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.blueflux.BbbServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Does to each connection what a test wants done, byte for byte, and closes it afterwards. */
final class RawWire implements AutoCloseable {
    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    interface Behaviour {
        void treat(Socket connection) throws IOException;
    }

    /** What is done with one request, whose head was read. */
    interface Handler {
        void handle(RawHead head, InputStream in, Socket connection) throws IOException;
    }

    RawWire(Behaviour behaviour) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), behaviour);
    }

    RawWire(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
        start("raw-wire", this::accept);
    }

    /** Hands over each request, until one side closes. */
    static Behaviour serves(Handler handler) {
        return connection -> {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                handler.handle(new RawHead(head), in, connection);
            }
        };
    }

    /** Answers each request with these bytes, one char each, then closes. */
    static Behaviour says(String bytes) {
        return connection -> {
            head(connection.getInputStream());
            write(connection, bytes);
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

    /** Returns an answer of XML, one char for each byte. */
    static String answer(String status, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return "HTTP/1.1 " + status + "\r\nContent-Type: text/xml\r\nContent-Length: " + bytes.length + "\r\n\r\n"
                + new String(bytes, ISO_8859_1);
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

    /** Returns how many connections there ever were. */
    int connections() {
        return connections.get();
    }

    /** Returns how many of them are not over. */
    int open() {
        return open.size();
    }

    BbbServer address() {
        return address("http");
    }

    BbbServer address(String scheme) {
        return BbbServer.of(scheme + "://127.0.0.1:" + port() + "/bigbluebutton", "shared-secret-1");
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
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
        } finally {
            open.remove(connection);
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
        for (Socket connection : open) {
            connection.close();
        }
    }
}
