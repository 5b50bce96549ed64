// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers every request with one recording, byte for byte as a server would send it, over a plain socket. */
final class RecordedServer implements AutoCloseable {
    private static final int CHUNK = 8 << 10;

    private final RawWire wire = new RawWire(RawWire.serves(this::serve));
    private volatile @Nullable RecordedCase answer;

    RecordedServer() throws IOException {}

    String url() {
        return wire.address().baseUrl().toString();
    }

    void answerWith(RecordedCase recorded) {
        answer = recorded;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private void serve(RawHead head, InputStream in, Socket connection) throws IOException {
        in.skipNBytes(head.length());
        RecordedCase sent = Objects.requireNonNull(answer);
        send(sent, connection.getOutputStream());
        if (sent.hasHeader("Connection: close")) {
            connection.close();
        }
    }

    private static void send(RecordedCase recorded, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii(String.join("\r\n", recorded.head()) + "\r\n\r\n"));
        byte[] body = recorded.body();
        if (!recorded.hasHeader("Transfer-Encoding: chunked")) {
            bytes.writeBytes(body);
        } else {
            for (int from = 0; from < body.length; from += CHUNK) {
                int count = Math.min(CHUNK, body.length - from);
                bytes.writeBytes(ascii(Integer.toHexString(count) + "\r\n"));
                bytes.write(body, from, count);
                bytes.writeBytes(ascii("\r\n"));
            }
            bytes.writeBytes(ascii("0\r\n\r\n"));
        }
        bytes.writeTo(out);
        out.flush();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
