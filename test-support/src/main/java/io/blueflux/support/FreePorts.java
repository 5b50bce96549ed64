// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/** Ports on which nobody listens just now. Whatever else is to listen on a port of chance is to be started before. */
public final class FreePorts {
    /** A member of a cluster listens on a port a hundred above its own, too, or one of the next. */
    private static final int APART = 200;

    private FreePorts() {}

    /**
     * Finds some, far enough from each other for members of a cluster.
     *
     * @param count how many
     * @return that many
     */
    public static List<Integer> of(int count) {
        List<Integer> ports = drawn(count);
        while (!areApart(ports)) {
            ports = drawn(count);
        }
        return ports;
    }

    /** All are held until the last is drawn. */
    private static List<Integer> drawn(int count) {
        List<ServerSocket> sockets =
                Stream.generate(FreePorts::socket).limit(count).toList();
        try {
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            sockets.forEach(FreePorts::close);
        }
    }

    private static boolean areApart(List<Integer> ports) {
        return ports.stream().allMatch(one -> ports.stream().allMatch(other -> other <= one || other - one >= APART));
    }

    private static ServerSocket socket() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
