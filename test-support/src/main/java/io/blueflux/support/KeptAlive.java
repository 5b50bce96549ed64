// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection to a server, on which one request follows the other. An answer that does not come fails the test after a minute. */
public final class KeptAlive implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;

    /**
     * Connects.
     *
     * @param server whose host and port
     * @throws IOException if it cannot
     */
    public KeptAlive(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /**
     * Asks for a page, which must be there and say its length.
     *
     * @param path its path
     * @return its body, a character a byte
     * @throws IOException if the connection breaks
     */
    public String get(String path) throws IOException {
        out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        String status = in.readLine();
        assertThat(status).as(path).isEqualTo("HTTP/1.1 200 OK");
        int length = -1;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        assertThat(length).as("length of " + path).isNotNegative();
        char[] body = new char[length];
        for (int read = 0; read < length; ) {
            read += in.read(body, read, length - read);
        }
        return new String(body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
