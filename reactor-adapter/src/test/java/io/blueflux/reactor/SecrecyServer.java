// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that misbehaves as told, and remembers the checksums that it was sent. Logs nothing. */
final class SecrecyServer implements AutoCloseable {
    private static final Pattern CHECKSUM = Pattern.compile("checksum=([0-9a-f]+)");

    private final RawWire wire;
    private final Behaviour behaviour;
    private final Queue<String> checksums;

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
            return (target, connection) -> RawWire.hangs().treat(connection);
        }
    }

    SecrecyServer(ServerSocket listener, Behaviour behaviour, Queue<String> checksums) {
        this.behaviour = behaviour;
        this.checksums = checksums;
        this.wire = new RawWire(listener, RawWire.serves(this::serve));
    }

    static SecrecyServer on(Behaviour behaviour, Queue<String> checksums) throws IOException {
        return new SecrecyServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), behaviour, checksums);
    }

    int port() {
        return wire.port();
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private void serve(RawHead head, InputStream in, Socket connection) throws IOException {
        in.skipNBytes(head.length());
        Matcher checksum = CHECKSUM.matcher(head.target());
        if (checksum.find()) {
            checksums.add(checksum.group(1));
        }
        behaviour.answer(head.target(), connection);
        connection.close();
    }
}
