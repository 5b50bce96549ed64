// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.BbbServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with a small receive buffer, that decides itself how much of a body it reads. */
final class UploadServer implements AutoCloseable {
    private final RawWire wire;
    final List<String> faults = new CopyOnWriteArrayList<>();

    UploadServer(RawWire.Handler handler) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReceiveBufferSize(64 << 10);
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        wire = new RawWire(socket, connection -> serve(handler, connection));
    }

    BbbServer address() {
        return wire.address();
    }

    int connections() {
        return wire.connections();
    }

    int closed() {
        return wire.connections() - wire.open();
    }

    private void serve(RawWire.Handler handler, Socket connection) {
        try {
            RawWire.serves(handler).treat(connection);
        } catch (IOException | RuntimeException fault) {
            faults.add(fault.toString());
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
