// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.BbbServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts connections, says nothing, and counts those that the other side has not closed. */
final class SilentServer implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger open = new AtomicInteger();

    SilentServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start("silent-server", this::accept);
    }

    BbbServer address(String scheme) {
        return BbbServer.of(scheme + "://127.0.0.1:" + socket.getLocalPort() + "/bigbluebutton", "shared-secret-1");
    }

    int open() {
        return open.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket connection = socket.accept();
            open.incrementAndGet();
            start("silent-server-connection", () -> hearOut(connection));
        }
    }

    private void hearOut(Socket connection) throws IOException {
        try (connection) {
            while (connection.getInputStream().read() >= 0) {}
        } finally {
            open.decrementAndGet();
        }
    }

    private void start(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException closed) {
                        return;
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Task {
        void run() throws IOException;
    }
}
