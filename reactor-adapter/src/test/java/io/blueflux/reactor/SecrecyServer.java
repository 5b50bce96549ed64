// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that misbehaves as told, and remembers the checksums that it was sent. Logs nothing. */
final class SecrecyServer implements AutoCloseable {
    private static final Pattern CHECKSUM = Pattern.compile("checksum=([0-9a-f]+)");

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    private final ServerSocket listener;
    private final Behaviour behaviour;
    private final Queue<String> checksums;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** What is done with a request; the connection is closed then. */
    interface Behaviour {
        void answer(String target, Socket connection) throws IOException;

        /** Answers with a text in which {url} stands for the request's whole URL, {xml} for it in XML, {path} for less. */
        static Behaviour says(String template) {
            return (target, connection) -> {
                String url = "http://127.0.0.1:" + connection.getLocalPort() + target;
                String text = template.replace("{url}", url)
                        .replace("{xml}", url.replace("&", "&amp;"))
                        .replace("{path}", target);
                connection.getOutputStream().write(text.getBytes(UTF_8));
                connection.getOutputStream().flush();
            };
        }

        static Behaviour resets() {
            return (target, connection) -> connection.setSoLinger(true, 0);
        }

        static Behaviour hangs() {
            return (target, connection) -> connection.getInputStream().readAllBytes();
        }
    }

    SecrecyServer(ServerSocket listener, Behaviour behaviour, Queue<String> checksums) {
        this.listener = listener;
        this.behaviour = behaviour;
        this.checksums = checksums;
        start(this::accept);
    }

    static SecrecyServer on(Behaviour behaviour, Queue<String> checksums) throws IOException {
        return new SecrecyServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), behaviour, checksums);
    }

    int port() {
        return listener.getLocalPort();
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
                start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String target = target(connection.getInputStream());
            Matcher checksum = CHECKSUM.matcher(target);
            if (checksum.find()) {
                checksums.add(checksum.group(1));
            }
            behaviour.answer(target, connection);
        } catch (IOException gone) {
            // the client went away, or does not trust this server
        } finally {
            connections.remove(connection);
        }
    }

    private static String target(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("closed by the client");
            }
            head.append((char) c);
        }
        Matcher length = CONTENT_LENGTH.matcher(head);
        in.skipNBytes(length.find() ? Long.parseLong(length.group(1)) : 0);
        return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "secrecy-server");
        thread.setDaemon(true);
        thread.start();
    }
}
