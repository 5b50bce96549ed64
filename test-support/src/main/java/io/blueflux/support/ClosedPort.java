// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of this machine where nobody listens. It is held meanwhile, for one that was merely free may be somebody else's by now. */
public final class ClosedPort implements AutoCloseable {
    private final Socket held = new Socket();

    /**
     * Takes one.
     *
     * @throws IOException if there is none
     */
    public ClosedPort() throws IOException {
        held.bind(new InetSocketAddress("127.0.0.1", 0));
    }

    /**
     * Returns which one it is.
     *
     * @return its number
     */
    public int number() {
        return held.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
