// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy, which leads every tunnel to one port of this machine, whatever host is asked for. */
final class TunnelProxy implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final ServerSocket socket;
    private final int target;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Opening opening;

    /** What is said to each connection. */
    private interface Opening {
        boolean isOpened(InputStream in, OutputStream out) throws IOException;
    }

    private TunnelProxy(int target, Opening opening) throws IOException {
        this.socket = new ServerSocket(0, 50, HERE);
        this.target = target;
        this.opening = opening;
        start(this::accept);
    }

    /** Opens each tunnel. */
    static TunnelProxy to(int port) throws IOException {
        return new TunnelProxy(port, (in, out) -> {
            out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(ISO_8859_1));
            return true;
        });
    }

    /** Answers each request for a tunnel with this, and closes. */
    static TunnelProxy saying(String answer) throws IOException {
        return new TunnelProxy(0, (in, out) -> {
            out.write(answer.getBytes(ISO_8859_1));
            return false;
        });
    }

    /** Says nothing. */
    static TunnelProxy silent() throws IOException {
        return new TunnelProxy(0, (in, out) -> {
            while (in.read() >= 0) {}
            return false;
        });
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Returns the heads of the requests; of SOCKS the user, the password and the server's name. */
    List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            int first = in.read();
            boolean socks = first == 5;
            heads.add(socks ? socks(in, out) : (char) first + head(in));
            if (!socks && !opening.isOpened(in, out)) {
                return;
            }
            try (Socket server = new Socket(HERE, target)) {
                start(() -> copy(connection, server));
                copy(server, connection);
            }
        } catch (IOException closed) {
            return; // by one side
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int b = in.read();
                b >= 0 && head.indexOf("\r\n\r\n") < 0;
                b = head.indexOf("\r\n\r\n") < 0 ? in.read() : -1) {
            head.append((char) b);
        }
        return head.toString();
    }

    private static String socks(DataInputStream in, OutputStream out) throws IOException {
        String methods = word(in);
        String login = "";
        out.write(new byte[] {5, (byte) (methods.contains("\2") ? 2 : 0)});
        if (methods.contains("\2")) {
            in.readByte();
            login = word(in) + ":" + word(in) + "@";
            out.write(new byte[] {1, 0});
        }
        in.skipBytes(4); // connect, by name
        String name = word(in);
        int port = in.readUnsignedShort();
        out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        return login + name + ":" + port;
    }

    private static String word(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), ISO_8859_1);
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException closed) {
            return; // by one side
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "tunnel-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
