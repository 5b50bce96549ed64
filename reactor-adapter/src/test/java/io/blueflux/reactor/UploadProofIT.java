// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.support.OwnJvm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A document larger than the whole memory of the sender arrives byte for byte. */
@Timeout(200) // the sender's own bound comes first
class UploadProofIT {
    private static final String HEAD = "<modules><module name=\"presentation\"><document name=\"deck.pdf\">";
    private static final String FOOT = "</document></module></modules>";

    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @Test
    void aFileOfFiftyMegabytesLeavesASmallHeap() throws Exception {
        Path deck = folder.resolve("deck");
        try (OutputStream out = Files.newOutputStream(deck)) {
            for (int i = 0; i < UploadProof.CHUNKS; i++) {
                out.write(UploadProof.chunk(i).array());
            }
        }
        sends(deck.toString(), UploadProof.CHUNKS);
    }

    @Test
    void aPublisherOfFiftyMegabytesLeavesASmallHeap() throws Exception {
        sends("publisher", UploadProof.CHUNKS);
    }

    @Test
    void twoHundredMegabytesOfUnknownSizeLeaveASmallHeap() throws Exception {
        sends("streamed", UploadProof.MANY_CHUNKS);
    }

    private void sends(String source, int chunks) throws Exception {
        try (UploadServer server = new UploadServer(this::receive)) {
            OwnJvm sender = OwnJvm.run(
                    Duration.ofMinutes(3),
                    List.of("-Xmx32m", "-XX:MaxDirectMemorySize=16m", "-XX:+ExitOnOutOfMemoryError"),
                    UploadProof.class,
                    server.address().baseUrl().toString(),
                    source);
            assertThat(sender.status()).as(sender.output()).isZero();
            assertThat(server.faults).isEmpty();
            assertThat(received).containsExactly(expected(chunks));
        }
    }

    private static String expected(int chunks) {
        MessageDigest digest = sha256();
        for (int i = 0; i < chunks; i++) {
            digest.update(UploadProof.chunk(i));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void receive(RawHead head, InputStream wire, Socket connection) throws IOException {
        boolean sized = head.header("Transfer-Encoding").isEmpty();
        PushbackInputStream in = new PushbackInputStream(sized ? wire : new Dechunked(wire), Text.MOST);
        if (!new String(in.readNBytes(HEAD.length()), UTF_8).equals(HEAD)) {
            throw new IOException("another head");
        }
        MessageDigest digest = sha256();
        InputStream content = new DigestInputStream(Base64.getDecoder().wrap(new Text(in)), digest);
        content.transferTo(OutputStream.nullOutputStream());
        if (!new String(in.readNBytes(FOOT.length()), UTF_8).equals(FOOT)) {
            throw new IOException("another foot");
        }
        if (!sized && in.read() >= 0) {
            throw new IOException("more than that");
        }
        received.add(HexFormat.of().formatHex(digest.digest()));
        RawWire.write(connection, RawWire.answer("200 OK", Answers.info("room-1")));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends where markup begins. */
    private static final class Text extends InputStream {
        static final int MOST = 16 << 10;

        private final PushbackInputStream in;

        Text(PushbackInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, Math.min(length, MOST));
            for (int i = 0; i < count; i++) {
                if (bytes[offset + i] == '<') {
                    in.unread(bytes, offset + i, count - i);
                    return i == 0 ? -1 : i;
                }
            }
            return count;
        }
    }
}
