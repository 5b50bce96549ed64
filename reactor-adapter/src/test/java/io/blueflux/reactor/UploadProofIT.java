// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.support.OwnJvm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import org.junit.jupiter.api.io.TempDir;

/** A document larger than the whole memory of the sender arrives byte for byte. */
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
        sends(deck.toString());
    }

    @Test
    void aPublisherOfFiftyMegabytesLeavesASmallHeap() throws Exception {
        sends("publisher");
    }

    private void sends(String source) throws Exception {
        try (UploadServer server = new UploadServer(this::receive)) {
            OwnJvm sender = OwnJvm.run(
                    Duration.ofSeconds(60),
                    List.of("-Xmx32m", "-XX:MaxDirectMemorySize=16m", "-XX:+ExitOnOutOfMemoryError"),
                    UploadProof.class,
                    server.address().baseUrl().toString(),
                    source);
            assertThat(sender.status()).as(sender.output()).isZero();
            assertThat(server.faults).isEmpty();
            assertThat(received).containsExactly(expected());
        }
    }

    private static String expected() {
        MessageDigest digest = sha256();
        for (int i = 0; i < UploadProof.CHUNKS; i++) {
            digest.update(UploadProof.chunk(i));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void receive(RawHead head, InputStream in, Socket connection) throws IOException {
        if (!new String(in.readNBytes(HEAD.length()), UTF_8).equals(HEAD)) {
            throw new IOException("another head");
        }
        MessageDigest digest = sha256();
        long base64 = (long) head.length() - HEAD.length() - FOOT.length();
        InputStream content = new DigestInputStream(Base64.getDecoder().wrap(new Bounded(in, base64)), digest);
        content.transferTo(OutputStream.nullOutputStream());
        if (!new String(in.readNBytes(FOOT.length()), UTF_8).equals(FOOT)) {
            throw new IOException("another foot");
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

    /** Ends after so many bytes. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? in.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
