// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports for who must be told where to listen before he does. Neither Linux, macOS nor Windows gives these away by itself, and each is
 * given again only after a hundred others: until it is taken nobody else has it, in this process and mostly in others.
 */
public final class FreePorts {
    private static final int FIRST = 10_000;
    private static final int BLOCKS = 100;
    /** A member of a cluster listens so far above its own port, too. */
    private static final int SECOND = 100;

    private static final int BLOCK = FIRST + (int) (ProcessHandle.current().pid() % BLOCKS) * 2 * SECOND;
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private FreePorts() {}

    /**
     * Finds some, each with the one a hundred above it.
     *
     * @param count how many
     * @return that many
     * @throws IllegalStateException if there are too few
     */
    public static List<Integer> of(int count) {
        List<Integer> ports = IntStream.range(0, SECOND)
                .map(attempt -> BLOCK + GIVEN.getAndIncrement() % SECOND)
                .filter(port -> isFree(port) && isFree(port + SECOND))
                .limit(count)
                .boxed()
                .toList();
        if (ports.size() < count) {
            throw new IllegalStateException("of the ports from " + BLOCK + " on only these are free: " + ports);
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
